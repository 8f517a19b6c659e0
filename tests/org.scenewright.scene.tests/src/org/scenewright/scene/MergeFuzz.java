// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.CoreComponents;

import java.util.Arrays;
import java.util.List;

/** The merge of three composites as a function of any bytes, for fuzzers and random tests. */
public final class MergeFuzz {
    private static final ComponentTypes CORE = CoreComponents.load();

    private MergeFuzz() {}

    /**
     * @throws AssertionError when a rule of merging is broken
     */
    public static void fuzzerTestOneInput(byte[] input) {
        run(input);
    }

    /**
     * Merges the three thirds of an input.
     *
     * @return whether they could be merged
     * @throws AssertionError when a rule of merging is broken
     */
    public static boolean run(byte[] input) {
        int third = input.length / 3;
        byte[] base = Arrays.copyOfRange(input, 0, third);
        byte[] ours = Arrays.copyOfRange(input, third, 2 * third);
        byte[] theirs = Arrays.copyOfRange(input, 2 * third, 3 * third);
        try {
            check(CompositeMerge.of(base, ours, theirs, CORE));
            return true;
        } catch (SceneFormatException refused) {
            return false;
        }
    }

    private static void check(FileMerge merge) {
        var again = CompositeFile.of(merge.text(), "merged", CORE);
        require(again.isReadable(), "what was merged can be read");
        var read = again.fill(SceneSnapshot.empty(again.types()));
        var merged = merge.snapshot();
        // Entities that have nothing but cells that nobody understands come and go with those.
        require(substantial(read).equals(substantial(merged)), "it has the same entities");
        for (var conflict : merge.conflicts()) {
            require(
                    !conflict.ours().equals(conflict.theirs())
                            || conflict.component().equals(SceneSnapshot.TRANSFORM),
                    "a conflict has two sides");
        }
        var same = CompositeMerge.of(merge.text(), merge.text(), merge.text(), CORE);
        require(same.conflicts().equals(List.of()), "nothing conflicts with itself");
        require(Arrays.equals(same.text(), merge.text()), "nothing changes by itself");
    }

    private static List<Entity> substantial(SceneSnapshot scene) {
        // The root gets the list of all entities when it is written.
        return scene.entities().stream()
                .filter(e -> !e.equals(Entity.ROOT) && !scene.components(e).isEmpty())
                .toList();
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new AssertionError("broken: " + rule);
        }
    }
}
