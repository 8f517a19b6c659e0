// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.scenewright.runtime.SceneSession;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Origin;
import org.scenewright.scene.Outcome;

import java.util.List;
import java.util.Optional;

/**
 * The way of an edit from a field to the document.
 *
 * @param complaints told the reason when an edit is refused
 * @param shapes what is known of fields beside their schemas
 */
record Road(SceneSession session, Complaints complaints, SpecialShapes shapes) {

    /** Posts edits as one; returns at once. */
    void post(String label, List<Edit> edits) {
        post(label, edits, 0, Optional.empty());
    }

    /**
     * Posts edits of a field as one; returns at once.
     *
     * @param place the field that a refusal is shown at
     */
    void post(String label, List<Edit> edits, long gesture, Optional<Complaints.Place> place) {
        var edit = edits.size() == 1 ? edits.getFirst() : new Edit.All(label, edits);
        session.post(edit, Origin.gesture(gesture)).thenAccept(outcome -> report(outcome, place));
    }

    private void report(Outcome outcome, Optional<Complaints.Place> place) {
        if (outcome instanceof Outcome.Refused(var reason)) {
            place.ifPresent(field -> complaints.refused(field, reason));
            complaints.tell(reason);
        } else {
            place.ifPresent(complaints::accepted);
            complaints.settle();
        }
    }
}
