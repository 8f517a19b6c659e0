// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.cli.SourceProject.MAIN;
import static org.scenewright.cli.SourceProject.SDK;
import static org.scenewright.cli.SourceProject.X;
import static org.scenewright.cli.SourceProject.part;
import static org.scenewright.cli.SourceProject.run;
import static org.scenewright.cli.SourceProject.without;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

class ComponentsTest {
    @TempDir static Path cache;
    @TempDir Path folder = Path.of("");
    private SourceProject project = new SourceProject(folder);

    @BeforeEach
    void project() {
        project = SourceProject.in(folder, cache);
    }

    @Test
    void tellsAllOfAComponent() {
        project.velocity();
        assertEquals(
                ("{'components':[{'name':'my-scene::Velocity','number':2019160538,'package':'',"
                                + "'file':'components/Velocity.ts','line':3,'schema':%s,"
                                + "'default':{'x':2},'internal':false}],"
                                + "'sideEffects':[],'conflicts':[],'problems':[]}\n")
                        .formatted(X)
                        .replace('\'', '"'),
                without("declare-component", project.components()).out());
    }

    @Test
    void readsConstantsThatAreReexported() {
        project.write(
                "components.ts",
                "export { Velocity } from './components/Velocity'\n"
                        + "export { Rotator } from 'rotator-library/components'");
        project.write(
                "components/Velocity.ts",
                SDK
                        + "export const Velocity = declareComponent('my-scene::Velocity', { x:"
                        + " Schemas.Float })\n"
                        + "export const Inner = declareComponent('my-scene::Inner', { x:"
                        + " Schemas.Float })");
        project.write("node_modules/rotator-library/package.json", "{'name': 'rotator-library'}");
        project.write(
                "node_modules/rotator-library/components.js",
                SDK
                        + "export const Rotator = declareComponent('rotator-library::Rotator', { x:"
                        + " Schemas.Float })");
        var ended = project.components();
        assertEquals("rotator-library::Rotator my-scene::Velocity my-scene::Inner", ended.names());
        assertEquals(
                List.of("rotator-library", "", ""),
                ended.result().items("components").stream()
                        .map(c -> c.text("package", "?"))
                        .toList());
        assertEquals(
                List.of(false, false, true),
                ended.result().items("components").stream()
                        .map(c -> c.flag("internal", false))
                        .toList());
    }

    @Test
    void addsWhatOnlyCompositesDeclare() {
        project.composite(MAIN, part("core::Transform", "{}", ""), part("other::Thing", X, ""));
        project.composite("assets/lamp/lamp.composite", part("other::Lamp", X, ""));
        assertEquals("other::Thing other::Lamp", project.components().names());
        assertEquals(
                MAIN + ":3 assets/lamp/lamp.composite:2",
                project.components().places("components"));
    }

    @Test
    void tellsSideEffects() {
        project.write(
                "src/index.ts",
                SDK
                        + "export const Velocity = engine.defineComponent('my-scene::Velocity',"
                        + " {})\n"
                        + "engine.addEntity()");
        var ended = project.components();
        assertEquals(0, ended.code());
        assertEquals("src/index.ts:4", ended.places("sideEffects"));
    }

    @Test
    void refusesTwoSchemasForOneName() {
        project.write(
                "src/a.ts",
                SDK + "export const A = engine.defineComponent('m::A', { x: Schemas.Int })");
        project.write(
                "src/b.ts",
                SDK + "export const A = engine.defineComponent('m::A', { x: Schemas.Boolean })");
        var ended = project.components();
        assertEquals(1, ended.code());
        assertEquals("src/b.ts:3 src/a.ts:3", ended.places("conflicts"));
        assertEquals("m::A", ended.names());
    }

    @Test
    void refusesTwoSchemasInComposites() {
        project.composite(MAIN, part("m::A", X, "'512':{'json':{'x':1}}"));
        project.composite(
                "other.composite", part("m::A", SourceProject.HP, "'512':{'json':{'hp':1}}"));
        assertEquals("other.composite:2", project.components().places("conflicts"));
    }

    @Test
    void refusesTwoNamesForOneNumber() {
        String first = "x".repeat(128);
        project.composite(MAIN, part(first + "A", X, ""), part(first + "B", X, ""));
        assertEquals(MAIN + ":3", project.components().places("conflicts"));
    }

    @Test
    void refusesACompositeWithAnOlderSchema() {
        project.velocity();
        project.composite(
                MAIN, part("my-scene::Velocity", SourceProject.HP, "'512':{'json':{'hp':1}}"));
        var ended = project.components();
        assertEquals(1, ended.code());
        assertEquals(MAIN + ":2", ended.places("conflicts"));
    }

    @Test
    void takesAnOlderSchemaThatNoEntityUses() {
        project.velocity();
        project.composite(MAIN, part("my-scene::Velocity", SourceProject.HP, ""));
        assertEquals(0, project.components().code());
    }

    @Test
    void refusesValuesThatDoNotFit() {
        project.velocity();
        project.composite(
                MAIN,
                part(
                        "my-scene::Velocity",
                        X,
                        "\n'512':{'json':{'x':1}},\n'513':{'json':{'x':'fast'}}"));
        var ended = project.components();
        assertEquals(MAIN + ":4", ended.places("conflicts"));
        assertTrue(ended.out().contains("Entity 513: Velocity › X should be a number."));
    }

    @Test
    void refusesValuesThatLackAField() {
        project.composite(MAIN, part("m::A", X, "'512':{'json':{}}"));
        assertEquals(MAIN + ":2", project.components().places("conflicts"));
    }

    @Test
    void warnsOfWhatIsMissingAndOfWhatIsBroken() throws IOException {
        Files.delete(folder.resolve("scene.json"));
        project.write("package.json", "{'name': 'my-scene', 'dependencies': {'absent': '1'}}");
        project.write("src/a.ts", "export const broken = ;\nengine.defineComponent('m::A', {})");
        project.write("other.composite", "{'version':1,'components':[");
        var ended = project.components();
        assertEquals(0, ended.code());
        assertEquals(
                List.of("scene.json", "absent", "src/a.ts:1", "other.composite"),
                Stream.of("scene.json", "absent", "src/a.ts:1", "other.composite")
                        .filter(ended.err()::contains)
                        .toList());
        assertEquals("package.json:1 src/a.ts:1 other.composite:1", ended.places("problems"));
        assertEquals(
                List.of("missing", "syntax", "syntax"),
                ended.result().items("problems").stream().map(p -> p.text("kind", "?")).toList());
    }

    @Test
    void endsWithOneWhereFilesHaveErrorsAndSomebodyWantsToKnow() {
        project.write("src/a.ts", "export const broken = ;\nengine.defineComponent('m::A', {})");
        assertEquals(1, run("components", folder, "--strict").code());
        project.write("src/a.ts", SDK + "engine.defineComponent('m::A', {})");
        assertEquals(0, run("components", folder, "--strict").code());
    }

    @Test
    void refusesWhatIsNoFolder() {
        assertEquals(2, run("components", folder.resolve("absent")).code());
        assertEquals(2, run("components", folder.resolve("scene.json")).code());
    }

    @Test
    void leavesNoProcessBehind() {
        project.write("src/a.ts", SDK + "engine.defineComponent('m::A', {})\nwhile (true) {}");
        assertEquals("m::A", project.components().names());
        assertEquals(
                0, ProcessHandle.current().descendants().filter(ProcessHandle::isAlive).count());
    }

    @Test
    void showsNoControlCharactersOfNames() {
        project.write(
                "src/a\u001b[2J\nb.ts",
                "import { engine } from '@dcl/sdk/ecs'\n"
                        + "export const A = engine.defineComponent('m::A\\u001b\\n', {})\n"
                        + "console.log(A)\n");
        project.write("src/c\u001b.ts", "engine.defineComponent(");
        var ended = run("components", folder);
        assertTrue(ended.out().contains("m::A\uFFFD\uFFFD"), ended.out());
        assertFalse(ended.out().contains("\u001b"), ended.out());
        assertFalse(ended.err().contains("\u001b"), ended.err());
    }

    @Test
    void saysThatThereIsNothing() {
        assertEquals("There are no components.\n", run("components", folder).out());
    }
}
