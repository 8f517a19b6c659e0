// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A project that commands are run on; each run has a worker process of its own. */
record SourceProject(Path folder) {
    static final String MAIN = "assets/scene/main.composite";
    static final String SDK =
            "import { engine, Schemas } from '@dcl/sdk/ecs'\n"
                    + "import { declareComponent } from '../declare-component'\n";
    static final String X =
            "{'type':'object','properties':{'x':{'type':'number','serializationType':'float32'}},"
                    + "'serializationType':'map'}";
    static final String HP = X.replace("'x'", "'hp'");

    /** A new one with nothing in it. */
    static SourceProject in(Path folder, Path cache) {
        System.setProperty("scenewright.cache", cache.toString());
        var project = new SourceProject(folder);
        project.write("scene.json", "{}");
        project.write("package.json", "{'name': 'my-scene'}");
        return project;
    }

    /** What a command left behind. */
    record Ended(int code, String out, String err) {
        Value result() {
            assertTrue(code < 2, err);
            return ValueJson.parse(out);
        }

        String names() {
            return result().items("components").stream()
                    .map(c -> c.text("name", ""))
                    .collect(Collectors.joining(" "));
        }

        String places(String list) {
            return result().items(list).stream()
                    .map(it -> it.text("file", "") + ":" + (int) it.number("line", 0))
                    .collect(Collectors.joining(" "));
        }
    }

    static Ended run(Object... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        String[] words = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
        int code = Main.run(words, new PrintStream(out, true), new PrintStream(err, true));
        return new Ended(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    Ended components() {
        return run("components", folder, "--json");
    }

    void write(String file, String text) {
        try {
            var path = folder.resolve(file);
            Files.createDirectories(path.resolveSibling(""));
            boolean isJson = file.endsWith("json") || file.endsWith("composite");
            Files.writeString(path, isJson ? text.replace('\'', '"') : text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    void composite(String file, String... parts) {
        write(file, "{'version':1,'components':[\n%s]}".formatted(String.join(",\n", parts)));
    }

    static String part(String name, String schema, String cells) {
        return "{'name':'%s','jsonSchema':%s,'data':{%s}}".formatted(name, schema, cells);
    }

    String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    void velocity() {
        write(
                "components/Velocity.ts",
                SDK + "export default declareComponent({ x: Schemas.Float }, { x: 2 })");
    }

    /** As if the module that declarations import were there; it is another test's matter. */
    static Ended without(String module, Ended ended) {
        var result = ended.result();
        var problems =
                result.items("problems").stream()
                        .filter(problem -> !problem.text("message", "").contains(module))
                        .toList();
        var rest = result.with(FieldPath.of("problems"), Value.of(problems));
        return new Ended(ended.code(), ValueJson.print(rest) + "\n", ended.err());
    }
}
