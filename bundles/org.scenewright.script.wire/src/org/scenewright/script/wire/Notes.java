// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.wire;

import java.util.Map;

/**
 * What the documentation comments of a component say.
 *
 * @param about the text above its definition, empty if there is none
 * @param fields the texts above its fields by dotted path
 */
public record Notes(String about, Map<String, String> fields) {
    public Notes {
        fields = Map.copyOf(fields);
    }

    static Notes read(WireReader in) {
        return new Notes(in.text(), in.texts());
    }

    void write(WireWriter out) {
        out.text(about).texts(fields);
    }
}
