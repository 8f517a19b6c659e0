// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.schema.ComponentTypes;

import java.util.List;

/**
 * A document with its history at one moment, for another thread to keep.
 *
 * @param snapshot the document
 * @param caughtUp the types that were known when what others wrote was last {@linkplain
 *     Scene#catchUp caught up} with
 * @param state the number of the document, see {@link Scene#state}
 * @param lastState the highest such number that was ever given
 * @param done the steps that can be undone, the last one first
 * @param undone the steps that can be redone, the next one first
 * @param knowledge what it knows of others
 * @param numbers what it knows of entity numbers
 */
record Memory(
        SceneSnapshot snapshot,
        ComponentTypes caughtUp,
        long state,
        long lastState,
        List<Step> done,
        List<Step> undone,
        Knowledge knowledge,
        Numbers numbers) {
    Memory {
        done = List.copyOf(done);
        undone = List.copyOf(undone);
    }

    /** A document without a history. */
    static Memory shared(
            SceneSnapshot snapshot, ComponentTypes caughtUp, Knowledge knowledge, Numbers numbers) {
        return new Memory(snapshot, caughtUp, 0, 0, List.of(), List.of(), knowledge, numbers);
    }

    /** Whether nothing was done so far, and nobody was heard. */
    boolean isFresh() {
        return lastState == 0 && numbers.leased().isEmpty() && knowledge.equals(Knowledge.NONE);
    }

    static Memory of(SceneSnapshot snapshot) {
        return new Memory(
                snapshot,
                snapshot.types(),
                0,
                0,
                List.of(),
                List.of(),
                Knowledge.NONE,
                Numbers.of(snapshot));
    }
}
