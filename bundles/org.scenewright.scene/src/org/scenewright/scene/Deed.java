// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import java.util.List;

/**
 * What one call did to a document and to its history, for whoever has to do it again.
 *
 * @param kind what it meant for the history
 * @param origin where it came from
 * @param label what a person would call it; steps that were taken back have theirs already
 * @param drafts what was done: one list, or one for each step that was taken back
 */
record Deed(Kind kind, Origin origin, String label, List<List<Act>> drafts) {
    Deed {
        drafts = List.copyOf(drafts);
    }

    /** The ways to touch the history; the order is that of the numbers in journals. */
    enum Kind {
        /** A step of the person at this editor. */
        DID,
        /** What others did: no step. */
        HEARD,
        /** Steps were taken back. */
        UNDONE,
        /** Steps were done again. */
        REDONE,
        /** All steps of a gesture were taken back for good. */
        CANCELLED
    }

    /** How many things were done. */
    int size() {
        return drafts.stream().mapToInt(List::size).sum();
    }
}
