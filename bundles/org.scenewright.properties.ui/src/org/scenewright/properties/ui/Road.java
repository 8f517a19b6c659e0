// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.scenewright.runtime.SceneSession;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Origin;
import org.scenewright.scene.Outcome;

import java.util.List;
import java.util.function.Consumer;

/**
 * The way of an edit from a field to the document.
 *
 * @param refused told the reason when an edit is refused; called on any thread
 */
record Road(SceneSession session, Consumer<String> refused) {

    /** Posts edits as one; returns at once. */
    void post(String label, List<Edit> edits, long gesture) {
        var edit = edits.size() == 1 ? edits.getFirst() : new Edit.All(label, edits);
        session.post(edit, Origin.gesture(gesture)).thenAccept(this::report);
    }

    private void report(Outcome outcome) {
        if (outcome instanceof Outcome.Refused(var reason)) {
            refused.accept(reason);
        }
    }
}
