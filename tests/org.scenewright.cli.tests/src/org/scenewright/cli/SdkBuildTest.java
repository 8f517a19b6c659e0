// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenewright.runtime.Play;
import org.scenewright.scene.Parcel;
import org.scenewright.scene.SceneProject;
import org.scenewright.schema.CoreComponents;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;
import org.scenewright.script.BuildResult;
import org.scenewright.script.PlayWorkers;
import org.scenewright.script.SceneBuild;
import org.scenewright.script.WorkerHome;
import org.scenewright.script.wire.Place;
import org.scenewright.testing.OfficialSdk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Holds what is built without Node against what the official SDK builds. */
@Timeout(300)
class SdkBuildTest {
    private static final int TICKS = 20;

    @TempDir static Path cache = Path.of("");
    private static PlayWorkers workers = new PlayWorkers(WorkerHome.of(List.of(), cache));

    @TempDir Path folder = Path.of("");
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final BareStage.Ears ears = new BareStage.Ears(said);

    @BeforeAll
    static void start() {
        var home = WorkerHome.ofProperty(cache);
        assumeTrue(home.isPresent(), "no worker was built");
        workers = new PlayWorkers(home.orElseThrow(), PlayFolders.PATIENCE);
    }

    @AfterAll
    static void end() {
        workers.close();
    }

    private static OfficialSdk sdk() throws IOException {
        var sdk = OfficialSdk.fetched();
        assumeTrue(sdk.isPresent(), "the official SDK was not fetched");
        return sdk.orElseThrow();
    }

    private Path project(String name, String as) throws IOException {
        var scene = folder.resolve(as);
        OfficialSdk.copy(OfficialSdk.checkout("tests/projects/played").resolve(name), scene);
        sdk().install(scene);
        return scene;
    }

    private BuildResult build(Path scene) throws InterruptedException {
        var all = SceneBuild.of(SceneProject.at(scene), CoreComponents::load);
        assertTrue(all.getFirst().name().startsWith("esbuild"), all::toString);
        return all.getFirst().run(ears);
    }

    /** What a scene does, but for the times. */
    private Value play(Path scene) throws InterruptedException {
        try (var rehearsal = new Rehearsal(workers, TICKS, said::add)) {
            rehearsal.add(PlayedFolder.of(scene), false, new Parcel(0, 0));
            rehearsal.run();
            var facts = rehearsal.programme().toValue("");
            return List.of("tickMsP50", "tickMsP99").stream()
                    .reduce(facts, SdkBuildTest::without, (a, b) -> a);
        }
    }

    private static Value without(Value facts, String name) {
        return facts.with(FieldPath.of(name), Value.of(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"moving", "panel", "clicked", "scripted"})
    void itDoesTheSameAsWhatTheSdkBuilds(String name) throws Exception {
        var theirs = project(name, "theirs");
        sdk().build(theirs, List.of());
        var ours = project(name, "ours");
        var result = build(ours);
        assertTrue(result.isBuilt(), () -> result + " " + said);
        assertArrayEquals(
                Files.readAllBytes(theirs.resolve("main.crdt")),
                Files.readAllBytes(ours.resolve("main.crdt")));
        assertEquals(play(theirs), play(ours));
        assertEquals(files(theirs), files(ours));
    }

    /** All that is in a project now. */
    private static List<String> files(Path scene) throws IOException {
        try (var all = Files.walk(scene)) {
            return all.map(file -> scene.relativize(file).toString())
                    .filter(file -> !file.startsWith("node_modules"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void theCommandLineBuildsAndPlays() throws Exception {
        System.setProperty("scenewright.cache", cache.toString());
        var scene = project("sighted", "fresh");
        var ended = SourceProject.run("play", scene, "--build", "--ticks", 2, "--json");
        assertEquals(0, ended.code(), ended.err());
        assertTrue(ended.err().startsWith("Building with esbuild"), ended.err());
        assertEquals(2, ended.result().number("ticks", -1));
    }

    @Test
    void aMistakeIsToldWithItsPlace() throws Exception {
        var scene = project("sighted", "broken");
        Files.writeString(
                scene.resolve("src/index.ts"),
                "import { x } from './nowhere'\nexport const y = x\n");
        var result = build(scene);
        assertEquals(
                List.of(new Place("src/index.ts", 1, 19)),
                result.problems().stream().map(problem -> problem.place()).toList());
        assertTrue(!result.isBuilt() && !Files.exists(scene.resolve("bin/index.js")));
    }

    @Test
    void componentsThatScenesKeepFromTheRendererAreSeen() throws Exception {
        var scene = project("scripted", "seen");
        var result = build(scene);
        assertTrue(result.isBuilt(), result::sentence);
        var stage = BareStage.of(workers);
        try (var session = PlayedFolder.of(scene).open()) {
            try (var play = stage.play(session, scene, ears)) {
                long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
                while (turns(play) < 43 && System.nanoTime() < end) {
                    stage.schedule().frame();
                }
                assertTrue(turns(play) >= 43, () -> play.state() + " " + play.figures() + said);
            }
        }
    }

    /** What {@code scripted::Turns} of the wheel says. */
    private static double turns(Play play) {
        var now = play.snapshot();
        return now.entities().stream()
                .filter(entity -> now.name(entity).equals("wheel"))
                .flatMap(entity -> now.value(entity, "scripted::Turns").stream())
                .mapToDouble(value -> value.number("count", 0))
                .sum();
    }
}
