// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.wire;

/**
 * A file that was looked at, as it was then.
 *
 * @param file the path below the project's folder, with slashes
 * @param bytes its length
 * @param modifiedMillis when it was changed last, since 1970
 */
public record Source(String file, long bytes, long modifiedMillis) {
    static Source read(WireReader in) {
        return new Source(in.text(), in.longNumber(), in.longNumber());
    }

    void write(WireWriter out) {
        out.text(file).longNumber(bytes).longNumber(modifiedMillis);
    }
}
