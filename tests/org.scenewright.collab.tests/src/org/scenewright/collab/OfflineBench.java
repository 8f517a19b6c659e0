// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.crdt.Entity;
import org.scenewright.scene.Batch;
import org.scenewright.scene.Edit;
import org.scenewright.scene.NumberBlock;
import org.scenewright.scene.Origin;
import org.scenewright.scene.Scene;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;

/** Somebody edited alone for a day; how long it takes to have all of that in another document. */
final class OfflineBench {
    private static final int ENTITIES = 2000;
    private static final Origin PEER = Origin.link(Origin.Kind.PEER, "peer");

    private final Random random = new Random(1);

    private OfflineBench() {}

    /**
     * Measures.
     *
     * @param operations of that day
     */
    static Value measure(int operations) {
        return new OfflineBench().merge(operations);
    }

    private Value merge(int operations) {
        var start = start();
        var ann = new Scene(start);
        var bob = new Scene(start);
        var sent = new ArrayList<Batch>();
        ann.share(Samples.address(1), batch -> {});
        ann.lease(new NumberBlock(5000, 100));
        bob.share(Samples.address(2), sent::add);
        bob.lease(new NumberBlock(10_000, 50_000));
        for (int i = 0; i < operations; i++) {
            bob.apply(next(), Origin.USER);
        }
        var threads = ManagementFactory.getThreadMXBean();
        long begin = System.nanoTime();
        long work = threads.getCurrentThreadCpuTime();
        ann.shared().merge(sent, PEER);
        work = threads.getCurrentThreadCpuTime() - work;
        long taken = System.nanoTime() - begin;
        boolean isAlike = Snapshots.difference(ann.snapshot(), bob.snapshot()).isEmpty();
        return new Figures()
                .put("offlineMs", Figures.millis(taken))
                .put("offlineCpuMs", Figures.millis(work))
                .put("offlineEdits", operations)
                .put("offlineAlike", Value.of(isAlike))
                .line();
    }

    private static SceneSnapshot start() {
        var scene = new Scene(SceneSnapshot.empty(Samples.TYPES));
        for (int i = 0; i < ENTITIES; i++) {
            scene.apply(new Edit.Spawn("Box", Edit.Place.TOP, new LinkedHashMap<>()), Origin.USER);
        }
        return scene.snapshot();
    }

    private Edit next() {
        var entity = Entity.of(Entity.FIRST_FREE_NUMBER + random.nextInt(ENTITIES), 0);
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
}
