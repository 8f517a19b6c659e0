// SPDX-License-Identifier: EPL-2.0
package org.scenewright.crdt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

/** Replicas that write at once and hear of each other in any order end up alike. */
class ConvergenceTest {
    private static final int REPLICAS = 5;
    private static final int STEPS = 400;

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyOrderOfDeliveryConverges(long seed) {
        var random = new Random(seed);
        var messages = new RandomMessages(random, 4, 2).take(STEPS);
        var expected = delivered(messages);
        for (int replica = 0; replica < REPLICAS; replica++) {
            Collections.shuffle(messages, random);
            assertEquals(expected, delivered(messages), "seed " + seed);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void messagesThatComeTwiceChangeNothing(long seed) {
        var random = new Random(seed);
        var messages = new RandomMessages(random, 4, 2).take(STEPS);
        var twice = new ArrayList<>(messages);
        twice.addAll(messages);
        Collections.shuffle(twice, random);
        assertEquals(delivered(messages), delivered(twice), "seed " + seed);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void replicasThatWriteWhileMessagesTravelConverge(long seed) {
        var random = new Random(seed);
        var network = new Network(random);
        for (int i = 0; i < STEPS; i++) {
            if (random.nextInt(3) > 0) {
                network.write();
            } else {
                network.deliver();
            }
        }
        network.deliverAll();
        for (var replica : network.replicas) {
            assertEquals(network.replicas.getFirst().state(), replica.state(), "seed " + seed);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aCorrectionBringsItsReceiverUpToDate(long seed) {
        var random = new Random(seed);
        var known = new LwwStore();
        var behind = new LwwStore();
        var messages = new RandomMessages(random, 4, 2);
        int corrections = 0;
        for (int i = 0; i < STEPS; i++) {
            var message = messages.next();
            if (random.nextBoolean()) {
                behind.merge(message);
            }
            if (known.merge(message) instanceof Verdict.Outdated(var correction)) {
                corrections++;
                behind.merge(correction);
                assertTrue(behind.state().contains(correction), "seed " + seed);
            }
        }
        assertTrue(corrections > 10);
    }

    private static List<CrdtMessage> delivered(List<CrdtMessage> messages) {
        var store = new LwwStore();
        messages.forEach(store::merge);
        return store.state();
    }

    private static byte[] data(Random random) {
        byte[] data = new byte[random.nextInt(3)];
        random.nextBytes(data);
        return data;
    }

    /** Replicas and the messages that each still has to hear of. */
    private static final class Network {
        private final List<LwwStore> replicas = new ArrayList<>();
        private final List<List<CrdtMessage>> waiting = new ArrayList<>();
        private final Random random;

        Network(Random random) {
            this.random = random;
            for (int i = 0; i < REPLICAS; i++) {
                replicas.add(new LwwStore());
                waiting.add(new ArrayList<>());
            }
        }

        void write() {
            int writer = random.nextInt(REPLICAS);
            var store = replicas.get(writer);
            var entity = Entity.of(512 + random.nextInt(6), random.nextInt(2));
            var component = new ComponentId(1 + random.nextInt(2));
            switch (random.nextInt(20)) {
                case 0 -> store.remove(entity).forEach(m -> send(writer, m));
                case 1, 2 -> store.remove(entity, component).ifPresent(m -> send(writer, m));
                default ->
                        store.put(entity, component, data(random)).ifPresent(m -> send(writer, m));
            }
        }

        private void send(int writer, CrdtMessage message) {
            for (int i = 0; i < REPLICAS; i++) {
                if (i != writer) {
                    waiting.get(i).add(message);
                }
            }
        }

        void deliver() {
            int receiver = random.nextInt(REPLICAS);
            var queue = waiting.get(receiver);
            if (!queue.isEmpty()) {
                replicas.get(receiver).merge(queue.remove(random.nextInt(queue.size())));
            }
        }

        void deliverAll() {
            for (int i = 0; i < REPLICAS; i++) {
                waiting.get(i).forEach(replicas.get(i)::merge);
            }
        }
    }
}
