// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.crdt.Entity;
import org.scenewright.scene.Change;
import org.scenewright.scene.Changes;
import org.scenewright.scene.Pose;
import org.scenewright.scene.SceneSnapshot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Scenes that are played on a virtual clock; whoever sets it up closes it. */
final class PlayStage implements AutoCloseable {
    static final long MILLI = VirtualClock.MILLI;

    private final Path directory;
    private final VirtualClock clock = new VirtualClock();
    private final FakeHost host = new FakeHost(clock);
    private final FakeRenderer renderer = new FakeRenderer(clock);
    private final FakeBodies bodies = new FakeBodies();
    private final FrameSchedule schedule;
    private final List<OpenScene> scenes = new ArrayList<>();

    PlayStage(Path directory) {
        this(directory, FrameStrategy.NAIVE, FrameQuota.USUAL);
    }

    PlayStage(Path directory, FrameStrategy strategy, FrameQuota quota) {
        this.directory = directory;
        var ports = new FrameSchedule.Ports(renderer, renderer, clock);
        schedule = new FrameSchedule(host, ports, strategy, quota);
    }

    /** Scenes that show these models, seen and met as in the editor. */
    PlayStage(Path directory, Models models) {
        this.directory = directory;
        var physics = new ScenePhysics(play -> bodies);
        var entrance = new Walk.Place(new Pose.Vec(0, 0, 0), Optional.empty());
        var walk = new Walk(renderer, physics, clock, entrance);
        var both = Physics.both(renderer, physics);
        var ports = new FrameSchedule.Ports(walk, both, models, clock);
        schedule = new FrameSchedule(host, ports, FrameStrategy.NAIVE, FrameQuota.USUAL);
    }

    /** A scene that is played. */
    record Played(OpenScene scene, Play play, FakeHost.FakeScript script, Heard heard) {
        SceneSnapshot now() {
            return play.snapshot();
        }

        /** Where the Box of the running scene is along X. */
        double x() {
            return now().pose(OpenScene.BOX).position().x();
        }

        double x(Entity entity) {
            return now().pose(entity).position().x();
        }
    }

    /** What is heard of a play. */
    static final class Heard implements PlayHearing {
        private final List<PlayState> states = new ArrayList<>();
        private final List<String> lines = new ArrayList<>();

        @Override
        public void state(PlayState state) {
            states.add(state);
        }

        @Override
        public void said(
                ScriptHearing.Level level, String text, Optional<ScriptHearing.Spot> where) {
            lines.add(text);
        }

        @Override
        public void received(ByteBuffer messages) {}

        List<PlayState> states() {
            return states;
        }

        List<String> lines() {
            return lines;
        }
    }

    /** Lets somebody hear what changes in a running scene. */
    static void hears(Played played, Consumer<Changes> listener) {
        hears(played.play(), listener);
    }

    static void hears(Play play, Consumer<Changes> listener) {
        play.link(
                new Link() {
                    @Override
                    public String name() {
                        return "";
                    }

                    @Override
                    public void changed(SceneSnapshot snapshot, Changes changes) {
                        listener.accept(changes);
                    }
                });
    }

    static boolean isOfBox(Changes changes) {
        return changes.list().stream()
                .anyMatch(c -> c instanceof Change.Written w && w.entity().equals(OpenScene.BOX));
    }

    OpenScene open() {
        try {
            var scene = new OpenScene(directory.resolve("scene" + scenes.size()));
            scenes.add(scene);
            return scene;
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    Played play() {
        var scene = open();
        return play(scene, plan(scene, PlayPlan.Pace.REAL));
    }

    PlayPlan plan(OpenScene scene, PlayPlan.Pace pace) {
        var bundle = directory.resolve("bin/index.js");
        return PlayPlan.alone(scene.session(), bundle, SystemCalls.none()).with(pace);
    }

    /** A scene whose base stands somewhere along the X axis. */
    Played playAt(double x, boolean isGlobal) {
        var scene = open();
        var origin = new Pose.Vec(x, 0, 0);
        var plan = plan(scene, PlayPlan.Pace.REAL);
        return play(
                scene,
                new PlayPlan(
                        plan.session(),
                        plan.bundle(),
                        isGlobal,
                        origin,
                        plan.pace(),
                        plan.calls()));
    }

    Played play(OpenScene scene, PlayPlan plan) {
        var heard = new Heard();
        var play = schedule.play(plan, heard);
        return new Played(scene, play, host.next(), heard);
    }

    VirtualClock clock() {
        return clock;
    }

    /** The colliders of all scenes that show models. */
    FakeBodies bodies() {
        return bodies;
    }

    FakeRenderer renderer() {
        return renderer;
    }

    FrameSchedule schedule() {
        return schedule;
    }

    /** Does so many frames, each a millisecond after the one before. */
    void frames(int count) {
        for (int i = 0; i < count; i++) {
            clock.spend(MILLI);
            schedule.frame();
        }
    }

    @Override
    public void close() {
        schedule.plays().forEach(Play::close);
        scenes.forEach(OpenScene::close);
    }
}
