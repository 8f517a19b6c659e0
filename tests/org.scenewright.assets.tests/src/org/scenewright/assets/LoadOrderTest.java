// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

@Timeout(60)
class LoadOrderTest {
    private static final long PATIENCE_NANOS = 30_000_000_000L;

    private final LoadOrder order = new LoadOrder();
    private final Workers workers = new Workers();
    private final List<String> done = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() {
        workers.close();
    }

    private void add(String... paths) {
        for (var path : paths) {
            order.add(task(path, false));
        }
    }

    private LoadOrder.Task task(String path, boolean isRepeat) {
        var source = Optional.of(AssetSource.of(path));
        return new LoadOrder.Task(source, isRepeat, () -> done.add(path));
    }

    private static Map<AssetSource, Double> far(
            String path, double metres, String other, double m) {
        return Map.of(AssetSource.of(path), metres, AssetSource.of(other), m);
    }

    private void check(String... paths) {
        for (var next = order.next(); next.isPresent(); next = order.next()) {
            next.get().run();
        }
        assertEquals(List.of(paths), done);
    }

    @Test
    void whatHasNoDistanceComesInTurn() {
        add("a", "b", "c");
        check("a", "b", "c");
    }

    @Test
    void theNearestComesFirst() {
        add("a", "b");
        order.order(far("a", 20, "b", 10));
        check("b", "a");
    }

    @Test
    void distancesCountForWhatComesLater() {
        order.order(far("a", 20, "b", 10));
        add("a", "b");
        check("b", "a");
    }

    @Test
    void equallyFarComesInTurn() {
        add("a", "b");
        order.order(far("a", 10, "b", 10));
        check("a", "b");
    }

    @Test
    void whatSomebodyAskedForAloneComesBeforeAll() {
        order.order(far("a", 20, "b", 10));
        add("a", "b", "c");
        order.add(new LoadOrder.Task(Optional.empty(), false, () -> done.add("a task")));
        check("c", "a task", "b", "a");
    }

    @Test
    void theLastDistancesCount() {
        add("a", "b");
        order.order(far("a", 20, "b", 10));
        order.order(far("a", 5, "b", 10));
        check("a", "b");
    }

    @Test
    void whatIsTriedAgainComesLast() {
        order.add(task("again", true));
        order.add(task("again, alone", true));
        add("a", "b");
        order.order(far("b", 10, "again, alone", 1));
        order.order(far("b", 10, "again", 2));
        check("a", "b", "again, alone", "again");
    }

    @Test
    void whatIsTriedLaterIsTriedOnceItsTimeHasCome() throws InterruptedException {
        try (var hasty = new Workers(Duration.ofMillis(1))) {
            var left = new CountDownLatch(2);
            hasty.later(0, AssetSource.of("a"), left::countDown);
            hasty.later(1, AssetSource.of("b"), left::countDown);
            left.await();
        }
    }

    /** Whatever it belongs to: a scene that is closed need not be kept for that. */
    @Test
    void whatIsTriedLaterIsLetGoOnceNobodyWorks() {
        var held = new WeakReference<>(later());
        workers.close();
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (held.get() != null) {
            assertTrue(System.nanoTime() < end, "something still holds it");
            System.gc();
        }
        workers.later(0, AssetSource.of("a"), () -> done.add("a"));
        assertEquals(List.of(), done);
    }

    private Object later() {
        var much = new Object();
        workers.later(5, AssetSource.of("a"), () -> done.add(String.valueOf(much)));
        return much;
    }

    @Test
    void workersChooseWhenTheyAreFree() throws InterruptedException {
        int working = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 3);
        var begun = new Semaphore(0);
        var mayGoOn = new Semaphore(0);
        var left = new CountDownLatch(3);
        for (int i = 0; i < working; i++) {
            workers.start(
                    () -> {
                        begun.release();
                        mayGoOn.acquireUninterruptibly();
                    });
        }
        begun.acquireUninterruptibly(working);
        for (var path : List.of("far", "near", "middle")) {
            workers.start(
                    AssetSource.of(path),
                    () -> {
                        done.add(path);
                        left.countDown();
                    });
        }
        workers.order(
                Map.of(
                        AssetSource.of("far"), 3.0,
                        AssetSource.of("near"), 1.0,
                        AssetSource.of("middle"), 2.0));
        // One alone works, so that the order is known.
        mayGoOn.release();
        left.await();
        mayGoOn.release(working);
        workers.idle().join();
        assertEquals(List.of("near", "middle", "far"), done);
    }
}
