// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.cli.SourceProject.HP;
import static org.scenewright.cli.SourceProject.MAIN;
import static org.scenewright.cli.SourceProject.SDK;
import static org.scenewright.cli.SourceProject.X;
import static org.scenewright.cli.SourceProject.part;
import static org.scenewright.cli.SourceProject.run;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.cli.SourceProject.Ended;
import org.scenewright.schema.Value;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;

/** What commands make of components that only source files define. */
class SourceCommandsTest {
    /** my-scene::Velocity of entity 512 is 2.5. */
    private static final String PUT =
            "1c00000001000000" + "00020000" + "daf15978" + "00000000" + "04000000" + "00002040";

    @TempDir static Path cache;
    @TempDir Path folder = Path.of("");
    private SourceProject project = new SourceProject(folder);

    @BeforeEach
    void project() {
        project = SourceProject.in(folder, cache);
    }

    private Ended bringIn() throws IOException {
        Files.write(folder.resolve("main.crdt"), HexFormat.of().parseHex(PUT));
        return run("import-crdt", folder.resolve("main.crdt"), folder);
    }

    @Test
    void importsComponentsOfSources() throws IOException {
        project.velocity();
        assertEquals(new Ended(0, "", ""), bringIn());
        String written = project.read(MAIN).replaceAll("\\s", "");
        assertTrue(written.contains("\"name\":\"my-scene::Velocity\""), written);
        assertTrue(written.contains("\"512\":{\"json\":{\"x\":2.5}}"), written);
    }

    @Test
    void tellsWhatItCannotImportAndWhichSourceItCouldNotRead() throws IOException {
        project.write("src/Velocity.ts", SDK + "engine.defineComponent('my-scene::Velocity',");
        var ended = bringIn();
        assertEquals(0, ended.code());
        assertTrue(ended.err().contains("scenewright: src/Velocity.ts:"), ended.err());
        assertTrue(
                ended.err().contains("Entity 512, component 2019160538 could not be kept"),
                ended.err());
    }

    private List<String> problems() {
        var ended = run("info", folder, "--json");
        assertEquals("", ended.err());
        return ended.result().items("problems").stream()
                .filter(problem -> !problem.text("file", "").equals("scene.json"))
                .map(SourceCommandsTest::problem)
                .toList();
    }

    private static String problem(Value value) {
        return String.join(
                "|",
                value.text("file", "?"),
                value.text("entity", "?"),
                value.text("field", "?"),
                value.text("message", "?"));
    }

    @Test
    void infoTellsOfValuesThatDoNotFitOnce() {
        project.velocity();
        String cells = "'513':{'json':{'x':'fast'}}";
        project.composite(MAIN, part("my-scene::Velocity", X, cells));
        project.composite("other.composite", part("my-scene::Velocity", X, cells));
        String fault = "|513|my-scene::Velocity.x|Velocity › X should be a number.";
        assertEquals(List.of(MAIN + fault, "other.composite" + fault), problems());
    }

    @Test
    void infoTellsOfTwoSchemasForOneName() {
        project.write("src/a.ts", SDK + "engine.defineComponent('m::A', { x: Schemas.Int })");
        project.write("src/b.ts", SDK + "engine.defineComponent('m::A', { x: Schemas.Boolean })");
        project.composite(MAIN);
        String other = "Another schema for it stands in src/%s.ts, line 3.";
        assertEquals(
                List.of(
                        "src/b.ts||m::A|" + other.formatted("a") + " That one is used.",
                        "src/a.ts||m::A|" + other.formatted("b") + " This one is used."),
                problems());
    }

    @Test
    void infoTellsOfAnOlderSchemaFieldByFieldAndOnce() {
        project.velocity();
        project.composite(MAIN, part("my-scene::Velocity", HP, "'512':{'json':{'hp':1}}"));
        String field = MAIN + "||my-scene::Velocity.";
        assertEquals(
                List.of(
                        field
                                + "x|The definition has this field, the scene does not have it"
                                + " yet.",
                        field
                                + "hp|The scene has this field, the definition does not have it any"
                                + " more."),
                problems());
    }

    @Test
    void infoTellsOfSourcesWithErrors() {
        project.write("src/a.ts", "export const broken = ;\nengine.defineComponent('m::A', {})");
        project.composite(MAIN);
        assertEquals(
                List.of("src/a.ts||"), problems().stream().map(p -> p.substring(0, 10)).toList());
    }
}
