// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Counts what frames do; any thread. */
final class FrameTally {
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Long> shown = new ArrayList<>();
    private OptionalLong input = OptionalLong.empty();
    private long frames;
    private long answers;
    private long dropped;
    private long waitedNanos;
    private long inputs;
    private long inputNanos;

    FrameTally(Clock clock) {
        this.clock = clock;
    }

    /** Somebody pressed something; what is pressed before the next update counts as one. */
    void input() {
        inLock(
                () -> {
                    long earliest = input.orElse(clock.nanos());
                    input = OptionalLong.of(earliest);
                    return true;
                });
    }

    /** When the input was made that this update tells the scenes. */
    OptionalLong takeInput() {
        return inLock(
                () -> {
                    var taken = input;
                    input = OptionalLong.empty();
                    return taken;
                });
    }

    /** What a scene made of an input is part of the next frame that is drawn. */
    void shows(long madeAt) {
        inLock(() -> shown.add(madeAt));
    }

    void rendered(CompletableFuture<?> drawn) {
        var effects =
                inLock(
                        () -> {
                            frames++;
                            var all = List.copyOf(shown);
                            shown.clear();
                            return all;
                        });
        drawn.whenComplete((done, failure) -> drawn(effects));
    }

    private void drawn(List<Long> effects) {
        inLock(
                () -> {
                    inputs += effects.size();
                    long now = clock.nanos();
                    effects.forEach(madeAt -> inputNanos += now - madeAt);
                    return true;
                });
    }

    void answered() {
        inLock(() -> answers++);
    }

    void dropped() {
        inLock(() -> dropped++);
    }

    void waited(long nanos) {
        inLock(() -> waitedNanos += nanos);
    }

    FrameFigures figures() {
        return inLock(
                () ->
                        new FrameFigures(
                                frames,
                                answers,
                                dropped,
                                Duration.ofNanos(waitedNanos),
                                inputs,
                                Duration.ofNanos(inputs == 0 ? 0 : inputNanos / inputs)));
    }

    private <T> T inLock(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
