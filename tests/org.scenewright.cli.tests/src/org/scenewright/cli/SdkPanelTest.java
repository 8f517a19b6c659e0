// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.hud.Hud;
import org.scenewright.hud.HudEvent;
import org.scenewright.hud.HudKey;
import org.scenewright.hud.Screen;
import org.scenewright.runtime.Clock;
import org.scenewright.runtime.FrameQuota;
import org.scenewright.runtime.FrameSchedule;
import org.scenewright.runtime.FrameStrategy;
import org.scenewright.runtime.Play;
import org.scenewright.runtime.PlayHearing;
import org.scenewright.runtime.ScenePhysics;
import org.scenewright.runtime.SceneSession;
import org.scenewright.runtime.SystemCalls;
import org.scenewright.scene.Parcel;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;
import org.scenewright.script.PlayWorkers;
import org.scenewright.script.WorkerHome;
import org.scenewright.testing.OfficialSdk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** People use a user interface that the official SDK has built, and its code answers. */
class SdkPanelTest {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(150);

    @TempDir static Path folder;
    private static Path scene = Path.of("");
    private static Optional<PlayWorkers> workers = Optional.empty();

    @BeforeAll
    static void build() throws Exception {
        var sdk = OfficialSdk.fetched();
        assumeTrue(sdk.isPresent(), "the official SDK was not fetched");
        scene = folder.resolve("panel");
        OfficialSdk.copy(OfficialSdk.checkout("tests/projects/played/panel"), scene);
        sdk.orElseThrow().install(scene);
        sdk.orElseThrow().build(scene);
        var home = WorkerHome.ofProperty(folder.resolve("cache")).orElseThrow();
        workers = Optional.of(new PlayWorkers(home, PlayFolders.PATIENCE));
    }

    @AfterAll
    static void end() {
        workers.ifPresent(PlayWorkers::close);
    }

    /** The panel on a screen of 1280 x 720, where two of its pixels are three of the SDK's. */
    private static final class Shown implements AutoCloseable {
        private final ScenePhysics physics = new ScenePhysics(RehearsedBodies::new);
        private final SceneSession session;
        private final FrameSchedule schedule;
        private final Play play;
        private final Hud hud;

        Shown() {
            var place = PlayedFolder.of(scene);
            session = place.open();
            var ports = new FrameSchedule.Ports(new Screenless(16), physics, Clock.real());
            schedule =
                    new FrameSchedule(
                            workers.orElseThrow(), ports, FrameStrategy.NAIVE, FrameQuota.USUAL);
            var plan = place.plan(session, false, new Parcel(0, 0), SystemCalls.none());
            play = schedule.play(plan, new PlayHearing() {});
            hud = new Hud(session.snapshot(), src -> Optional.empty(), this::tell);
            hud.show(new Screen(1280, 720, 1));
        }

        private void tell(HudEvent event) {
            switch (event) {
                case HudEvent.Touched(var entity, var touch) ->
                        physics.touch(play, entity, touch.ordinal());
                case HudEvent.Typed(var entity, var text, var isDone) ->
                        physics.reply(
                                play,
                                entity,
                                "core::UiInputResult",
                                ValueJson.parse(
                                        "{\"value\": \"%s\", \"isSubmit\": %s}"
                                                .formatted(text, isDone)));
                case HudEvent.Chosen(var entity, var option) ->
                        physics.reply(
                                play,
                                entity,
                                "core::UiDropdownResult",
                                Value.fields("value", Value.of(option)));
            }
        }

        /** Runs frames until some element says something. */
        Shown until(String text) {
            long begin = System.nanoTime();
            while (!texts().contains(text)) {
                assertTrue(
                        System.nanoTime() - begin < PATIENCE,
                        () -> text + " in " + texts() + ": " + play.state());
                schedule.frame();
            }
            hud.show(play.snapshot());
            return this;
        }

        private List<String> texts() {
            var texts = new ArrayList<String>();
            play.snapshot()
                    .forEach("core::UiText", (entity, text) -> texts.add(text.text("value", "")));
            return texts;
        }

        /** Runs frames until an element is lit, or none is. */
        void untilLit(boolean isLit) {
            long begin = System.nanoTime();
            while (greens().contains(1.0) != isLit) {
                assertTrue(System.nanoTime() - begin < PATIENCE, () -> "greens are " + greens());
                schedule.frame();
            }
            hud.show(play.snapshot());
        }

        private List<Double> greens() {
            var greens = new ArrayList<Double>();
            play.snapshot()
                    .forEach(
                            "core::UiBackground",
                            (entity, fill) -> greens.add(fill.number("color.g", -1)));
            return greens;
        }

        Shown click(double x, double y) {
            hud.press(x, y);
            hud.release(x, y);
            return this;
        }

        @Override
        public void close() {
            play.close();
            physics.close();
            session.close();
        }
    }

    @Test
    void aButtonCountsItsClicks() {
        try (var panel = new Shown()) {
            panel.until("clicked 0").click(1150, 12);
            panel.until("clicked 1").click(1150, 12);
            panel.until("clicked 2");
        }
    }

    @Test
    void whatIsTypedIsSubmittedByEnter() {
        try (var panel = new Shown()) {
            panel.until(" in weather 0").click(1150, 34);
            panel.hud.type("A");
            panel.hud.type("da");
            panel.hud.press(HudKey.ENTER);
            panel.until("Ada in weather 0");
        }
    }

    @Test
    void whatIsChosenIsTold() {
        try (var panel = new Shown()) {
            panel.until(" in weather 0").click(1150, 54).click(1150, 54 + 10 + 2 + 4 + 50);
            panel.until(" in weather 2");
        }
    }

    @Test
    void thePointerComesAndGoes() {
        try (var panel = new Shown()) {
            panel.until("clicked 0");
            panel.hud.move(1150, 72);
            panel.untilLit(true);
            panel.hud.move(200, 200);
            panel.untilLit(false);
        }
    }
}
