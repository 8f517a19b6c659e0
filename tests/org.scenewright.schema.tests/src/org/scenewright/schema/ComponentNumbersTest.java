// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
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
    }

    @Test
    void whatStandsAfter128BytesDoesNotCount() {
        check("x".repeat(200) + "A", "2900398647");
        check("x".repeat(200) + "B", "2900398647");
    }

    private static void check(String name, String number) {
        assertEquals(number, ComponentNumbers.of(name).toString(), name);
    }
}
