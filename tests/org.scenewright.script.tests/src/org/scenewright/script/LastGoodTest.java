// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scenewright.script.wire.Definition;
import org.scenewright.script.wire.Finding;
import org.scenewright.script.wire.Notes;
import org.scenewright.script.wire.Place;
import org.scenewright.script.wire.Reflection;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Definitions as {@code FILE:NAME}, findings as {@code KIND:FILE}, with a space in between. */
class LastGoodTest {

    private static Definition definition(String text, String schema) {
        var parts = text.split(":");
        return new Definition(
                parts[1],
                schema,
                Optional.empty(),
                new Place(parts[0], 2, 1),
                "",
                false,
                Optional.empty(),
                false,
                new Notes("", Map.of()));
    }

    private static Finding finding(String text) {
        var parts = text.split(":");
        return new Finding(Finding.Kind.valueOf(parts[0]), new Place(parts[1], 1, 1), "No.");
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty());
    }

    private static Reflection reflection(String definitions, String findings, String schema) {
        return new Reflection(
                words(definitions).map(text -> definition(text, schema)).toList(),
                words(findings).map(LastGoodTest::finding).toList(),
                List.of());
    }

    private static Reflection carried(String before, String now, String findings) {
        return new LastGood(reflection(now, findings, "new")).from(reflection(before, "", "old"));
    }

    /** Which definitions there are in the end, each with whether it is the old or the new one. */
    private static void check(String before, String now, String findings, String expected) {
        assertEquals(
                expected,
                carried(before, now, findings).definitions().stream()
                        .map(d -> d.name() + "=" + d.jsonSchema())
                        .collect(Collectors.joining(" ")));
    }

    @Test
    void ofAFileThatCannotBeParsedAllIsKeptAtItsPlace() {
        check("a.ts:A b.ts:B c.ts:C", "a.ts:A c.ts:C", "SYNTAX:b.ts", "A=new B=old C=new");
    }

    @Test
    void ofAFileThatIsGoneNothingIsKept() {
        check("a.ts:A b.ts:B", "", "SYNTAX:b.ts", "B=old");
    }

    @Test
    void whatMovedToAnotherFileIsNotKept() {
        check("b.ts:B", "a.ts:B", "SYNTAX:b.ts", "B=new");
    }

    @Test
    void whatImportsAFileThatCannotBeParsedIsKept() {
        check("a.ts:A b.ts:B", "", "SYNTAX:b.ts FAILED:a.ts", "A=old B=old");
    }

    @Test
    void whatAFileDefinedUntilItReachedALimitIsAllThereIs() {
        check("a.ts:A", "", "LIMIT:a.ts SYNTAX:b.ts", "");
    }

    @Test
    void itIsWantedOnlyWhereSomethingCannotBeParsed() {
        assertTrue(new LastGood(reflection("", "SYNTAX:a.ts", "")).isWanted());
        assertFalse(new LastGood(reflection("", "FAILED:a.ts", "")).isWanted());
    }

    @Test
    void itIsToldWhereSomethingIsKept() {
        assertEquals(
                List.of(
                        "No. Until this is mended, its components are used as they were before.",
                        "No."),
                carried("a.ts:A", "", "SYNTAX:a.ts SYNTAX:b.ts").findings().stream()
                        .map(Finding::message)
                        .toList());
    }
}
