// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.wire;

/**
 * How another file gets at what a file exports.
 *
 * @param module what a file in the project's own folder imports, such as {@code ./components/Speed}
 * @param name the name of the export, {@code default} for the one without
 */
public record Exported(String module, String name) {
    static Exported read(WireReader in) {
        return new Exported(in.text(), in.text());
    }

    void write(WireWriter out) {
        out.text(module).text(name);
    }
}
