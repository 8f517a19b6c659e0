// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Scenes that run one after the other. */
@Timeout(60)
class TurnsTest {
    private static final int SCENES = 20;
    private static final int FRAMES = 500;

    private final Turns turns = new Turns(1);
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private int frames;

    @Test
    void noMoreRunAtOnceThanMay() throws InterruptedException {
        List<Thread> scenes = new ArrayList<>();
        for (int i = 0; i < SCENES; i++) {
            scenes.add(Thread.ofPlatform().start(this::play));
        }
        for (var scene : scenes) {
            scene.join();
        }
        assertEquals(1, most.get());
        assertEquals(SCENES * FRAMES, frames);
    }

    private void play() {
        for (int i = 0; i < FRAMES; i++) {
            turns.run(this::frame);
        }
    }

    /** Whatever is not atomic in it is so by the turns alone. */
    private void frame() {
        most.accumulateAndGet(running.incrementAndGet(), Math::max);
        frames++;
        running.decrementAndGet();
    }

    @Test
    void theOthersGoOnBesideOneThatHangs() throws InterruptedException {
        var hangs = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        var scene = Thread.ofPlatform().start(() -> turns.run(() -> hang(hangs, end)));
        hangs.await();
        turns.run(this::frame);
        assertTrue(scene.isAlive());
        end.countDown();
        scene.join();
        turns.run(this::frame);
        assertEquals(2, frames);
    }

    private static void hang(CountDownLatch hangs, CountDownLatch end) {
        hangs.countDown();
        try {
            end.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatThrowsHasHadItsTurn() {
        assertThrows(IllegalStateException.class, () -> turns.run(TurnsTest::fail));
        assertEquals(1, turns.free());
    }

    private static void fail() {
        throw new IllegalStateException();
    }

    @Test
    void oneThatIsInterruptedRunsAtOnceToFindThatOut() {
        Thread.currentThread().interrupt();
        turns.run(this::frame);
        assertTrue(Thread.interrupted());
        assertEquals(1, frames);
    }
}
