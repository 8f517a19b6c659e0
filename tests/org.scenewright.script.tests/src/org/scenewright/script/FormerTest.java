// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

/** Definitions as {@code FILE:NAME} or {@code FILE:NAME:PACKAGE}, findings as {@code KIND:FILE}. */
class FormerTest {

    private static Definition definition(String text) {
        var parts = text.split(":");
        return new Definition(
                parts[1],
                "{}",
                Optional.empty(),
                new Place(parts[0], 2, 1),
                parts.length > 2 ? parts[2] : "",
                false,
                Optional.empty(),
                false,
                new Notes("", Map.of()));
    }

    private static List<Definition> definitions(String text) {
        return words(text).stream().map(FormerTest::definition).toList();
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    private static Finding finding(String text) {
        var parts = text.split(":", -1);
        return new Finding(Finding.Kind.valueOf(parts[0]), new Place(parts[1], 1, 1), "No.");
    }

    private static void check(String before, String now, String findings, String expected) {
        assertEquals(expected, names(after(now, findings).since(List.of(), definitions(before))));
    }

    private static String names(List<Definition> definitions) {
        return definitions.stream().map(Definition::name).collect(Collectors.joining(" "));
    }

    private static Former after(String now, String findings) {
        var found = words(findings).stream().map(FormerTest::finding).toList();
        return new Former(new Reflection(definitions(now), found, List.of()));
    }

    @Test
    void whatIsDeletedOrRenamedIsGone() {
        check("a.ts:A a.ts:B", "a.ts:C a.ts:B", "", "A");
    }

    @Test
    void whatMovedIsNotGone() {
        check("a.ts:A", "b.ts:A", "", "");
    }

    @Test
    void itStaysGoneUntilItIsDefinedAgain() {
        assertEquals(
                "A", names(after("b.ts:B", "").since(definitions("a.ts:A a.ts:B"), List.of())));
    }

    @Test
    void ofAFileThatWasNotReadNothingIsGone() {
        check("a.ts:A b.ts:B", "", "LIMIT:a.ts MISSING:b.ts", "B");
        check("a.ts:A", "", "LIMIT:", "");
    }

    @Test
    void ofAPackageThatIsNotInstalledNothingIsGone() {
        check("node_modules/p/a.ts:A:p", "", "", "");
    }
}
