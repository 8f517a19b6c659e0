// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.runtime.Script;
import org.scenewright.runtime.ScriptHost.Beginning;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Two scenes in one process, of which one says more than anybody takes in. */
class FloodingSceneTest {
    private static final PlayLimits LIMITS =
            new PlayLimits(
                    TestWorkers.LIMITS,
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(20),
                    Duration.ofMillis(300),
                    Duration.ofMillis(200),
                    Duration.ofSeconds(1),
                    2);

    @TempDir Path cache;
    private PlayWorkers workers;

    @BeforeEach
    void open() {
        workers = new PlayWorkers(PlayWorkersTest.home(cache), LIMITS, WatchClock.REAL);
    }

    @AfterEach
    void close() {
        workers.close();
    }

    private Script start(String bundle, HeardScript heard) throws InterruptedException {
        var state = ByteBuffer.allocate(4);
        var script = workers.start(new Beginning(Path.of(bundle), true, state), heard);
        heard.expect("started 1000004");
        return script;
    }

    @Test
    void aSceneWhoseMessagesNobodyTakesHoldsUpNoOther() throws Exception {
        var held = new Held();
        var flooding = start("flood", held);
        var heard = new HeardScript();
        var other = start("dance", heard);
        assertEquals(1, workers.workers().stream().filter(w -> !w.hasRoom()).count());
        flooding.tick(0.1f);
        for (int i = 0; i < 20; i++) {
            other.tick(0.1f);
            heard.expect("sent 3");
            other.reply(ByteBuffer.allocate(2));
            heard.expect("ticked 7000 2");
        }
        assertFalse(held.end.isDone());
        held.gate.countDown();
        assertEquals(IntStream.range(0, 50).boxed().toList(), held.end.get(20, TimeUnit.SECONDS));
    }

    /** Takes nothing before somebody says so, and tells the lengths of the small messages then. */
    private static final class Held extends HeardScript {
        private final CountDownLatch gate = new CountDownLatch(1);
        private final CompletableFuture<List<Integer>> end = new CompletableFuture<>();
        private final List<Integer> lengths = new ArrayList<>();

        @Override
        public void inspected(ByteBuffer messages) {
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            if (messages.remaining() < 50) {
                lengths.add(messages.remaining());
            }
            if (lengths.size() == 50) {
                end.complete(lengths);
            }
        }
    }
}
