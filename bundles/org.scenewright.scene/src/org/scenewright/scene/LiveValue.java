// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

/**
 * Values that can be changed in place, as the SDK's loader does: parts of one value may be shared
 * with another, and a change is seen in both.
 */
final class LiveValue {
    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

    private LiveValue() {}

    /** A value of its own; unlike JSON it can hold any number. */
    static JsonNode of(Value value) {
        return switch (value) {
            case Value.Flag(var on) -> MAKE.booleanNode(on);
            case Value.Num(var number) -> MAKE.numberNode(number);
            case Value.Text(var text) -> MAKE.textNode(text);
            case Value.Nothing n -> MAKE.nullNode();
            case Value.Items(var items) -> {
                var array = MAKE.arrayNode(items.size());
                items.forEach(item -> array.add(of(item)));
                yield array;
            }
            case Value.Fields(var fields) -> {
                var object = MAKE.objectNode();
                fields.forEach((name, field) -> object.set(name, of(field)));
                yield object;
            }
        };
    }

    /** What it holds now. */
    static Value read(JsonNode live) {
        return ValueJson.read(live);
    }

    /** A struct without fields. */
    static ObjectNode struct() {
        return MAKE.objectNode();
    }

    /**
     * A struct with fields of its own; what stands in the fields is shared with {@code fields} and,
     * where these say nothing, is that of the defaults.
     */
    static ObjectNode extend(Value defaults, JsonNode fields) {
        var extended = struct();
        of(defaults).properties().forEach(p -> extended.set(p.getKey(), p.getValue()));
        fields.properties().forEach(p -> extended.set(p.getKey(), p.getValue()));
        return extended;
    }

    /** What a JavaScript map finds it by: there are no two zeros. */
    static JsonNode key(JsonNode live) {
        return live.isNumber() ? MAKE.numberNode(live.doubleValue() + 0.0) : live;
    }

    /** Whether JavaScript takes it for true. */
    static boolean isTruthy(JsonNode live) {
        return switch (live.getNodeType()) {
            case BOOLEAN -> live.booleanValue();
            case NUMBER -> live.doubleValue() != 0 && !Double.isNaN(live.doubleValue());
            case STRING -> !live.textValue().isEmpty();
            case NULL, MISSING -> false;
            case OBJECT, ARRAY, POJO, BINARY -> true;
        };
    }
}
