// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Several replicas edit one scene over a network that loses, doubles and reorders what they send
 * and falls apart now and then; the same for the same seed.
 *
 * <p>The system property {@code scenewright.operations} says how many operations the steady runs do
 * together; the restless ones do a fiftieth of it.
 */
class SharedConvergenceTest {
    private static final int REPLICAS = 5;
    private static final int RUNS = 20;
    private static final Origin PEER = Origin.link(Origin.Kind.PEER, "peer");
    private static final long OPERATIONS = Long.getLong("scenewright.operations", 1_000_000) / RUNS;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, RUNS);
    }

    /** A replica, what it sent, and which of what the others sent it has heard. */
    private static final class Node {
        final List<Batch> sent = new ArrayList<>();
        final List<BitSet> heard = new ArrayList<>();
        final Scene scene;
        final String address;

        Node(int index, SceneSnapshot start) {
            scene = new Scene(start);
            address = "address" + index;
            comeBack();
            IntStream.range(0, REPLICAS).forEach(i -> heard.add(new BitSet()));
        }

        /** Shares as another author from now on. */
        void comeBack() {
            scene.share(address, batch -> sent.add(overTheWire(batch)));
        }
    }

    private static Batch overTheWire(Batch batch) {
        try {
            return BatchCodec.read(BatchCodec.write(batch));
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    private static final class Network {
        final Random random;
        final Function<SceneSnapshot, Edit> edits;
        final List<Node> nodes = new ArrayList<>();
        final Scene plain;
        final List<BitSet> told = new ArrayList<>();
        int partition = -1;

        Network(long seed, Function<SceneSnapshot, Edit> edits) {
            this.random = new Random(seed);
            this.edits = edits;
            var start =
                    SceneText.read(
                            "Box at 1,2,3\n  Lid\n    Knob\nCrate\n  Lid_2 at 0,1,0\nLamp\n");
            plain = new Scene(start);
            for (int i = 0; i < REPLICAS; i++) {
                nodes.add(new Node(i, start));
                told.add(new BitSet());
            }
            // Numbers are leased, so that no two replicas bring different entities into being.
            for (int i = 0; i < REPLICAS; i++) {
                int from = 1000 + 4000 * i;
                nodes.get(i).scene.lease(new NumberBlock(from, 4000));
            }
        }

        void step() {
            var node = nodes.get(random.nextInt(REPLICAS));
            switch (random.nextInt(8)) {
                case 0 -> node.scene.undo();
                case 1 -> node.scene.redo();
                case 2, 3, 4 -> deliverSome();
                default -> node.scene.apply(edits.apply(node.scene.snapshot()), Origin.USER);
            }
            if (random.nextInt(40) == 0) {
                partition = random.nextInt(REPLICAS + 1) - 1;
            }
            if (random.nextInt(300) == 0) {
                nodes.get(random.nextInt(REPLICAS)).comeBack();
            }
        }

        private void deliverSome() {
            int from = random.nextInt(REPLICAS);
            int to = random.nextInt(REPLICAS);
            int size = nodes.get(from).sent.size();
            boolean isApart = partition >= 0 && (from <= partition) != (to <= partition);
            if (from != to && size > 0 && !isApart) {
                // Mostly what came last, sometimes anything, again or for the first time.
                int back = random.nextInt(random.nextInt(10) == 0 ? size : Math.min(size, 12));
                deliver(from, to, size - 1 - back);
            }
        }

        private void deliver(int from, int to, int index) {
            var node = nodes.get(to);
            var changes = node.scene.merge(nodes.get(from).sent.get(index), PEER).changes();
            if (node.heard.get(from).get(index)) {
                assertTrue(changes.list().isEmpty(), "what was heard before changes nothing");
            }
            node.heard.get(from).set(index);
        }

        /** Delivers all that is missing, until nobody has anything more to say. */
        void settle() {
            var all = new TreeSet<String>();
            IntStream.range(0, REPLICAS).forEach(i -> all.add("address" + i));
            nodes.forEach(node -> node.scene.present(Set.copyOf(all)));
            boolean isQuiet = false;
            for (int round = 0; !isQuiet; round++) {
                assertTrue(round < 10, "the replicas come to rest");
                isQuiet = !deliverMissing();
            }
            for (int from = 0; from < REPLICAS; from++) {
                nodes.get(from).sent.forEach(batch -> plain.merge(batch.messages(), PEER));
            }
        }

        private boolean deliverMissing() {
            boolean any = false;
            for (int to = 0; to < REPLICAS; to++) {
                for (int from = 0; from < REPLICAS; from++) {
                    var heard = nodes.get(to).heard.get(from);
                    for (int i = heard.nextClearBit(0);
                            from != to && i < nodes.get(from).sent.size();
                            i = heard.nextClearBit(i)) {
                        deliver(from, to, i);
                        any = true;
                    }
                }
            }
            return any;
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void restlessReplicasHoldTheSameInTheEnd(long seed) {
        check(new Network(seed, new RandomEdits(seed)::next), OPERATIONS / 50);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void steadyReplicasHoldTheSameInTheEnd(long seed) {
        check(new Network(seed, new SteadyEdits(seed)::next), OPERATIONS);
    }

    private static void check(Network network, long operations) {
        for (long i = 0; i < operations; i++) {
            network.step();
        }
        network.settle();
        var first = network.nodes.getFirst().scene.snapshot();
        SceneInvariants.check(first);
        for (var node : network.nodes) {
            assertEquals(
                    SceneInvariants.content(first), SceneInvariants.content(node.scene.snapshot()));
        }
        assertEquals(
                SceneInvariants.values(first), SceneInvariants.values(network.plain.snapshot()));
    }
}
