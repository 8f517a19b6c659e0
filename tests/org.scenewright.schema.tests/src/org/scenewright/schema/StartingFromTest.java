// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What a component starts from when its source file says so. */
class StartingFromTest {
    private static final String NUMBER = "{\"type\":\"number\",\"serializationType\":\"float32\"}";

    private static String map(String properties) {
        return "{\"type\":\"object\",\"serializationType\":\"map\",\"properties\":{"
                + properties
                + "}}";
    }

    private static void check(String schema, String initial, String starts) {
        var read = JsonSchemas.read(ValueJson.write(ValueJson.parse(schema)));
        var from = read.startingFrom(ValueJson.parse(initial));
        assertEquals(ValueJson.parse(starts), from.initial());
    }

    @Test
    void aFieldStartsFromItsPart() {
        check(map("\"x\":" + NUMBER), "{\"x\":7}", "{\"x\":7}");
    }

    @Test
    void aFieldWithoutAPartStartsFromItsShape() {
        check(map("\"x\":" + NUMBER + ",\"y\":" + NUMBER), "{\"y\":2}", "{\"x\":0,\"y\":2}");
    }

    @Test
    void aFieldOfAFieldStartsFromItsPart() {
        check(map("\"a\":" + map("\"x\":" + NUMBER)), "{\"a\":{\"x\":3}}", "{\"a\":{\"x\":3}}");
    }

    @Test
    void whatIsNoFieldIsLeftOut() {
        check(map("\"x\":" + NUMBER), "{\"z\":1}", "{\"x\":0}");
    }

    @Test
    void aNumberAloneStartsFromItsShape() {
        check(NUMBER, "7", "0");
    }
}
