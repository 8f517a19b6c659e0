// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.scenewright.runtime.Clock;
import org.scenewright.runtime.Deeds;
import org.scenewright.runtime.EditorCalls;
import org.scenewright.runtime.FrameQuota;
import org.scenewright.runtime.FrameSchedule;
import org.scenewright.runtime.FrameStrategy;
import org.scenewright.runtime.Play;
import org.scenewright.runtime.PlayPlan;
import org.scenewright.runtime.Renderer;
import org.scenewright.runtime.ScenePhysics;
import org.scenewright.runtime.SceneSession;
import org.scenewright.runtime.ScriptHost;
import org.scenewright.runtime.SystemCalls;
import org.scenewright.runtime.Viewer;
import org.scenewright.scene.Parcel;
import org.scenewright.scene.Pose;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Plays scenes without anybody who watches, each for so many frames, as fast as they go.
 *
 * <p>A frame of the renderer begins when every script has sent what it has to, and takes a
 * thirtieth of a second by the scenes' clock: so scripts hear the same in every rehearsal. One
 * thread only.
 */
final class Rehearsal implements AutoCloseable {
    private static final long FRAME = 1_000_000_000L / 30;
    private static final Instant NOON = Instant.ofEpochSecond(3600);
    private static final FrameQuota ALL = new FrameQuota(Integer.MAX_VALUE, 1);

    private final ScenePhysics physics;
    private final FrameSchedule schedule;
    private final int ticks;
    private final Consumer<String> output;
    private final AtomicLong now = new AtomicLong();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition heard = lock.newCondition();
    private final List<Part> waiting = new ArrayList<>();
    private final List<SceneSession> sessions = new ArrayList<>();
    private final List<Played> all = new ArrayList<>();

    /** A scene that waits for its script to begin. */
    private record Part(PlayPlan plan, Performance performance) {}

    /** A scene that is played. */
    private record Played(Play play, Performance performance) {}

    /**
     * @param ticks how many frames every scene runs
     * @param output takes what scenes say, and what goes wrong; on any thread
     */
    Rehearsal(ScriptHost host, int ticks, Consumer<String> output) {
        this.ticks = ticks;
        this.output = output;
        ScriptHost prompting =
                (beginning, hearing) -> next(beginning).performance().on(host, beginning, hearing);
        physics = new ScenePhysics(RehearsedBodies::new);
        var ports = new FrameSchedule.Ports(new NoScreen(), physics, new FrameClock());
        schedule = new FrameSchedule(prompting, ports, FrameStrategy.NAIVE, ALL);
    }

    /**
     * Opens a scene and begins with it.
     *
     * @param world the parcel whose corner is the origin of the world
     * @throws CommandFailed when it cannot be read
     */
    void add(PlayedFolder folder, boolean isGlobal, Parcel world) {
        var session = folder.open();
        sessions.add(session);
        add(folder.plan(session, isGlobal, world, calls(session)));
    }

    /** What the editor answers; the day begins at noon, and nobody is connected to anything. */
    private SystemCalls calls(SceneSession session) {
        InstantSource time = () -> NOON.plusNanos(now.get());
        return new EditorCalls(session, new Told(), EditorCalls.offline(), time);
    }

    private void add(PlayPlan plan) {
        var performance = new Performance(ticks, new Stalls());
        lock.lock();
        try {
            waiting.add(new Part(plan, performance));
        } finally {
            lock.unlock();
        }
        all.add(new Played(schedule.play(plan, performance), performance));
    }

    /** The part of a script that begins; two of the same bundle do the same. */
    private Part next(ScriptHost.Beginning beginning) {
        lock.lock();
        try {
            var part =
                    waiting.stream()
                            .filter(p -> p.plan().bundle().equals(beginning.bundle()))
                            .findFirst()
                            .orElseThrow();
            waiting.remove(part);
            return part;
        } finally {
            lock.unlock();
        }
    }

    /** Plays all scenes to their last frames. */
    void run() throws InterruptedException {
        while (isAsked()) {
            schedule.frame();
            now.addAndGet(FRAME);
        }
    }

    /** Waits until no script is busy, and tells whether any of them waits for an answer. */
    private boolean isAsked() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (stands(Performance.Standing.BUSY)) {
                heard.await();
            }
            return stands(Performance.Standing.ASKING);
        } finally {
            lock.unlock();
        }
    }

    private boolean stands(Performance.Standing standing) {
        return all.stream().anyMatch(played -> played.performance().standing() == standing);
    }

    /** What it came to. */
    Programme programme() {
        return new Programme(
                all.stream()
                        .map(p -> new Programme.Scene(p.performance(), entities(p.play())))
                        .toList());
    }

    /** As {@code info} counts them. */
    private static long entities(Play play) {
        var all = play.snapshot().entities().stream();
        return all.filter(entity -> !entity.isReserved()).count();
    }

    @Override
    public void close() {
        all.forEach(played -> played.play().close());
        physics.close();
        sessions.forEach(SceneSession::close);
    }

    /** Those who hear the scenes. */
    private final class Stalls implements Performance.Audience {
        @Override
        public void said(String line) {
            output.accept(line);
        }

        @Override
        public void news() {
            lock.lock();
            try {
                heard.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    /** The scenes' time. */
    private final class FrameClock implements Clock {
        @Override
        public long nanos() {
            return now.get();
        }

        @Override
        public void await(CompletableFuture<?> event) {
            event.join();
        }
    }

    /** Tells what the scenes want of a player, who is not there. */
    private final class Told implements Deeds {
        @Override
        public boolean move(Pose.Vec place, Optional<Pose.Vec> lookedAt) {
            output.accept("The scene moves the player to " + place);
            return false;
        }

        @Override
        public boolean act(String action, Value argument) {
            output.accept("The scene wants " + action + " " + ValueJson.print(argument));
            return false;
        }
    }

    /** Draws nothing, at once. */
    private static final class NoScreen implements Renderer {
        private static final CompletableFuture<Boolean> DONE =
                CompletableFuture.completedFuture(true);

        @Override
        public Viewer update(long frame) {
            return Viewer.USUAL;
        }

        @Override
        public CompletableFuture<?> render(long frame) {
            return DONE;
        }

        @Override
        public CompletableFuture<?> loaded(Play play) {
            return DONE;
        }
    }
}
