// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.comms.Conditions;
import org.scenewright.comms.HandDriven;
import org.scenewright.comms.SimulatedNetwork;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Origin;
import org.scenewright.scene.Scene;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The orders in which ADR-2 lets an edit go out, side by side on one simulated network and in a
 * simulated time: how long edits take, and in how many cells replicas differ in the end.
 */
final class OrdersBench {
    private static final int PEERS = 8;
    private static final int CELLS = 20;
    private static final int EDITS = 60;
    private static final int REST = 100;
    private static final long QUIET = 5000;

    private final Random random = new Random(2);
    private final HandDriven time = new HandDriven();
    private final LongStream.Builder latencies = LongStream.builder();

    private OrdersBench() {}

    private static Conditions conditions() {
        return new Conditions(0.02, 20, 40, 0, 0, 0, 0, 3);
    }

    /** All orders, and that of a session here. */
    static Value measure() {
        var rows = new ArrayList<Value>();
        for (boolean isStamped : new boolean[] {false, true}) {
            for (boolean isOwnerFirst : new boolean[] {false, true}) {
                var order = new OrderedPeer.Order(isOwnerFirst, isStamped);
                rows.add(new OrdersBench().row(order));
            }
        }
        rows.add(new OrdersBench().session());
        return new Figures().put("broadcast", new Value.Items(rows)).line();
    }

    private Value row(String mode, int divergences) {
        var figures = new Figures().put("mode", Value.of(mode));
        long[] nanos = latencies.build().map(millis -> millis * 1_000_000).toArray();
        return figures.times("p50Ms", "p99Ms", nanos)
                .put("divergences", divergences)
                .put("cells", CELLS)
                .line();
    }

    /** Everybody edits at moments of their own. */
    private void edit(List<Runnable> people) {
        for (var person : people) {
            long at = 0;
            for (int i = 0; i < EDITS; i++) {
                at += 1 + random.nextInt(2 * REST);
                time.after(at, person);
            }
        }
    }

    private Value row(OrderedPeer.Order order) {
        var network = new SimulatedNetwork(time);
        var setting =
                new OrderedPeer.Setting(order, time, network, conditions(), CELLS, latencies::add);
        var peers = IntStream.range(0, PEERS).mapToObj(i -> new OrderedPeer(i, setting)).toList();
        time.advance(QUIET);
        var values = LongStream.iterate(1, value -> value + 1).iterator();
        edit(
                peers.stream()
                        .<Runnable>map(
                                peer -> () -> peer.edit(random.nextInt(CELLS), values.nextLong()))
                        .toList());
        time.advance(2L * REST * EDITS + QUIET);
        long divergences =
                IntStream.range(0, CELLS)
                        .filter(
                                cell ->
                                        peers.stream().map(p -> p.held(cell)).distinct().count()
                                                > 1)
                        .count();
        return row(order.mode(), (int) divergences);
    }

    /** The same with sessions, in which the document is the owner and has no turns. */
    private Value session() {
        var company = new Company(PEERS, boxes(), Role.EDITOR);
        company.conditions = conditions();
        company.gather();
        company.pass(QUIET);
        // Time is that of the company.
        var edits = new SessionEdits(company, CELLS, latencies::add);
        edits.run(EDITS * REST, REST / PEERS, random);
        company.pass(QUIET);
        return row("owner first, in one step, by stamp", edits.divergences());
    }

    private static SceneSnapshot boxes() {
        var scene = new Scene(SceneSnapshot.empty(Samples.TYPES));
        for (int i = 0; i < CELLS; i++) {
            var place = Edit.Place.under(Entity.ROOT);
            scene.apply(new Edit.Spawn("Box " + i, place, new LinkedHashMap<>()), Origin.USER);
        }
        return scene.snapshot();
    }
}
