// SPDX-License-Identifier: EPL-2.0
package org.scenewright.crdt;

/**
 * Hears what a batch of messages did to a store, after all of it was merged: of every cell at most
 * once, in the order in which the batch came upon them, then of the deletions.
 *
 * <p>What it is handed holds only during the call. It may read the store, but not write to it.
 */
public interface CrdtSink {
    /** A component is something else now, or gone. */
    void changed(CrdtCell cell);

    /** Whoever sent the batch does not know this state of a component, which won over its own. */
    default void outdated(CrdtCell cell) {}

    /** An entity was deleted for good, with all its older versions and all their components. */
    default void deleted(CrdtMessage deletion) {}

    /**
     * A value was added to a set that only grows, which the store does not keep; unlike all else it
     * is told at once, while the batch is being read.
     */
    default void appended(CrdtReader message) {}
}
