// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.CrdtMessage;

import java.util.List;
import java.util.Optional;

/**
 * A document with its history: the one place where edits and messages become changes; belongs to
 * one thread.
 */
public final class Scene {
    private SceneSnapshot snapshot;

    public Scene(SceneSnapshot start) {
        this.snapshot = start;
    }

    public SceneSnapshot snapshot() {
        return snapshot;
    }

    /**
     * A number that is equal for equal documents: undo brings back the number that held before.
     *
     * <p>It tells whether the document is what was saved last.
     */
    public long state() {
        return snapshot.revision();
    }

    /** Makes an edit, or refuses it as a whole. */
    public Outcome apply(Edit edit, Origin origin) {
        throw new UnsupportedOperationException();
    }

    /** Merges what somebody else wrote, by the rules of ADR-117. */
    public Changes merge(List<CrdtMessage> batch, Origin origin) {
        throw new UnsupportedOperationException();
    }

    /**
     * Replaces the document by another state of it, for example by what is on disk, as one step
     * that can be undone.
     */
    public Changes replace(SceneSnapshot other, Origin origin) {
        throw new UnsupportedOperationException();
    }

    /**
     * Takes the last step back, but for what others wrote over it since; nothing when there is no
     * step.
     */
    public Optional<Changes> undo() {
        throw new UnsupportedOperationException();
    }

    /** Does again what was undone last; nothing when there is nothing. */
    public Optional<Changes> redo() {
        throw new UnsupportedOperationException();
    }

    /** Takes back all that a gesture did, as if it had not been; nothing when it did nothing. */
    public Optional<Changes> cancelGesture(long gesture) {
        throw new UnsupportedOperationException();
    }

    public Optional<String> undoLabel() {
        return Optional.empty();
    }

    public Optional<String> redoLabel() {
        return Optional.empty();
    }

    /** What other replicas have to be told of changes made here, in order. */
    public List<CrdtMessage> messages(Changes changes) {
        throw new UnsupportedOperationException();
    }
}
