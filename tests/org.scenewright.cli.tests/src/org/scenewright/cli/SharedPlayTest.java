// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.collab.Profile;
import org.scenewright.collab.Role;
import org.scenewright.collab.SessionLink;
import org.scenewright.collab.SharedSession;
import org.scenewright.collab.SharedStatus;
import org.scenewright.comms.Adapters;
import org.scenewright.comms.ConnectionString;
import org.scenewright.comms.OwnIdentity;
import org.scenewright.comms.SimulatorProtocol;
import org.scenewright.content.ContentCache;
import org.scenewright.runtime.FrameSchedule;
import org.scenewright.runtime.Play;
import org.scenewright.runtime.SceneSession;
import org.scenewright.scene.SceneProject;
import org.scenewright.schema.CoreComponents;
import org.scenewright.script.PlayWorkers;
import org.scenewright.script.SceneBuild;
import org.scenewright.script.WorkerHome;
import org.scenewright.testing.OfficialSdk;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Two people share a scene that the official SDK keeps in step, and both play it. */
@Timeout(300)
class SharedPlayTest {
    private static final String SOURCE = "tests/projects/played/shared";

    @TempDir static Path cache = Path.of("");
    private static PlayWorkers workers = new PlayWorkers(WorkerHome.of(List.of(), cache));

    @TempDir Path folder = Path.of("");
    private final Adapters adapters = new Adapters(List.of(new SimulatorProtocol()));
    private final OwnIdentity ann = OwnIdentity.generate();
    private final OwnIdentity bob = OwnIdentity.generate();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final BareStage.Ears ears = new BareStage.Ears(said);
    private final List<AutoCloseable> opened = new ArrayList<>();

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

    @AfterEach
    void close() throws Exception {
        for (var each : opened.reversed()) {
            each.close();
        }
    }

    private Path project(String name) throws Exception {
        var sdk = OfficialSdk.fetched();
        assumeTrue(sdk.isPresent(), "the official SDK was not fetched");
        var scene = folder.resolve(name);
        OfficialSdk.copy(OfficialSdk.checkout(SOURCE), scene);
        sdk.orElseThrow().install(scene);
        var build = SceneBuild.of(SceneProject.at(scene), CoreComponents::load).getFirst();
        var result = build.run(ears);
        assertTrue(result.isBuilt(), () -> result + " " + said);
        return scene;
    }

    private SharedSession.Access access(OwnIdentity me) {
        var files = new ContentCache(folder.resolve("cache"), 1 << 20);
        var profile = new Profile("Somebody", 0xFF8800);
        return new SharedSession.Access(adapters, me, profile, files, Optional.empty());
    }

    private void live(CompletableFuture<SharedSession> beginning) throws Exception {
        var session = beginning.get(30, TimeUnit.SECONDS);
        opened.add(session);
        var live = new CompletableFuture<SharedStatus>();
        try (var registration = session.onStatus(status -> note(status, live))) {
            note(session.status(), live);
            live.get(30, TimeUnit.SECONDS);
        }
    }

    private static void note(SharedStatus status, CompletableFuture<SharedStatus> live) {
        if (status.stage() == SharedStatus.Stage.LIVE) {
            live.complete(status);
        }
    }

    /** A scene that runs. */
    private record Running(FrameSchedule schedule, Play play) {
        String board() {
            var now = play.snapshot();
            return now.entities().stream()
                    .filter(entity -> now.name(entity).equals("board"))
                    .flatMap(entity -> now.value(entity, "core::TextShape").stream())
                    .map(shape -> shape.text("text", ""))
                    .collect(Collectors.joining());
        }
    }

    private Running play(SceneSession session, Path scene) {
        var stage = BareStage.of(workers);
        var play = stage.play(session, scene, ears);
        opened.add(play);
        return new Running(stage.schedule(), play);
    }

    private SceneSession open(Path scene) {
        var session = PlayedFolder.of(scene).open();
        opened.add(session);
        return session;
    }

    @Test
    void whatOnesScriptWritesIsInStepWithTheOthers() throws Exception {
        var anns = project("ann");
        var bobs = project("bob");
        var first = open(anns);
        var second = open(bobs);
        var link =
                new SessionLink(
                        ConnectionString.parse("simulator:play?delay=5"),
                        SessionLink.newSession(),
                        ann.address(),
                        Optional.empty());
        live(SharedSession.share(first, link, access(ann), Role.VIEWER));
        live(SharedSession.join(second, link, access(bob)));
        var all = List.of(play(first, anns), play(second, bobs));
        var expected =
                Stream.of(ann.address(), bob.address())
                        .map(String::toLowerCase)
                        .sorted()
                        .collect(Collectors.joining(" "));
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!all.stream().allMatch(one -> one.board().equals(expected))
                && System.nanoTime() < end) {
            all.forEach(one -> one.schedule().frame());
        }
        all.forEach(
                one -> assertEquals(expected, one.board(), () -> one.play().state() + "" + said));
    }
}
