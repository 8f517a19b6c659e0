// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.runtime.SceneSession;
import org.scenewright.scene.Problem;
import org.scenewright.scene.SceneProject;
import org.scenewright.script.wire.Definition;
import org.scenewright.script.wire.Notes;
import org.scenewright.script.wire.Place;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is told of components that nothing defines any more; m::A is on an entity, m::B is not. */
class UndefinedTest {
    private static final String SCENE =
            """
            {"version":1,"components":[
            {"name":"m::A","jsonSchema":{"type":"object","properties":{},"serializationType":"map"},
            "data":{"512":{"json":{}}}}]}
            """;

    @TempDir Path folder = Path.of("");

    private static Definition former(String name) {
        return new Definition(
                name,
                "{}",
                Optional.empty(),
                new Place("src/a.ts", 3, 1),
                "",
                false,
                Optional.empty(),
                false,
                new Notes("", Map.of()));
    }

    private List<Problem> problems(String... former) throws IOException {
        var project = SceneProject.of(folder);
        Files.createDirectories(project.composite().resolveSibling(""));
        Files.writeString(project.composite(), SCENE);
        try (var session = SceneSession.open(project).join()) {
            return new Undefined(List.of(former).stream().map(UndefinedTest::former).toList())
                    .problems(session.snapshot(), "main.composite");
        }
    }

    @Test
    void whatEntitiesStillHaveIsTold() throws IOException {
        String sentence =
                "m::A is on 1 entity, but no source file defines it any more; src/a.ts did. Its"
                        + " values stay as they are.";
        assertEquals(
                List.of(
                        new Problem(
                                Problem.Severity.WARNING,
                                "main.composite",
                                "",
                                "m::A",
                                0,
                                sentence)),
                problems("m::A"));
    }

    @Test
    void whatNoEntityHasIsNobodysConcern() throws IOException {
        assertEquals(List.of(), problems("m::B"));
    }

    @Test
    void whatOnlyTheSceneEverSaidIsNotTold() throws IOException {
        assertEquals(List.of(), problems());
    }
}
