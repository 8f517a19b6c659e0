// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.wire;

/**
 * A place in a source file.
 *
 * @param file the path below the project's folder, with slashes
 * @param line the line, from 1; 0 for the file as a whole
 * @param column the column, from 1; 0 for the line as a whole
 */
public record Place(String file, int line, int column) {
    static Place read(WireReader in) {
        return new Place(in.text(), in.number(), in.number());
    }

    void write(WireWriter out) {
        out.text(file).number(line).number(column);
    }
}
