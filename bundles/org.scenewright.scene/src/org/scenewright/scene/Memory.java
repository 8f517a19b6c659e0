// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import java.util.BitSet;
import java.util.List;

/**
 * A document with its history at one moment, for another thread to keep.
 *
 * @param snapshot the document
 * @param state the number of the document, see {@link Scene#state}
 * @param lastState the highest such number that was ever given
 * @param done the steps that can be undone, the last one first
 * @param undone the steps that can be redone, the next one first
 * @param spared the numbers that new entities are not given while there are others; nobody changes
 *     it any more
 */
record Memory(
        SceneSnapshot snapshot,
        long state,
        long lastState,
        List<Step> done,
        List<Step> undone,
        BitSet spared) {
    Memory {
        done = List.copyOf(done);
        undone = List.copyOf(undone);
    }

    static Memory of(SceneSnapshot snapshot) {
        return new Memory(snapshot, 0, 0, List.of(), List.of(), new BitSet());
    }
}
