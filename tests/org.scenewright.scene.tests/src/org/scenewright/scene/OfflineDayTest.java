// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;

/**
 * Somebody edited on his own for a day; the others hear of it at once.
 *
 * <p>The system property {@code scenewright.offline} says how many operations that were.
 */
class OfflineDayTest {
    private static final System.Logger LOG = System.getLogger(OfflineDayTest.class.getName());
    private static final Origin PEER = Origin.link(Origin.Kind.PEER, "peer");
    private static final int OPERATIONS = Integer.getInteger("scenewright.offline", 10_000);
    private static final int ENTITIES = 2000;

    private final Random random = new Random(1);
    private final List<Batch> sent = new ArrayList<>();

    private static SceneSnapshot start() {
        var scene = new Scene(SceneSnapshot.empty(SceneText.TYPES));
        for (int i = 0; i < ENTITIES; i++) {
            var components = new LinkedHashMap<String, Value>();
            components.put(SceneSnapshot.TRANSFORM, SceneText.transform("1", "2", "3"));
            scene.apply(new Edit.Spawn("Box", Edit.Place.TOP, components), Origin.USER);
        }
        return scene.snapshot();
    }

    private Edit next(SceneSnapshot now) {
        var entity = Entity.of(512 + random.nextInt(ENTITIES), 0);
        return switch (random.nextInt(50)) {
            case 0 -> new Edit.Spawn("New", Edit.Place.TOP, new LinkedHashMap<>());
            case 1 -> new Edit.Reparent(List.of(entity), Edit.Place.under(Entity.ROOT));
            case 2, 3 -> new Edit.Rename(entity, "N" + random.nextInt(10_000));
            default ->
                    new Edit.Set(
                            entity,
                            SceneSnapshot.TRANSFORM,
                            FieldPath.parse("position." + "xyz".charAt(random.nextInt(3))),
                            Value.of(random.nextDouble()));
        };
    }

    @Test
    void allThatOneWroteMergesIntoWhatTheOthersHaveByThen() {
        var start = start();
        var ann = new Scene(start);
        var bob = new Scene(start);
        ann.share("ann", batch -> {});
        ann.lease(new NumberBlock(5000, 100));
        bob.share("bob", sent::add);
        bob.lease(new NumberBlock(10_000, 50_000));
        for (int i = 0; i < OPERATIONS; i++) {
            bob.apply(next(bob.snapshot()), Origin.USER);
        }
        // Of the processor: how many others work beside does not count.
        long from = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        ann.shared().merge(sent, PEER);
        long until = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        var taken = Duration.ofNanos(until - from);
        LOG.log(System.Logger.Level.INFO, sent.size() + " batches in " + taken.toMillis() + " ms");
        assertEquals(List.of(), Difference.between(bob.snapshot(), ann.snapshot()));
        // Five seconds for a day of 100,000, and as much for a machine that has to warm up first.
        assertTrue(taken.toMillis() < 5000 + 5000L * OPERATIONS / 100_000, taken.toString());
    }
}
