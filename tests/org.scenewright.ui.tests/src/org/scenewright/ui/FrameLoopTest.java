// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenewright.render.jogl.Quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** No change is forgotten: after the last request comes a picture of how things are then. */
class FrameLoopTest {
    private static final int THREADS = 4;
    private static final int ROUNDS = 40;
    private static final int CHANGES = 3;

    private final Display display = Display.getDefault();
    private final Robot robot = new Robot();
    private final Graphics graphics =
            new Graphics(
                    () -> {
                        throw new UnsatisfiedLinkError("nothing is drawn here");
                    });
    private final AtomicInteger state = new AtomicInteger();
    private volatile int painted = -1;
    private volatile Runnable trouble = () -> {};
    private int broken;
    private final FrameLoop loop = new FrameLoop(graphics, new UiThread(display), new Board());

    private final class Board implements FrameLoop.Easel {
        @Override
        public Optional<Picture> paint(Quality quality) {
            painted = state.get();
            trouble.run();
            return Optional.empty();
        }

        @Override
        public void show(Picture picture) {
            picture.image().dispose();
        }

        @Override
        public void broke() {
            broken++;
        }
    }

    @AfterEach
    void close() {
        graphics.dispose();
    }

    private void change() {
        graphics.submit(state::incrementAndGet);
        loop.request(false);
    }

    private void untilPainted(int last) {
        robot.until(() -> "painted is " + painted + " of " + last, () -> painted == last);
    }

    private static void await(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aPictureThatWaitsItsTurnDoesNotUseUpALaterRequest() {
        var gate = new CountDownLatch(1);
        graphics.submit(() -> await(gate));
        loop.request(false);
        change();
        gate.countDown();
        untilPainted(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theLastChangeFromWhateverThreadIsPainted(long seed) {
        for (int round = 1; round <= ROUNDS; round++) {
            long lot = seed * ROUNDS * THREADS + round * THREADS;
            var threads =
                    IntStream.range(0, THREADS)
                            .mapToObj(n -> Thread.ofPlatform().start(() -> changes(lot + n)))
                            .toList();
            robot.until("all has changed", () -> threads.stream().noneMatch(Thread::isAlive));
            untilPainted(round * THREADS * CHANGES);
        }
    }

    /** Among other work of that thread, and other requests. */
    private void changes(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < CHANGES; i++) {
            int work = random.nextInt(200_000);
            graphics.submit(() -> IntStream.range(0, work).forEach(n -> Thread.onSpinWait()));
            loop.request(random.nextBoolean());
            change();
        }
    }

    @Test
    void aPictureThatBreaksOffIsToldAndTheNextOneComes() {
        trouble =
                () -> {
                    throw new IllegalStateException("as if something was wrong");
                };
        change();
        robot.until("it was told", () -> broken == 1);
        trouble = () -> {};
        change();
        untilPainted(2);
        assertEquals(1, broken);
    }

    @Test
    void requestsThatComeTogetherMakeOnePicture() {
        var pictures = new ArrayList<Integer>();
        trouble = () -> pictures.add(painted);
        var gate = new CountDownLatch(1);
        graphics.submit(() -> await(gate));
        IntStream.range(0, 10).forEach(n -> loop.request(false));
        gate.countDown();
        untilPainted(0);
        robot.settle();
        assertEquals(List.of(0), pictures);
    }
}
