// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

class ComponentNumbersTest {

    static Stream<List<String>> numbers() {
        return Vectors.read("number-vectors.tsv").stream();
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void numbersAreThoseOfTheSdk(List<String> row) {
        check(row.get(0), row.get(1));
    }

    @Test
    void aLoneSurrogateTakesThreeBytes() {
        check("\ud800lone", "1490022402");
        check("a\udc00b", "239672886");
        check("\udc00\ud800", "2105915127");
    }

    @Test
    void aReplacementCharacterIsAnotherName() {
        check("\ufffdlone", "4129362853");
    }

    @Test
    void whatStandsAfter128BytesDoesNotCount() {
        check("x".repeat(200) + "A", "2900398647");
        check("x".repeat(200) + "B", "2900398647");
    }

    @Test
    void aNameMayBeCutWithinACharacter() {
        check("é".repeat(64), "1297064383");
        check("é".repeat(65), "1297064383");
        check("a" + "é".repeat(64), "4077332469");
    }

    /**
     * The SDK takes the CRC over 128 bytes whatever the length of the name, so the zeros behind the
     * name change it. Only a name that fills the 128 bytes is the same both ways.
     */
    @Test
    void theNumberOfTheAdrIsNotThatOfTheSdk() {
        checkUnpadded("my-scene::Velocity", "2599388753");
        checkUnpadded("", "2048");
        assertNotEquals(
                ComponentNumbers.of("my-scene::Velocity"),
                ComponentNumbers.unpadded("my-scene::Velocity"));
        assertEquals(
                ComponentNumbers.of("x".repeat(128)), ComponentNumbers.unpadded("x".repeat(128)));
        assertNotEquals(
                ComponentNumbers.of("x".repeat(129)), ComponentNumbers.unpadded("x".repeat(129)));
    }

    @Test
    void theNumberOfTheAdrKnowsNoCoreComponents() {
        check("core::Transform", "1");
        checkUnpadded("core::Transform", "2464078780");
    }

    @Test
    void namesThatAreTooLongToDifferShareANumber() {
        assertEquals(ComponentNumbers.of("x".repeat(129)), ComponentNumbers.of("x".repeat(130)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "__defineGetter__",
                "__defineSetter__",
                "__lookupGetter__",
                "__lookupSetter__",
                "__proto__",
                "constructor",
                "hasOwnProperty",
                "isPrototypeOf",
                "propertyIsEnumerable",
                "toLocaleString",
                "toString",
                "valueOf"
            })
    void whatEveryJavaScriptObjectHasIsNoName(String name) {
        checkRefused(
                name,
                "\"" + name + "\" is the name of something that every JavaScript object has.");
    }

    @Test
    void aNameWhoseNumberFallsAmongTheReservedOnesIsRefused() {
        check("my-scene::C420104", "485");
        checkRefused(
                "my-scene::C420104",
                "\"my-scene::C420104\" would have the number 485, which is reserved for components"
                        + " of the SDK.");
    }

    @Test
    void allOtherNamesWillDo() {
        for (String name :
                List.of("core::Transform", "my-scene::Velocity", "Constructor", "my::toString")) {
            assertEquals(Optional.empty(), ComponentNumbers.refusal(name));
        }
    }

    private static void check(String name, String number) {
        assertEquals(number, ComponentNumbers.of(name).toString(), name);
    }

    private static void checkUnpadded(String name, String number) {
        assertEquals(number, ComponentNumbers.unpadded(name).toString(), name);
    }

    private static void checkRefused(String name, String reason) {
        assertEquals(Optional.of(reason), ComponentNumbers.refusal(name));
    }
}
