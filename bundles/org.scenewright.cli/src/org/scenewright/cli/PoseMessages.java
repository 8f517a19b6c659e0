// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.scenewright.crdt.ComponentId;
import org.scenewright.crdt.CrdtWriter;
import org.scenewright.crdt.Entity;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Messages that set the Transform, or the first components, of entities over and over.
 *
 * @param entities how many
 * @param components how many of each; all of them together fit into {@link #COUNT} without rest
 */
record PoseMessages(int entities, int components) {
    static final int FEW = 10_000;
    static final int MANY = 60_000;
    static final int WIDE = 16;

    /** How many there are in one pass. */
    static final int COUNT = MANY * WIDE;

    /** A Transform at root, unscaled, to be moved about. */
    static ByteBuffer pose() {
        var data = ByteBuffer.allocate(44).order(ByteOrder.LITTLE_ENDIAN);
        return data.putFloat(24, 1).putFloat(28, 1).putFloat(32, 1).putFloat(36, 1);
    }

    /** Lets the position tell where a message comes from. */
    static void move(ByteBuffer pose, int cell, int round) {
        pose.putFloat(0, cell % 256).putFloat(4, round).putFloat(8, cell / 256);
    }

    /** One pass, newer than the passes before it, in batches of a size. */
    List<ByteBuffer> batches(int pass, int size) {
        var batches = new ArrayList<ByteBuffer>();
        for (int from = 0; from < COUNT; from += size) {
            batches.add(batch(pass, from, Math.min(COUNT, from + size)));
        }
        return batches;
    }

    private ByteBuffer batch(int pass, int from, int to) {
        var out = new CrdtWriter();
        var pose = pose();
        int cells = entities * components;
        for (int i = from; i < to; i++) {
            int cell = i % cells;
            int round = pass * (COUNT / cells) + i / cells + 1;
            move(pose, cell, round);
            var entity = new Entity(Entity.FIRST_FREE_NUMBER + cell / components);
            out.put(entity, new ComponentId(1 + cell % components), round, pose);
        }
        byte[] bytes = new byte[out.length()];
        out.bytes().get(bytes);
        return ByteBuffer.wrap(bytes);
    }
}
