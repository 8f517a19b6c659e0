// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Holds what stands in for the SDK against the real one, on Node. */
class SdkTest {
    private static final Reflector REFLECTOR = new Reflector();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int COMPONENTS = 60;
    private static final List<String> FLAT =
            List.of(
                    "Boolean",
                    "String",
                    "Float",
                    "Double",
                    "Byte",
                    "Short",
                    "Int",
                    "Int64",
                    "Number",
                    "Vector3",
                    "Quaternion",
                    "Color3",
                    "Color4",
                    "Entity");

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void schemasAndInitialValuesAreThoseOfTheSdk(long seed) throws Exception {
        var random = new Random(seed);
        var source = new StringBuilder();
        for (int i = 0; i < COMPONENTS; i++) {
            source.append("define('c").append(i).append("', ").append(spec(random, 3));
            source.append(random.nextBoolean() ? ", { a: { x: 1 }, extra: [" + i + "] })" : ")");
            source.append(";\n");
        }
        var real = real(source.toString());
        var ours = ours(source.toString());
        assertEquals(COMPONENTS, ours.size());
        assertEquals(real, ours);
    }

    @Test
    void enumerationsAreThoseOfTheSdk() throws Exception {
        var real = node(script("releng/peer/enums.cjs"));
        try (var in = Prelude.class.getResourceAsStream("sdk/enums.json")) {
            assertEquals(JSON.readTree(real), JSON.readTree(in));
        }
    }

    private static String spec(Random random, int depth) {
        var fields = new ArrayList<String>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            var key =
                    random.nextInt(8) == 0 ? "'" + random.nextInt(99) + "'" : "abcdefgh".charAt(i);
            fields.add(key + ": " + schema(random, depth));
        }
        return "{ " + String.join(", ", fields) + " }";
    }

    private static String schema(Random random, int depth) {
        return "Schemas."
                + switch (depth == 0 ? 0 : random.nextInt(9)) {
                    case 1 -> "Array(" + schema(random, depth - 1) + ")";
                    case 2 -> "Optional(" + schema(random, depth - 1) + ")";
                    case 3 ->
                            "Map("
                                    + spec(random, depth - 1)
                                    + (random.nextBoolean() ? ")" : ", { b: 3 })");
                    case 4 -> "OneOf(" + spec(random, depth - 1) + ")";
                    case 5 -> "EnumNumber({ 0: 'A', A: 0, 7: 'B', B: 7, [-1]: 'C', C: -1 }, 7)";
                    case 6 ->
                            "EnumString({ A: 'x', B: 'ü' }"
                                    + (random.nextBoolean() ? ")" : ", 'ü')");
                    case 7 -> "fromJson(Schemas.Map(" + spec(random, depth - 1) + ").jsonSchema)";
                    default -> FLAT.get(random.nextInt(FLAT.size()));
                };
    }

    private List<String> ours(String source) throws IOException {
        var project = new Project(folder.resolve("scene"), folder.resolve("cache"), REFLECTOR);
        project.write("package.json", "{}");
        project.write(
                "src/all.ts",
                "import { engine, Schemas } from '@dcl/sdk/ecs'\n"
                        + "const define = (n, s, d) => engine.defineComponent(n, s, d)\n"
                        + source);
        var reflection = project.reflect();
        return reflection.definitions().stream()
                .sorted((a, b) -> number(a.name()) - number(b.name()))
                .map(d -> d.name() + " " + d.jsonSchema() + " " + d.initial().orElse(""))
                .toList();
    }

    private static int number(String name) {
        return Integer.parseInt(name.substring(1));
    }

    private static List<String> real(String source) throws Exception {
        var script =
                """
                const { Schemas } = require('@dcl/ecs/dist-cjs/schemas')
                const lines = []
                const define = (name, spec, initial) => {
                  const schema = Schemas.Map(spec, initial)
                  lines.push(`${name} ${JSON.stringify(schema.jsonSchema)} ${JSON.stringify(schema.create())}`)
                }
                """;
        var file = Files.createTempFile("schemas", ".cjs");
        try {
            Files.writeString(
                    file, script + source + "process.stdout.write(JSON.stringify(lines))\n");
            var lines = JSON.readTree(node(file));
            return lines.valueStream().map(JsonNode::asText).toList();
        } finally {
            Files.delete(file);
        }
    }

    private static String node(Path script) throws IOException, InterruptedException {
        var modules = packages();
        assumeTrue(modules.isPresent(), "the official packages were not fetched");
        var node = below(modules.orElseThrow(), "node-*").getFirst().resolve("bin/node");
        var builder = new ProcessBuilder(node.toString(), script.toString());
        builder.environment().put("NODE_PATH", modules.orElseThrow().toString());
        var process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor());
        return out;
    }

    /** The folder of packages with a Node of its own. */
    private static Optional<Path> packages() throws IOException {
        var caches = Path.of(System.getProperty("user.home"), ".m2", "scenewright");
        for (var peer : below(caches, "peer-*")) {
            var modules = peer.resolve("node_modules");
            if (Files.isDirectory(modules.resolve("@dcl/ecs"))
                    && !below(modules, "node-*").isEmpty()) {
                return Optional.of(modules);
            }
        }
        return Optional.empty();
    }

    private static List<Path> below(Path folder, String glob) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var found = Files.newDirectoryStream(folder, glob)) {
            return StreamSupport.stream(found.spliterator(), false).sorted().toList();
        }
    }

    private static Path script(String path) {
        return Stream.iterate(Path.of("").toAbsolutePath(), f -> f != null, Path::getParent)
                .map(folder -> folder.resolve(path))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow();
    }
}
