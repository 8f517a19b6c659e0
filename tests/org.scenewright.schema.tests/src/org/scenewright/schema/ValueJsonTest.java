// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueJsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "\"\\u0001\\u001f\\b\\f\\r\\t\u007f/\\ud800 \u2028\"",
                "true",
                "\"\"",
                "\"a\\\"b\\n\"",
                "[]",
                "{}",
                "[1,[2],{}]",
                "{\"b\":1,\"a\":{\"$case\":\"x\"}}",
                "-0",
                "0",
                "9007199254740992",
                "0.1",
                "-2.25",
                "1e+21",
                "1.5e-7",
                "0.000001",
                "123456789012345680000",
                "4.9e-324",
                "1.7976931348623157e+308"
            })
    void whatJavaScriptPrintsIsPrintedTheSame(String json) {
        assertEquals(json, ValueJson.print(ValueJson.parse(json)));
    }

    @ParameterizedTest
    @CsvSource({
        "1.0,1",
        "1e2,100",
        "1E-2,0.01",
        "0.10,0.1",
        "100000000000000000000,100000000000000000000",
        "-0.0,-0"
    })
    void otherSpellingsOfANumberBecomeThatOfJavaScript(String json, String printed) {
        assertEquals(printed, ValueJson.print(ValueJson.parse(json)));
    }

    @Test
    void minusZeroKeepsItsSign() {
        assertEquals(Value.of(-0.0), ValueJson.parse("-0"));
        assertEquals(Value.of(-0.0), ValueJson.read(ValueJson.write(Value.of(-0.0))));
        assertEquals("-0.0", ValueJson.write(Value.of(-0.0)).toString());
    }

    @Test
    void wholeNumbersAreWrittenAsIntegers() {
        assertEquals("3", ValueJson.write(Value.of(3)).toString());
        assertEquals("4294967295", ValueJson.write(Value.of(4294967295.0)).toString());
        assertEquals("0.5", ValueJson.write(Value.of(0.5)).toString());
    }

    @Test
    void whatJsonCannotSayBecomesNull() {
        assertEquals(
                "[null,null]",
                ValueJson.print(
                        ValueJson.parse("[0,0]")
                                .with(FieldPath.of("0"), Value.of(Double.NaN))
                                .with(FieldPath.of("1"), Value.of(Double.POSITIVE_INFINITY))));
        assertTrue(ValueJson.write(Value.of(Double.NaN)).isNull());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1,",
                "{\"a\"}",
                "nul",
                "01",
                "'a'",
                "1 2",
                "{}x",
                "\"\\ud8\"",
                "1e999",
                "NaN"
            })
    void whatIsNoJsonIsRefused(String json) {
        assertThrows(SchemaException.class, () -> ValueJson.parse(json));
    }

    @Test
    void deepNestingIsRefusedAndDoesNotExhaustTheStack() {
        String deep = "[".repeat(200_000);
        assertThrows(SchemaException.class, () -> ValueJson.parse(deep));
        ValueJson.parse("[".repeat(ValueJson.MAX_DEPTH) + "]".repeat(ValueJson.MAX_DEPTH));
    }

    @Test
    void manySiblingsAreNotDeep() {
        var value = ValueJson.parse("[" + "{\"a\":[]},".repeat(300) + "{}]");
        assertEquals(value, ValueJson.read(ValueJson.write(value)));
    }

    @Test
    void tooManyValuesAreRefused() {
        String many = "[" + "0,".repeat((4 << 20) + 1) + "0]";
        assertThrows(SchemaException.class, () -> ValueJson.parse(many));
    }

    @Test
    void jsonTreesAndValuesAreTheSame() {
        var value = ValueJson.parse("{\"a\":[1,0.5,true,null,\"x\"],\"b\":{}}");
        assertEquals(value, ValueJson.read(ValueJson.write(value)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":", "NaN", "/**/1", "[1 2]", "{a:1}"})
    void reasonsDoNotSpeakOfTheParser(String text) {
        var failure = assertThrows(SchemaException.class, () -> ValueJson.parse(text));
        String message = String.valueOf(failure.getMessage());
        assertFalse(message.matches("(?s).*(Source|Feature|`|\n).*"), message);
    }
}
