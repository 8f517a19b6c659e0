// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The sample, and real scenes where they lie beside the repository, against the official packages,
 * where {@code releng/bench crdt --peer} has fetched them.
 */
class OfficialBuildTest {
    @TempDir Path folder = Path.of("");

    private static Stream<Path> upwards(String path) {
        return Stream.iterate(Path.of("").toAbsolutePath(), p -> p != null, Path::getParent)
                .map(p -> p.resolve(path))
                .filter(Files::exists)
                .limit(1);
    }

    private static List<Path> below(Path folder, String glob) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var found = Files.newDirectoryStream(folder, glob)) {
            return StreamSupport.stream(found.spliterator(), false).sorted().toList();
        }
    }

    /** The folder of packages with a Node of its own. */
    private static Optional<Path> packages() throws IOException {
        var caches = Path.of(System.getProperty("user.home"), ".m2", "scenewright");
        for (var peer : below(caches, "peer-*")) {
            var modules = peer.resolve("node_modules");
            if (Files.isDirectory(modules.resolve("@dcl/ecs")) && node(modules).isPresent()) {
                return Optional.of(modules);
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> node(Path modules) throws IOException {
        return below(modules, "node-*").stream()
                .map(p -> p.resolve("bin/node"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** What the official build makes of a scene. */
    static byte[] built(Path scene) throws IOException, InterruptedException {
        var modules = packages();
        assumeTrue(modules.isPresent(), "the official packages were not fetched");
        return built(modules.orElseThrow(), scene, scene);
    }

    private byte[] built(Path modules, Path scene) throws IOException, InterruptedException {
        return built(modules, scene, folder);
    }

    private static byte[] built(Path modules, Path scene, Path folder)
            throws IOException, InterruptedException {
        var script = upwards("releng/peer/composites.cjs").findFirst().orElseThrow();
        var out = folder.resolve("main.crdt");
        var command =
                List.of(
                        node(modules).orElseThrow().toString(),
                        script.toString(),
                        scene.toString(),
                        out.toString());
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("NODE_PATH", modules.toString());
        assertEquals(0, builder.start().waitFor());
        return Files.readAllBytes(out);
    }

    @Test
    void theStateOfScenesIsWhatTheSdkBuilds() throws IOException, InterruptedException {
        var modules = packages();
        assumeTrue(modules.isPresent(), "the official packages were not fetched");
        var scenes = Stream.concat(upwards("tests/scenes/sample"), shared().stream()).toList();
        for (var scene : scenes) {
            var dump = StateDump.of(SceneProject.of(scene), CompositeCheck.CORE);
            assertEquals(List.of(), dump.notes());
            assertArrayEquals(built(modules.orElseThrow(), scene), dump.toBytes());
        }
    }

    @Test
    void migratedComponentsAreReadByTheDefinitionOfTheSource()
            throws IOException, InterruptedException {
        var modules = packages();
        assumeTrue(modules.isPresent(), "the official packages were not fetched");
        var file =
                Velocity.file(
                        Velocity.composite(
                                Velocity.schema(Velocity.X, Velocity.Y_TEXT),
                                "{\"x\":1.5,\"y\":\"2.5\",\"old\":true}"),
                        Velocity.project(Velocity.FAST, Velocity.X, Velocity.Y));
        var scene = Velocity.scene(file);
        scene.apply(new Edit.Migrate(Velocity.NAME, Edit.Policy.KEEP), Origin.USER);
        Files.write(folder.resolve("main.composite"), file.write(scene.snapshot()));
        Files.write(folder.resolve("main.crdt"), built(modules.orElseThrow(), folder));
        // As the source file defines it.
        String script =
                """
                const { Engine, Schemas } = require('@dcl/ecs/dist-cjs');
                const engine = Engine();
                const Velocity = engine.defineComponent('yard::Velocity',
                    { fast: Schemas.Boolean, x: Schemas.Float, y: Schemas.Float });
                const transport = { filter: () => false, send: async () => {} };
                engine.addTransport(transport);
                transport.onmessage(require('fs').readFileSync(process.argv[1]));
                engine.update(1).then(() => console.log(JSON.stringify(Velocity.get(512))
                    + JSON.stringify(Velocity.schema.jsonSchema)));
                """;
        String now = Files.readString(folder.resolve("main.composite")).replaceAll("\\s", "");
        String schema = Velocity.schema(Velocity.FAST, Velocity.X, Velocity.Y);
        assertEquals(
                "{\"fast\":false,\"x\":1.5,\"y\":2.5}" + schema,
                printed(modules.orElseThrow(), script, folder.resolve("main.crdt")));
        assertTrue(now.contains("\"jsonSchema\":" + schema));
    }

    private static String printed(Path modules, String script, Path file)
            throws IOException, InterruptedException {
        var command =
                List.of(node(modules).orElseThrow().toString(), "-e", script, file.toString());
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("NODE_PATH", modules.toString());
        var process = builder.start();
        String printed =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor());
        return printed.strip();
    }

    private static List<Path> shared() throws IOException {
        var folders = upwards("shared/scenes").findFirst();
        return folders.isPresent() ? below(folders.get(), "*") : List.of();
    }
}
