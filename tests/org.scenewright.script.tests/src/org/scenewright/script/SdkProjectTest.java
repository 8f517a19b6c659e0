// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Edit;
import org.scenewright.scene.LoadedScene;
import org.scenewright.scene.Origin;
import org.scenewright.scene.Outcome;
import org.scenewright.scene.SaveResult;
import org.scenewright.scene.Scene;
import org.scenewright.scene.SceneProject;
import org.scenewright.schema.ComponentNumbers;
import org.scenewright.schema.CoreComponents;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.ValueJson;
import org.scenewright.script.wire.Definition;
import org.scenewright.script.wire.Reflection;
import org.scenewright.testing.OfficialSdk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Holds what we read of a project against what the official SDK makes of it when it runs. */
class SdkProjectTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** All that defines components, as {@code releng/sdk/components.cjs} takes it. */
    private static final List<String> MODULES =
            List.of(
                    "./components.ts",
                    "./components/physics.ts",
                    "./components/Acceleration.ts=my-scene::Acceleration",
                    "./components/Health.ts=my-scene::Health",
                    "./components/Route.ts=my-scene::Route",
                    "./components/Velocity.ts=my-scene::Velocity",
                    "./src/comments.ts",
                    "./src/defaults.ts",
                    "./src/enums.ts",
                    "./src/every.ts",
                    "./src/hen.ts",
                    "./src/egg.ts",
                    "./src/index.ts",
                    "./src/names.ts",
                    "./src/nested.ts",
                    "./src/panel.tsx",
                    "./src/plain.js",
                    "./src/scopes.ts",
                    "./assets/lamp/lamp.ts",
                    "rotator-library/components",
                    "rotator-library/components/Velocity.js=rotator-library::Velocity");

    private static final String LEG =
            "{ \"to\": { \"x\": 1, \"y\": 2, \"z\": 3 }, \"pace\": 10, \"pause\": 0.5 }";
    private static final String MOVER =
            "{ \"direction\": { \"x\": 0, \"y\": 1, \"z\": 0 }, \"speed\": 2.25 }";

    @TempDir static Path folder;
    private static List<JsonNode> real = List.of();
    private static Path project = Path.of("");
    private static Reflection ours = new Reflection(List.of(), List.of(), List.of());

    @BeforeAll
    static void askBoth() throws Exception {
        var sdk = OfficialSdk.fetched();
        assumeTrue(sdk.isPresent(), "the official SDK was not fetched");
        project = layOut(sdk.orElseThrow(), folder.resolve("scene"));
        ours = reflect(project);
        real = ask("components.cjs").valueStream().toList();
    }

    /** What the official SDK says, once all that defines components is loaded. */
    private static JsonNode ask(String script, String... arguments) throws Exception {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(MODULES);
        return JSON.readTree(OfficialSdk.fetched().orElseThrow().ask(script, project, all));
    }

    @AfterAll
    static void forget() {
        real = List.of();
    }

    static Path layOut(OfficialSdk sdk, Path project) throws IOException {
        var declared = OfficialSdk.checkout("tests/projects/declared");
        OfficialSdk.copy(declared.resolve("scene"), project);
        OfficialSdk.copy(declared.resolve("libraries"), project.resolve("node_modules"));
        sdk.install(project);
        return project;
    }

    private static Reflection reflect(Path project) throws Exception {
        var home = WorkerHome.ofProperty(folder.resolve("cache")).orElseThrow();
        try (var workers = new ScriptWorkers(home)) {
            var reflections = new Reflections(workers, folder.resolve("last"));
            var answer = reflections.ask(project, sign -> {}).answer().get(2, TimeUnit.MINUTES);
            return assertInstanceOf(Answer.Reflected.class, answer).reflection();
        }
    }

    /** Names, numbers, schemas and first values, each on a line, by name. */
    private static String shown(List<JsonNode> components) {
        return components.stream()
                .map(JsonNode::toString)
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static JsonNode asOfficial(Definition definition) {
        try {
            var component =
                    JSON.createObjectNode()
                            .put("name", definition.name())
                            .put("number", ComponentNumbers.of(definition.name()).toLong());
            component.set("schema", JSON.readTree(definition.jsonSchema()));
            if (definition.initial().isPresent()) {
                component.set("default", JSON.readTree(definition.initial().orElseThrow()));
            }
            return component;
        } catch (IOException e) {
            throw new AssertionError(definition.name(), e);
        }
    }

    @Test
    void everyComponentIsAsTheSdkHasIt() {
        assertEquals(
                shown(real),
                shown(ours.definitions().stream().map(SdkProjectTest::asOfficial).toList()),
                () -> ours.findings().toString());
    }

    @Test
    void thereAreManyComponents() {
        assertTrue(real.size() >= 60, () -> "only " + real.size());
    }

    @Test
    void nothingIsTheMatterWithTheProject() {
        assertEquals(
                List.of(),
                ours.findings().stream()
                        .filter(finding -> !finding.place().file().startsWith("node_modules/"))
                        .toList());
    }

    // Without one-ofs: when it reads a composite, the SDK takes the names of their cases out.
    @Test
    void theOfficialSdkReadsWhatIsSaved() throws Exception {
        set("my-scene::Mover", "speed", "2.25");
        set("my-scene::Health", "", "{ \"points\": -7, \"regenerates\": true }");
        set("enums::Key", "key", "\"gate\"");
        set("nested::Legs", "", "{ \"legs\": [" + LEG + "] }");
        set("rotator-library::Velocity", "degrees", "-0.5");
        checkValues("assets/scene/main.composite");
        OfficialSdk.fetched().orElseThrow().build(project);
        checkValues("main.crdt");
    }

    private static void checkValues(String file) throws Exception {
        var values = ask("values.cjs", file, "512");
        assertEquals(JSON.readTree(MOVER), values.path("my-scene::Mover"));
        assertEquals(
                JSON.readTree("{ \"points\": -7, \"regenerates\": true }"),
                values.path("my-scene::Health"));
        assertEquals(JSON.readTree("{ \"key\": \"gate\" }"), values.path("enums::Key"));
        assertEquals(JSON.readTree("[" + LEG + "]"), values.path("nested::Legs").path("legs"));
        assertEquals(
                JSON.readTree("{ \"degrees\": -0.5 }"), values.path("rotator-library::Velocity"));
    }

    /** One edit through the document, saved, as if there were nothing but the source files. */
    private static void set(String component, String field, String json) {
        var types = ProjectTypes.of(CoreComponents.load(), ours).types();
        var loaded = LoadedScene.open(SceneProject.of(project), types);
        var scene = new Scene(loaded.snapshot());
        var entity = new Entity(512);
        var edit = new Edit.Set(entity, component, FieldPath.parse(field), ValueJson.parse(json));
        assertInstanceOf(Outcome.Accepted.class, scene.apply(edit, Origin.USER));
        assertInstanceOf(SaveResult.Written.class, loaded.save(scene.snapshot()));
    }
}
