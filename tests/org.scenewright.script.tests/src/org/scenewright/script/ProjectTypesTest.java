// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.CoreComponents;
import org.scenewright.schema.ValueJson;
import org.scenewright.script.wire.Definition;
import org.scenewright.script.wire.Notes;
import org.scenewright.script.wire.Place;
import org.scenewright.script.wire.Reflection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class ProjectTypesTest {
    private static final ComponentTypes CORE = CoreComponents.load();
    private static final String FLOAT = "{\"type\":\"number\",\"serializationType\":\"float32\"}";
    private static final String X = map("x");

    private static String map(String field) {
        return "{\"type\":\"object\",\"serializationType\":\"map\",\"properties\":{\""
                + field
                + "\":"
                + FLOAT
                + "}}";
    }

    private static Definition definition(String name, String schema, int line) {
        return new Definition(
                name,
                schema,
                Optional.of("{\"x\":4}"),
                new Place("src/a.ts", line, 1),
                "library",
                true,
                Optional.empty(),
                false,
                new Notes("It moves.", Map.of("x", "east")));
    }

    private static ProjectTypes merged(Definition... definitions) {
        return ProjectTypes.of(CORE, new Reflection(List.of(definitions), List.of(), List.of()));
    }

    /**
     * One definition of a schema on a line of its own for each name; conflicts as lines of text.
     */
    private static void check(String expected, Definition... definitions) {
        assertEquals(
                expected,
                merged(definitions).conflicts().stream()
                        .map(c -> c.place().line() + " " + c.component() + ": " + c.message())
                        .collect(Collectors.joining("\n")));
    }

    @Test
    void oneDefinitionIsNoConflict() {
        check("", definition("my::A", X, 1));
    }

    @Test
    void theSameTwiceIsNoConflict() {
        check("", definition("my::A", X, 1), definition("my::A", X, 2));
    }

    @Test
    void twoSchemasForOneNameAreToldAtBothPlaces() {
        check(
                """
                2 my::A: Another schema for it stands in src/a.ts, line 1. That one is used.
                1 my::A: Another schema for it stands in src/a.ts, line 2. This one is used.\
                """,
                definition("my::A", X, 1),
                definition("my::A", map("y"), 2));
    }

    @Test
    void twoNamesForOneNumberAreTold() {
        // The number counts the first 128 bytes of the name only.
        String first = "x".repeat(128);
        check(
                "2 " + first + "B: It has the same number 2900398647 as " + first + "A.",
                definition(first + "A", X, 1),
                definition(first + "B", X, 2));
    }

    @Test
    void aComponentOfTheSdkIsNotReplaced() {
        check(
                "1 core::Transform: The SDK has a component of this name with another schema.",
                definition("core::Transform", X, 1));
    }

    @Test
    void aNameThatNoObjectCanHoldIsRefused() {
        assertEquals(1, merged(definition("__proto__", X, 1)).conflicts().size());
    }

    @Test
    void aSchemaThatIsNoneIsRefused() {
        assertEquals(1, merged(definition("my::A", "[]", 1)).conflicts().size());
    }

    @Test
    void whatDoesNotCountIsNoType() {
        assertEquals(
                List.of("my::A"),
                Stream.of(merged(definition("my::A", X, 1), definition("core::Transform", X, 2)))
                        .flatMap(types -> types.definitions().stream())
                        .map(Definition::name)
                        .toList());
    }

    @Test
    void aTypeStartsAsItsSourceSays() {
        var type = merged(definition("my::A", X, 1)).types().find("my::A").orElseThrow();
        assertEquals(ValueJson.parse("{\"x\":4}"), type.initial());
    }

    @Test
    void aTypeKnowsItsPackageAndNotes() {
        var about = merged(definition("my::A", X, 1)).types().find("my::A").orElseThrow().about();
        assertEquals(
                "library It moves. true",
                String.join(" ", about.packageName(), about.text(), "" + about.isInternal()));
    }

    @Test
    void typesOfTheSdkStay() {
        assertEquals(CORE.all().size() + 1, merged(definition("my::A", X, 1)).types().all().size());
    }
}
