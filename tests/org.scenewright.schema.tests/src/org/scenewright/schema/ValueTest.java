// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

class ValueTest {

    @Test
    void aPartIsFoundByItsPath() {
        checkAt("{\"a\":{\"b\":[1,2]}}", "a.b.1", Optional.of(Value.of(2)));
        checkAt("{\"a\":1}", "", Optional.of(ValueJson.parse("{\"a\":1}")));
        checkAt("{\"a\":1}", "b", Optional.empty());
        checkAt("{\"a\":1}", "a.b", Optional.empty());
        checkAt("[1]", "1", Optional.empty());
        checkAt("[1]", "x", Optional.empty());
    }

    @Test
    void aPartIsReplacedAndTheOrderStays() {
        checkWith("{\"a\":1,\"b\":2}", "a", "3", "{\"a\":3,\"b\":2}");
        checkWith("[1,2]", "0", "3", "[3,2]");
        checkWith("1", "", "2", "2");
    }

    @Test
    void whatIsMissingOnTheWayIsMade() {
        checkWith("{}", "a.b.c", "1", "{\"a\":{\"b\":{\"c\":1}}}");
        checkWith("null", "a", "1", "{\"a\":1}");
        checkWith("{\"a\":null}", "a.b", "1", "{\"a\":{\"b\":1}}");
    }

    @Test
    void theIndexPastTheEndAppends() {
        checkWith("[1]", "1", "2", "[1,2]");
        checkWith("{\"l\":[]}", "l.0.x", "1", "{\"l\":[{\"x\":1}]}");
    }

    @Test
    void aPathThroughSomethingWithoutPartsIsRefused() {
        checkWithRefused("1", "a", "there is no \"a\" in a number");
        checkWithRefused("[1]", "3", "there is no \"3\" in a list");
        checkWithRefused("[1]", "x", "there is no \"x\" in a list");
        checkWithRefused("{\"a\":\"t\"}", "a.b", "there is no \"b\" in a text");
    }

    @Test
    void aPartIsTakenOut() {
        checkWithout("{\"a\":1,\"b\":{\"c\":1,\"d\":2}}", "b.c", "{\"a\":1,\"b\":{\"d\":2}}");
        checkWithout("[1,2,3]", "1", "[1,3]");
        checkWithout("{\"a\":1}", "b", "{\"a\":1}");
        checkWithout("{\"a\":1}", "a.b.c", "{\"a\":1}");
        checkWithout("{\"a\":1}", "", "{\"a\":1}");
    }

    @Test
    void readingFallsBackWhereThereIsNothingOfThatKind() {
        var value = ValueJson.parse("{\"n\":1,\"t\":\"x\",\"f\":true,\"l\":[1]}");
        assertEquals(1, value.number("n", 9));
        assertEquals(9, value.number("t", 9));
        assertEquals("x", value.text("t", "-"));
        assertEquals("-", value.text("z", "-"));
        assertEquals(true, value.flag("f", false));
        assertEquals(false, value.flag("n", false));
        assertEquals(1, value.items("l").size());
        assertEquals(List.of(), value.items("n"));
    }

    @Test
    void aValueDoesNotChangeWithWhatItWasMadeFrom() {
        var items = new ArrayList<Value>(List.of(Value.of(1)));
        var fields = new LinkedHashMap<String, Value>();
        fields.put("a", new Value.Items(items));
        var value = new Value.Fields(fields);
        items.clear();
        fields.clear();
        assertEquals("{\"a\":[1]}", ValueJson.print(value));
        assertThrows(UnsupportedOperationException.class, () -> value.fields().remove("a"));
    }

    @Test
    void theOrderOfFieldsIsNoDifference() {
        assertEquals(ValueJson.parse("{\"a\":1,\"b\":2}"), ValueJson.parse("{\"b\":2,\"a\":1}"));
    }

    private static void checkAt(String json, String path, Optional<Value> expected) {
        assertEquals(expected, ValueJson.parse(json).at(FieldPath.parse(path)));
    }

    private static void checkWith(String json, String path, String replacement, String expected) {
        var changed =
                ValueJson.parse(json).with(FieldPath.parse(path), ValueJson.parse(replacement));
        assertEquals(expected, ValueJson.print(changed));
    }

    private static void checkWithRefused(String json, String path, String message) {
        var value = ValueJson.parse(json);
        var refused =
                assertThrows(
                        SchemaException.class,
                        () -> value.with(FieldPath.parse(path), Value.EMPTY));
        assertEquals(message, refused.getMessage());
    }

    private static void checkWithout(String json, String path, String expected) {
        assertEquals(
                expected, ValueJson.print(ValueJson.parse(json).without(FieldPath.parse(path))));
    }
}
