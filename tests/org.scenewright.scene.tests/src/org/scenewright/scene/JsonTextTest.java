// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.nio.charset.StandardCharsets;

class JsonTextTest {
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String written(String before, Value now) {
        return new String(JsonText.parse(bytes(before)).with(now), StandardCharsets.UTF_8);
    }

    private static Value value(String text) {
        return JsonText.parse(bytes(text)).value();
    }

    /** Sets the part at a path to a value in JSON; an empty value takes the part out. */
    private static void check(String before, String path, String json, String after) {
        var at = FieldPath.parse(path);
        var now =
                json.isEmpty()
                        ? value(before).without(at)
                        : value(before).with(at, ValueJson.parse(json));
        String text = written(before, now);
        assertEquals(after, text);
        assertEquals(now, value(text));
    }

    private static void checkUnreadable(String text, int line, String message) {
        var failure = assertThrows(SceneFormatException.class, () -> value(text));
        assertEquals(line, failure.line(), failure.getMessage());
        assertTrue(failure.message().contains(message), failure.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                " \r\n\t{ \"a\" :1.50e0 , \"a\":-0, \"\\u0061\" : [ ] }\n\n",
                "\uFEFF{\"a\":1}",
                "[1e400,12345678901234567890,0.1e-7,-0.0]",
                "\"text\"",
                "-0",
                "{\"\":{\"\":\"\\ud83d\\ude00 😀 \\ud800\"}}",
                "[[],{},[ ],{ },null,true,false]",
            })
    void whatSaysTheSameStaysAsItIs(String text) {
        assertEquals(text, written(text, value(text)));
    }

    @Test
    void aNumberIsReplacedAlone() {
        check("{ \"a\":1.0,\n\"b\" : 2.00 }", "b", "3", "{ \"a\":1.0,\n\"b\" : 3 }");
    }

    @Test
    void negativeZeroIsAnotherNumber() {
        check("{\"a\": 0}", "a", "-0", "{\"a\": -0}");
        check("{\"a\": -0}", "a", "0", "{\"a\": 0}");
    }

    @Test
    void numbersAreSpelledAsScriptsSpellThem() {
        check("[0]", "0", "1e21", "[1e+21]");
        check("[0]", "0", "100", "[100]");
        check("[0]", "0", "0.000001", "[0.000001]");
    }

    @Test
    void theLastOfEqualKeysCounts() {
        check("{\"a\":1,\"a\":2}", "a", "3", "{\"a\":1,\"a\":3}");
        check("{\"a\":1,\"b\":0,\"a\":2}", "a", "", "{\"b\":0}");
    }

    @Test
    void textsAreEscaped() {
        check("[\"\"]", "0", "\"a\\\"\\\\\\n\\u0001é\"", "[\"a\\\"\\\\\\n\\u0001é\"]");
    }

    @Test
    void halfASurrogatePairKeepsItsNumber() {
        check("[\"\"]", "0", "\"\\ud800x😀\"", "[\"\\ud800x😀\"]");
    }

    @Test
    void aMemberGoesWithItsComma() {
        check("{ \"a\": 1, \"b\": 2, \"c\": 3 }", "b", "", "{ \"a\": 1, \"c\": 3 }");
        check("{ \"a\": 1, \"b\": 2 }", "a", "", "{ \"b\": 2 }");
        check("{ \"a\": 1, \"b\": 2 }", "b", "", "{ \"a\": 1 }");
        check("{ \"a\": 1 }", "a", "", "{}");
        check("{\n  \"a\": 1,\n  \"b\": 2\n}", "b", "", "{\n  \"a\": 1\n}");
    }

    @Test
    void anItemGoesWithItsComma() {
        check("[1 , 2 , 3]", "1", "", "[1 , 3]");
        check("[\n\t1,\n\t2\n]", "0", "", "[\n\t2\n]");
    }

    @Test
    void aNewMemberIsIndentedLikeItsNeighbours() {
        check("{\n   \"a\": 1\n}", "b", "2", "{\n   \"a\": 1,\n   \"b\": 2\n}");
        check(
                "{\r\n\t\"a\" : 1\r\n}",
                "b",
                "[1]",
                "{\r\n\t\"a\" : 1,\r\n\t\"b\" : [\r\n\t\t1\r\n\t]\r\n}");
    }

    @Test
    void whatStandsOnOneLineStaysOnOneLine() {
        check("{\"a\":1}", "b", "{\"c\":[1,2]}", "{\"a\":1,\"b\":{\"c\":[1,2]}}");
        check("{\"a\":1}\n", "b", "2", "{\"a\":1,\"b\":2}\n");
        check("{\"a\": 1, \"c\": 2}", "b", "[1,2]", "{\"a\": 1, \"c\": 2, \"b\": [1, 2]}");
    }

    @Test
    void aNewMemberIsOnOneLineIfItsNeighboursAre() {
        check(
                "{\n  \"a\": {\"x\": 1, \"y\": 2}\n}",
                "b",
                "{\"x\":3,\"y\":4}",
                "{\n  \"a\": {\"x\": 1, \"y\": 2},\n  \"b\": {\"x\": 3, \"y\": 4}\n}");
    }

    @Test
    void anEmptyListIsFilledInTheStyleOfTheFile() {
        check("{\n  \"a\": []\n}", "a", "[1]", "{\n  \"a\": [\n    1\n  ]\n}");
        check("{\"a\":[],\"b\":1}", "a", "[1,2]", "{\"a\":[1,2],\"b\":1}");
    }

    @Test
    void aCaseIsExchangedInItsPlace() {
        check(
                "{\"m\": {\"$case\": \"box\", \"box\": {\"uvs\": []}, \"x\": 1}}",
                "m",
                "{\"$case\":\"sphere\",\"sphere\":{},\"x\":1}",
                "{\"m\": {\"$case\": \"sphere\", \"sphere\": {}, \"x\": 1}}");
    }

    @Test
    void anItemPutInTheMiddleLeavesTheOthers() {
        check("[1.0, 2.0, 3.0]", "", "[1,5,2,3]", "[1.0, 5, 2.0, 3.0]");
        check("[1.0, 2.0]", "", "[0,1,2]", "[0, 1.0, 2.0]");
    }

    @Test
    void entriesAreRecognisedByTheirFirstField() {
        check(
                "[{\"e\":1,\"c\":[7.0]},{\"e\":2.0,\"c\":[]},{\"e\":3.0,\"c\":[1.0]}]",
                "",
                "[{\"e\":2,\"c\":[8]},{\"e\":3,\"c\":[1,9]}]",
                "[{\"e\":2.0,\"c\":[8]},{\"e\":3.0,\"c\":[1.0,9]}]");
    }

    @Test
    void anotherKindOfValueReplacesAll() {
        check("{\"a\": {\"b\": 1}}", "a", "5", "{\"a\": 5}");
        check("{\n \"a\": 5\n}", "a", "{\"b\":1}", "{\n \"a\": {\n  \"b\": 1\n }\n}");
        check("\"a\"", "", "[1]", "[1]");
    }

    @Test
    void aByteOrderMarkStays() {
        check("\uFEFF{\"a\":1}", "a", "2", "\uFEFF{\"a\":2}");
    }

    @Test
    void whatIsNoJsonIsToldWithItsLine() {
        checkUnreadable("", 1, "ends too early");
        checkUnreadable("{\n\"a\": 1,\n", 3, "end-of-input");
        checkUnreadable("{\n\"a\": nope}", 2, "line 2, column");
        checkUnreadable("{} {}", 1, "more text");
        checkUnreadable("{\"a\":\n\"\n\"}", 2, "line 2");
        checkUnreadable("[1,]", 1, "line 1, column");
    }

    @Test
    void whatIsNoJsonIsToldWithItsColumn() {
        var failure = assertThrows(SceneFormatException.class, () -> value("{\n  nope}"));
        assertEquals(3, failure.column(), failure.getMessage());
        assertEquals(2, failure.line(), failure.getMessage());
    }

    @Test
    void whatIsNotUtf8IsTold() {
        byte[] latin = "{\"a\":\"M\u00fcller\"}".getBytes(StandardCharsets.ISO_8859_1);
        var failure = assertThrows(SceneFormatException.class, () -> JsonText.parse(latin));
        assertTrue(failure.message().contains("UTF-8"), failure.getMessage());
        byte[] wide = "{}".getBytes(StandardCharsets.UTF_16LE);
        assertThrows(SceneFormatException.class, () -> JsonText.parse(wide));
    }

    @Test
    void tooDeepNestingIsRefused() {
        String deepest = "[".repeat(200) + "]".repeat(200);
        assertEquals(deepest, written(deepest, value(deepest)));
        checkUnreadable("[".repeat(201) + "]".repeat(201), 1, "200 levels");
        checkUnreadable("{\"a\":".repeat(100_000), 1, "200 levels");
    }

    @Test
    void manyDifferentKeysAreNoAttack() {
        var text = new StringBuilder("{\"k\":0");
        for (int i = 0; i < 200_000; i++) {
            text.append(",\"").append(i).append("\":0");
        }
        byte[] bytes = bytes(text.append('}').toString());
        assertArrayEquals(bytes, JsonText.parse(bytes).with(JsonText.parse(bytes).value()));
    }
}
