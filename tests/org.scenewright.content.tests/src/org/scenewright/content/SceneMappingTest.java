// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

@Timeout(60)
class SceneMappingTest {
    private static final long PATIENCE_NANOS = 30_000_000_000L;
    private static final AssetHash HASH = ContentProofTest.hash("a");
    private static final DeployedEntity SCENE =
            new DeployedEntity("id", "scene", List.of("0,0"), Map.of("A.glb", HASH), "", List.of());

    private final AtomicInteger asked = new AtomicInteger();
    private Instant now = Instant.EPOCH;
    private boolean isThere = true;
    private final SceneMapping mapping = new SceneMapping(this::answer, () -> now);

    private DeployedEntity answer() throws IOException {
        asked.incrementAndGet();
        if (!isThere) {
            throw new IOException("Nobody answers.");
        }
        return SCENE;
    }

    private void checkAway(int times) {
        var none = assertThrows(IOException.class, () -> mapping.hash("a.glb"));
        assertEquals("Nobody answers.", none.getMessage());
        assertEquals(times, asked.get());
    }

    private void pass(int seconds) {
        now = now.plus(Duration.ofSeconds(seconds));
    }

    @Test
    void asksOnceForAllPaths() throws IOException {
        assertEquals(Optional.of(HASH), mapping.hash("a.GLB"));
        assertEquals(Optional.empty(), mapping.hash("b.glb"));
        assertEquals(1, asked.get());
    }

    @Test
    void isNotAskedAgainAtOnceWhereNobodyAnswers() {
        isThere = false;
        checkAway(1);
        pass(14);
        checkAway(1);
        pass(1);
        checkAway(2);
    }

    @Test
    void isAskedMoreSeldomEachTimeThatNobodyAnswers() {
        isThere = false;
        int before = 0;
        for (int seconds : new int[] {15, 30, 60, 120, 240, 480, 960, 960, 960}) {
            checkAway(++before);
            pass(seconds - 1);
            checkAway(before);
            pass(1);
        }
    }

    @Test
    void knowsTheSceneOnceItIsThere() throws IOException {
        isThere = false;
        checkAway(1);
        isThere = true;
        checkAway(1);
        pass(15);
        assertEquals(Optional.of(HASH), mapping.hash("a.glb"));
        assertEquals(2, asked.get());
    }

    @Test
    void whoComesWhileItIsAskedWaitsForTheAnswer() {
        var mayAnswer = new CompletableFuture<Void>();
        var slow =
                new SceneMapping(
                        () -> {
                            mayAnswer.join();
                            return answer();
                        },
                        () -> now);
        var all = new ArrayList<CompletableFuture<Optional<AssetHash>>>();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 20; i++) {
            Executor thread = task -> threads.add(Thread.startVirtualThread(task));
            all.add(CompletableFuture.supplyAsync(() -> hash(slow), thread));
        }
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!threads.stream().allMatch(SceneMappingTest::isWaiting)) {
            assertTrue(System.nanoTime() < end, "not everybody waits");
            Thread.yield();
        }
        mayAnswer.complete(null);
        all.forEach(one -> assertEquals(Optional.of(HASH), one.join()));
        assertEquals(1, asked.get());
    }

    private static boolean isWaiting(Thread thread) {
        return thread.getState() == Thread.State.WAITING;
    }

    private static Optional<AssetHash> hash(SceneMapping mapping) {
        try {
            return mapping.hash("a.glb");
        } catch (IOException none) {
            throw new AssertionError(none);
        }
    }
}
