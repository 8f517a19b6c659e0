// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.scenewright.runtime.Script;
import org.scenewright.runtime.ScriptEnd;
import org.scenewright.runtime.ScriptHearing;
import org.scenewright.runtime.ScriptHost;
import org.scenewright.runtime.SystemAnswer;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One scene whose code runs for nobody: whatever it sends is answered with nothing at once, which
 * is what Node does beside it. Any thread.
 */
final class Sprint implements ScriptHearing, AutoCloseable {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0).asReadOnlyBuffer();
    private static final ScriptEnd NOT_YET = new ScriptEnd.Killed("It takes too long.");
    private static final float STEP = 1 / 30f;

    private final ReentrantLock lock = new ReentrantLock();
    private final CompletableFuture<Boolean> isReady = new CompletableFuture<>();
    private final CompletableFuture<Boolean> hasTicked = new CompletableFuture<>();
    private final CompletableFuture<ScriptEnd> end = new CompletableFuture<>();
    private final List<Tick> ticks = new ArrayList<>();
    private final long pressed = System.nanoTime();
    private final CompletableFuture<Script> script = new CompletableFuture<>();
    private boolean isResting;
    private boolean isRunning;

    /** When one frame was over, and how long the code of the scene ran in it. */
    private record Tick(long at, long busy) {}

    /** A while in which it ran as fast as it could. */
    record Lap(int ticks, long nanos, long busyNanos) {
        double ticksPerSecond() {
            return ticks * 1e9 / nanos;
        }

        /** What of a frame is not the scene's own code. */
        double besideMs() {
            return (nanos - busyNanos) / 1e6 / ticks;
        }
    }

    Sprint(ScriptHost host, Path bundle) {
        // It may be heard of before this has come back.
        script.complete(host.start(new ScriptHost.Beginning(bundle, false, NOTHING), this));
    }

    /** Runs frame after frame for so long; what comes before its very first one does not count. */
    Lap run(Duration duration) {
        isReady.join();
        int before = count();
        long begin = System.nanoTime();
        turn(true);
        hasTicked.join();
        LockSupport.parkNanos(duration.toNanos());
        turn(false);
        return lap(before, begin);
    }

    private Lap lap(int before, long begin) {
        lock.lock();
        try {
            var run = ticks.subList(before, ticks.size());
            if (run.isEmpty()) {
                throw new CommandFailed("A scene came to no frame: " + end.getNow(NOT_YET));
            }
            long busy = run.stream().mapToLong(Tick::busy).sum();
            return new Lap(run.size(), run.getLast().at() - begin, busy);
        } finally {
            lock.unlock();
        }
    }

    private void turn(boolean on) {
        lock.lock();
        try {
            isRunning = on;
            if (on) {
                go();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Lets it run a frame if it has nothing to do, and tells whether it had nothing. */
    boolean step() {
        lock.lock();
        try {
            return go();
        } finally {
            lock.unlock();
        }
    }

    private boolean go() {
        boolean goes = isResting;
        if (goes) {
            isResting = false;
            script.join().tick(ticks.isEmpty() ? 0 : STEP);
        }
        return goes;
    }

    int count() {
        lock.lock();
        try {
            return ticks.size();
        } finally {
            lock.unlock();
        }
    }

    /** From when it was started until its first frame was over. */
    double firstTickMs() {
        lock.lock();
        try {
            return (ticks.getFirst().at() - pressed) / 1e6;
        } finally {
            lock.unlock();
        }
    }

    /** How many frames followed the first one within a second of its life, the first being 1. */
    int ticksInSecond(int second) {
        lock.lock();
        try {
            long end = ticks.getFirst().at() + second * 1_000_000_000L;
            return (int)
                    ticks.stream()
                            .skip(1)
                            .filter(tick -> tick.at() <= end)
                            .filter(tick -> tick.at() > end - 1_000_000_000L)
                            .count();
        } finally {
            lock.unlock();
        }
    }

    /** Ends it, and tells how many milliseconds that took. */
    double stopMs() {
        long begin = System.nanoTime();
        script.join().close();
        end.join();
        return (System.nanoTime() - begin) / 1e6;
    }

    @Override
    public void close() {
        script.join().close();
    }

    private void rest() {
        lock.lock();
        try {
            isResting = true;
            if (isRunning) {
                go();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void started(Duration load) {
        rest();
        isReady.complete(true);
    }

    @Override
    public void sent(ByteBuffer messages) {
        script.join().reply(NOTHING);
    }

    @Override
    public void inspected(ByteBuffer messages) {}

    @Override
    public void ticked(Duration busy, long heapBytes) {
        lock.lock();
        try {
            ticks.add(new Tick(System.nanoTime(), busy.toNanos()));
        } finally {
            lock.unlock();
        }
        hasTicked.complete(true);
        rest();
    }

    @Override
    public void called(Call call) {
        script.join().answer(call.number(), new SystemAnswer.Rejected("Nobody answers here."));
    }

    @Override
    public void said(Level level, String text, Optional<Spot> where) {}

    @Override
    public void threw(String message, String stack, Optional<Spot> where) {}

    @Override
    public void ended(ScriptEnd how) {
        end.complete(how);
        isReady.complete(false);
        hasTicked.complete(false);
    }
}
