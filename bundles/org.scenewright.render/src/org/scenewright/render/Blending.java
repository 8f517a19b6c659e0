// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Vector3fc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Orders see-through instances from far to near and packs neighbours of one kind together. */
final class Blending {
    private long[] keys = new long[64];
    private int count;
    private final List<Packed> runs = new ArrayList<>();

    /** The batches of all see-through instances in sight, the farthest first. */
    List<DrawList.Batch> batches(Stage stage, Sight sight, Vector3fc eye) {
        count = 0;
        var all = stage.instances();
        for (var group : stage.groups()) {
            for (int k = 0; group.isBlended() && k < group.size(); k++) {
                int i = group.member(k);
                if (sight.meets(all.boxes, i * Instances.BOX)) {
                    add((long) Float.floatToIntBits(distance(all, i, eye)) << 32 | i);
                }
            }
        }
        Arrays.sort(keys, 0, count);
        return packed(all);
    }

    private void add(long key) {
        if (count == keys.length) {
            keys = Arrays.copyOf(keys, count * 2);
        }
        keys[count++] = key;
    }

    /**
     * The square of the distance to a box's middle; never negative, so that its bits sort as it
     * does.
     */
    private static float distance(Instances all, int i, Vector3fc eye) {
        int b = i * Instances.BOX;
        float x = (all.boxes[b] + all.boxes[b + 3]) / 2 - eye.x();
        float y = (all.boxes[b + 1] + all.boxes[b + 4]) / 2 - eye.y();
        float z = (all.boxes[b + 2] + all.boxes[b + 5]) / 2 - eye.z();
        return x * x + y * y + z * z;
    }

    private List<DrawList.Batch> packed(Instances all) {
        var batches = new ArrayList<DrawList.Batch>();
        int at = count - 1;
        while (at >= 0) {
            var group = all.groups[(int) keys[at]];
            var run = run(batches.size());
            for (; at >= 0 && all.groups[(int) keys[at]] == group; at--) {
                run.add(all, (int) keys[at]);
            }
            batches.add(run.batch(group.key()));
        }
        return batches;
    }

    private Packed run(int which) {
        if (which == runs.size()) {
            runs.add(new Packed());
        }
        runs.get(which).clear(1);
        return runs.get(which);
    }
}
