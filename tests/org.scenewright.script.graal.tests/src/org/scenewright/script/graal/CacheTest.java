// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;

class CacheTest {
    private static final Reflector REFLECTOR = new Reflector();

    @TempDir Path folder;
    private Project project;

    @BeforeEach
    void write() {
        project =
                new Project(folder.resolve("scene"), folder.resolve("cache"), REFLECTOR)
                        .write(
                                """
                                --- src/part.ts
                                import { Schemas } from '@dcl/sdk/ecs'
                                export const part = Schemas.Int
                                --- src/a.ts
                                SDK
                                import { part } from './part'
                                export const A = engine.defineComponent('m::A', { x: part })
                                --- src/b.ts
                                SDK
                                export const B = engine.defineComponent('m::B', { x: Schemas.Int })
                                console.log('b')
                                """);
    }

    @Test
    void aCacheThatCannotBeWrittenLeavesNothingBehind() throws IOException {
        var file = folder.resolve("kept/reflection.bin");
        Files.createDirectories(file.resolve("in the way"));
        new MemoryStore(file, "build").write(new Memory(Map.of(), Map.of()));
        try (var files = Files.list(file.getParent())) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void aFileThatChangesIsLookedAtAgainWithThoseThatImportIt() throws IOException {
        project.reflect();
        project.write(
                "src/part.ts",
                "import { Schemas } from '@dcl/sdk/ecs'\nexport const part = Schemas.Float\n");
        assertEquals(Set.of("src/part.ts", "src/a.ts"), loaded());
        assertEquals(
                "{\"type\":\"object\",\"properties\":{\"x\":{\"type\":\"number\",\"serializationType\":\"float32\"}},"
                    + "\"serializationType\":\"map\"}",
                project.reflect().definitions().getFirst().jsonSchema());
    }

    @Test
    void nothingIsLoadedTwice() throws IOException {
        var first = project.reflect();
        assertEquals(Set.of(), loaded());
        assertEquals(first, project.reflect());
    }

    @Test
    void theCacheSurvivesARestart() throws IOException {
        var first = project.reflect();
        REFLECTOR.forget();
        assertEquals(Set.of(), loaded());
        REFLECTOR.forget();
        assertEquals(first, project.reflect());
    }

    @Test
    void aDamagedCacheIsMadeAnew() throws IOException {
        var first = project.reflect();
        var file = Files.list(folder.resolve("cache")).findFirst().orElseThrow();
        var whole = Files.readAllBytes(file);
        for (int at = 0; at < whole.length; at += 97) {
            var damaged = whole.clone();
            damaged[at] ^= 0x55;
            Files.write(file, damaged);
            REFLECTOR.forget();
            assertEquals(first, project.reflect(), "damaged at " + at);
        }
        assertEquals(whole.length, Files.size(file));
    }

    @Test
    void aCancelledReflectionLeavesNothingBehind() {
        assertThrows(
                CancellationException.class,
                () ->
                        REFLECTOR.reflect(
                                project.folder(),
                                project.cache(),
                                Set.of(),
                                (done, total, file) -> {
                                    if (file.equals("src/b.ts")) {
                                        throw new CancellationException();
                                    }
                                }));
        assertEquals(2, project.reflect().definitions().size());
    }

    @Test
    void aFileThatKilledAWorkerIsLeftOut() {
        assertEquals(
                "m::B src/b.ts:2\nLIMIT src/a.ts:0\nSIDE_EFFECT src/b.ts:3",
                Project.shown(project.reflect("src/a.ts")));
    }

    /** The files that were loaded, and so told of twice: before, they were read. */
    private Set<String> loaded() throws IOException {
        var read = new HashSet<String>();
        var loaded = new TreeSet<String>();
        REFLECTOR.reflect(
                project.folder(),
                project.cache(),
                Set.of(),
                (done, total, file) -> {
                    if (!read.add(file)) {
                        loaded.add(file);
                    }
                });
        return loaded;
    }
}
