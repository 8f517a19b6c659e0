// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Changes to a text, collected in any order; they may touch but not overlap. */
final class Patches {
    private final List<Patch> patches = new ArrayList<>();

    private record Patch(int from, int to, byte[] text) {
        int growth() {
            return text.length - (to - from);
        }
    }

    void replace(int from, int to, String text) {
        patches.add(new Patch(from, to, text.getBytes(StandardCharsets.UTF_8)));
    }

    void insert(int at, String text) {
        replace(at, at, text);
    }

    void remove(int from, int to) {
        replace(from, to, "");
    }

    boolean isEmpty() {
        return patches.isEmpty();
    }

    /**
     * The text with the changes made; insertions at the same place stand in the order in which they
     * came.
     */
    byte[] apply(byte[] text) {
        patches.sort(Comparator.comparingInt(Patch::from).thenComparingInt(Patch::to));
        int growth = patches.stream().mapToInt(Patch::growth).sum();
        var out = ByteBuffer.allocate(text.length + growth);
        int done = 0;
        for (var patch : patches) {
            out.put(text, done, patch.from - done).put(patch.text);
            done = patch.to;
        }
        return out.put(text, done, text.length - done).array();
    }
}
