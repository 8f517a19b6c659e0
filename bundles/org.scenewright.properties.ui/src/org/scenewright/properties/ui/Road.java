// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.scenewright.crdt.Entity;
import org.scenewright.runtime.AssetPlaces;
import org.scenewright.runtime.Play;
import org.scenewright.runtime.SceneSession;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Origin;
import org.scenewright.scene.Outcome;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.FieldPath;

import java.util.List;
import java.util.Optional;

/**
 * The way of an edit from a field to the document.
 *
 * @param play the running scene, where fields show that
 * @param complaints told the reason when an edit is refused
 * @param shapes what is known of fields beside their schemas
 * @param places where the files are that fields name
 */
record Road(
        SceneSession session,
        Optional<Play> play,
        Complaints complaints,
        SpecialShapes shapes,
        AssetPlaces places) {
    private static final String MADE_BY_CODE =
            "The code of the scene made this while it runs: it is gone when the scene is stopped.";

    /** Whether the person may edit the document. */
    boolean mayEdit() {
        return session.sharing().permission().isGiven();
    }

    /** What fields show now. */
    SceneSnapshot snapshot() {
        return play.map(Play::snapshot).orElseGet(session::snapshot);
    }

    /** The entities of the document that those stand for that are shown. */
    List<Entity> documents(List<Entity> shown) {
        return shown.stream().flatMap(entity -> document(entity).stream()).toList();
    }

    /** The entity of the document that one stands for that is shown. */
    Optional<Entity> document(Entity shown) {
        return play.map(running -> running.document(shown)).orElse(Optional.of(shown));
    }

    /** The edit that makes a part of the document what it is in the running scene. */
    Optional<Edit> keep(Entity shown, String component, FieldPath path) {
        return play.flatMap(running -> running.keep(shown, component, path));
    }

    /** Tells that what is shown cannot be edited. */
    void refuseMade() {
        complaints.tell(MADE_BY_CODE);
    }

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
