// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Several replicas edit one scene, hear of each other by chance, and become now and then what
 * another one is; the same for the same seed.
 */
class AdoptingTest {
    private static final int REPLICAS = 4;
    private static final int STEPS = 1500;
    private static final Origin PEER = Origin.link(Origin.Kind.PEER, "peer");

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 16);
    }

    /** A replica and all that it ever sent. */
    private static final class Node {
        final List<Batch> sent = new ArrayList<>();
        final Scene scene;
        final String address;

        Node(int index, SceneSnapshot start) {
            scene = new Scene(start);
            address = "address" + index;
            scene.share(address, sent::add);
            scene.lease(new NumberBlock(1000 + 4000 * index, 4000));
        }

        void adopt(SharedState state) {
            var unheard =
                    sent.stream()
                            .filter(b -> !state.heard().covers(b.author(), b.sequence()))
                            .toList();
            scene.shared().adopt(state, unheard, PEER);
        }
    }

    private static final class Network {
        final Random random;
        final Function<SceneSnapshot, Edit> edits;
        final List<Node> nodes;

        Network(long seed, Function<SceneSnapshot, Edit> edits) {
            var start =
                    SceneText.read(
                            "Box at 1,2,3\n  Lid\n    Knob\nCrate\n  Lid_2 at 0,1,0\nLamp\n");
            this.random = new Random(seed);
            this.edits = edits;
            this.nodes = IntStream.range(0, REPLICAS).mapToObj(i -> new Node(i, start)).toList();
        }

        Node any() {
            return nodes.get(random.nextInt(REPLICAS));
        }

        void step() {
            var node = any();
            switch (random.nextInt(8)) {
                case 0 -> node.scene.undo();
                case 1 -> node.scene.redo();
                case 2, 3 -> deliver(any(), node);
                default -> node.scene.apply(edits.apply(node.scene.snapshot()), Origin.USER);
            }
            if (random.nextInt(60) == 0) {
                node.adopt(SharedStateTest.sent(any().scene));
            }
            if (random.nextInt(200) == 0) {
                node.scene.share(node.address, node.sent::add);
            }
        }

        private void deliver(Node from, Node to) {
            if (from != to && !from.sent.isEmpty()) {
                int back = random.nextInt(Math.min(from.sent.size(), 12));
                to.scene.merge(from.sent.get(from.sent.size() - 1 - back), PEER);
            }
        }

        /** Delivers everything, until nobody has anything more to say. */
        void settle() {
            var all = Set.copyOf(nodes.stream().map(node -> node.address).toList());
            nodes.forEach(node -> node.scene.present(all));
            int said = -1;
            for (int round = 0; said != said(); round++) {
                assertTrue(round < 10, "the replicas come to rest");
                said = said();
                for (var to : nodes) {
                    nodes.forEach(from -> to.scene.shared().merge(List.copyOf(from.sent), PEER));
                }
            }
        }

        private int said() {
            return nodes.stream().mapToInt(node -> node.sent.size()).sum();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void restlessReplicasHoldTheSameInTheEnd(long seed) {
        check(new Network(seed, new RandomEdits(seed)::next));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void steadyReplicasHoldTheSameInTheEnd(long seed) {
        check(new Network(seed, new SteadyEdits(seed)::next));
    }

    private static void check(Network network) {
        for (int i = 0; i < STEPS; i++) {
            network.step();
        }
        network.settle();
        var first = network.nodes.getFirst().scene;
        for (var node : network.nodes) {
            SharedStateTest.checkSame(first, node.scene);
            assertEquals(first.shared().heard(), node.scene.shared().heard());
        }
    }
}
