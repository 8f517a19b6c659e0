// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.schema.Value;

import java.util.List;

/**
 * A value of a JSON text with its place in the bytes: from its first byte to after its last one.
 */
sealed interface JsonPart extends JsonSpan {

    Value value();

    /** A number, a text, a truth value or null. */
    record Leaf(int from, int to, Value value) implements JsonPart {}

    /** An object; a name that occurs more than once counts where it occurs last. */
    record Struct(int from, int to, List<Member> members, Value value) implements JsonPart {}

    /** An array. */
    record Row(int from, int to, List<JsonPart> items, Value value) implements JsonPart {}

    /** A name, where it starts, and its value. */
    record Member(int from, String name, JsonPart part) implements JsonSpan {
        @Override
        public int to() {
            return part.to();
        }
    }
}
