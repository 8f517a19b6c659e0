// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;

/** Values that a pool made against the same values in tables. */
class ValuePoolTest {
    private static final String TRANSFORM =
            """
            {"position":{"x":1.5,"y":-0,"z":3},"rotation":{"x":0,"y":0,"z":0,"w":1},\
            "scale":{"x":1,"y":1,"z":1},"parent":512}\
            """;
    private static final String MATERIAL =
            """
            {"material":{"$case":"pbr","pbr":{"albedoColor":{"r":1,"g":0,"b":0,"a":1},\
            "texture":null,"tags":["a",1]}},"name":"red","on":true,"none":{}}\
            """;

    private final ValuePool pool = new ValuePool();

    private Value pooled(Value plain) {
        return switch (plain) {
            case Value.Fields(var fields) -> {
                SequencedMap<String, Value> parts = new LinkedHashMap<>();
                fields.forEach((name, field) -> parts.put(name, pooled(field)));
                yield pool.shared(pool.fields(parts));
            }
            case Value.Items(var items) ->
                    pool.shared(Value.of(items.stream().map(this::pooled).toList()));
            default -> pool.shared(plain);
        };
    }

    private Value pooled(String json) {
        return pooled(ValueJson.parse(json));
    }

    /** Whoever looks at the pooled value sees the plain one. */
    private void check(Value plain) {
        var pooled = pooled(plain);
        assertEquals(plain, pooled);
        assertEquals(pooled, plain);
        assertEquals(plain.hashCode(), pooled.hashCode());
        assertEquals(plain.toString(), pooled.toString());
        assertEquals(ValueJson.print(plain), ValueJson.print(pooled));
        checkFields(plain, pooled);
    }

    private static void checkFields(Value plain, Value pooled) {
        if (plain instanceof Value.Fields(var fields)
                && pooled instanceof Value.Fields(var others)) {
            assertEquals(List.copyOf(fields.keySet()), List.copyOf(others.keySet()));
            assertEquals(List.copyOf(fields.values()), List.copyOf(others.values()));
            assertEquals(
                    List.copyOf(fields.reversed().keySet()),
                    List.copyOf(others.reversed().keySet()));
            fields.forEach((name, field) -> checkFields(field, others.get(name)));
        }
    }

    /** A value that was edited field by field takes as little room as one that was read. */
    private void checkCompact(Value plain, FieldPath path, Value part) {
        var compact = pool.compact(pooled(plain).with(path, part));
        assertEquals(plain.with(path, part), compact);
        assertEquals(ValueJson.print(plain.with(path, part)), ValueJson.print(compact));
        checkFields(plain.with(path, part), compact);
        var fields = assertInstanceOf(Value.Fields.class, compact).fields();
        assertTrue(assertInstanceOf(ShapedFields.class, fields).isWhole());
        assertSame(compact, pool.compact(compact));
    }

    @Test
    void whatAnEditChangedBecomesCompactAgain() {
        var transform = ValueJson.parse(TRANSFORM);
        checkCompact(transform, FieldPath.of("position", "x"), Value.of(7));
        checkCompact(transform, FieldPath.of("rotation"), ValueJson.parse("{\"x\":1,\"w\":2}"));
        checkCompact(transform, FieldPath.of("more"), Value.of("text"));
        var material = ValueJson.parse(MATERIAL);
        checkCompact(material, FieldPath.parse("material.pbr.albedoColor.g"), Value.of(0.5));
        checkCompact(material, FieldPath.parse("material.pbr.tags"), Value.of(List.of()));
    }

    @Test
    void aPartOfAnotherValueDoesNotKeepAllOfIt() {
        var rotation = pooled(TRANSFORM).at(FieldPath.of("rotation")).orElseThrow();
        var compact = assertInstanceOf(Value.Fields.class, pool.compact(rotation));
        assertEquals(rotation, compact);
        assertNotSame(rotation, compact);
        assertTrue(assertInstanceOf(ShapedFields.class, compact.fields()).isWhole());
    }

    @Test
    void aTransformAsItsBytesHaveItStaysSo() {
        var value = new Value.Fields(TransformFields.read(new byte[TransformFields.LENGTH]));
        assertSame(value, pool.compact(value));
    }

    @Test
    void valuesOfAllKindsStayWhatTheyAre() {
        check(ValueJson.parse(TRANSFORM));
        check(ValueJson.parse(MATERIAL));
        check(ValueJson.parse("[{\"a\":{}},{},\"text\",2,null,false]"));
    }

    @Test
    void randomValuesStayWhatTheyAre() {
        var random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            check(random(random, 3));
        }
    }

    private static Value random(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 5)) {
            case 0 -> Value.of(random.nextBoolean());
            case 1 -> new Value.Nothing();
            case 2 -> Value.of("t" + random.nextInt(3));
            case 3, 4 -> Value.of(random.nextInt(-2, 3) * 0.5);
            case 5 -> {
                var items = new ArrayList<Value>();
                random.ints(random.nextInt(4)).forEach(i -> items.add(random(random, depth - 1)));
                yield Value.of(items);
            }
            default -> {
                var fields = new LinkedHashMap<String, Value>();
                random.ints(random.nextInt(14), 0, 20)
                        .forEach(
                                i ->
                                        fields.put(
                                                i == 0 ? "$case" : "f" + i,
                                                random(random, depth - 1)));
                yield new Value.Fields(fields);
            }
        };
    }

    @Test
    void equalValuesAreOneObject() {
        assertSame(pooled(TRANSFORM), pooled(TRANSFORM));
        assertNotSame(pooled(TRANSFORM), pooled(TRANSFORM.replace("1.5", "2.5")));
    }

    @Test
    void everyNumberCounts() {
        assertNotEquals(pooled(TRANSFORM), pooled(TRANSFORM.replace("1.5", "2.5")));
        assertNotEquals(pooled(TRANSFORM), pooled(TRANSFORM.replace("512", "513")));
        assertNotEquals(pooled("{\"a\":0}"), pooled("{\"a\":-0}"));
    }

    @Test
    void partsAreComparedWithoutWhatStandsNextToThem() {
        var here = pooled(TRANSFORM).members();
        var there = pooled(TRANSFORM.replace("1.5", "2.5")).members();
        assertEquals(here.get("rotation"), there.get("rotation"));
        assertNotEquals(here.get("position"), there.get("position"));
    }

    @Test
    void aPartOfOneValueCanBePartOfAnother() {
        var rotation = pooled(TRANSFORM).at(FieldPath.of("rotation")).orElseThrow();
        var fields = new LinkedHashMap<String, Value>(Map.of("r", rotation));
        assertEquals("{\"r\":" + ValueJson.print(rotation) + "}", print(pool.fields(fields)));
    }

    @Test
    void theOrderOfTheFieldsDoesNotCountButStays() {
        assertEquals(pooled("{\"a\":1,\"b\":2}"), pooled("{\"b\":2,\"a\":1}"));
        assertEquals("{\"b\":2,\"a\":1}", print(pooled("{\"b\":2,\"a\":1}")));
    }

    private static String print(Value value) {
        return ValueJson.print(value);
    }

    @Test
    void manyShapesAndManyFieldsAreNoTrouble() {
        var wide = new LinkedHashMap<String, Value>();
        for (int i = 0; i < 5000; i++) {
            check(Value.fields("name" + i, Value.of(i)));
            wide.put("name" + i, Value.of(i));
        }
        check(new Value.Fields(wide));
    }

    @Test
    void nothingCanBeChanged() {
        var map = assertInstanceOf(Value.Fields.class, pooled("{\"a\":1}")).fields();
        assertThrows(UnsupportedOperationException.class, () -> map.put("b", Value.of(1)));
        assertThrows(UnsupportedOperationException.class, () -> map.remove("a"));
        assertThrows(UnsupportedOperationException.class, map::clear);
        assertThrows(UnsupportedOperationException.class, () -> map.putAll(Map.of()));
        assertThrows(UnsupportedOperationException.class, () -> map.keySet().remove("a"));
        assertThrows(UnsupportedOperationException.class, () -> map.values().clear());
        assertThrows(
                UnsupportedOperationException.class,
                () -> map.entrySet().iterator().next().setValue(Value.of(2)));
    }
}
