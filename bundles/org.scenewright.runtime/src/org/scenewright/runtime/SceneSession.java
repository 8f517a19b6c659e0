// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.crdt.CrdtMessage;
import org.scenewright.scene.Changes;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Origin;
import org.scenewright.scene.Outcome;
import org.scenewright.scene.SceneProject;
import org.scenewright.scene.SceneSnapshot;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * One open scene: the owner of its document, the one door in and the one door out; usable from any
 * thread.
 */
public final class SceneSession implements AutoCloseable {
    private SceneSession() {}

    /** Reads a scene on a new thread of its own. */
    public static CompletableFuture<SceneSession> open(SceneProject project) {
        throw new UnsupportedOperationException();
    }

    public SceneProject project() {
        throw new UnsupportedOperationException();
    }

    /** The document after the last change. */
    public SceneSnapshot snapshot() {
        throw new UnsupportedOperationException();
    }

    public SessionStatus status() {
        throw new UnsupportedOperationException();
    }

    /** Makes an edit. */
    public CompletableFuture<Outcome> post(Edit edit, Origin origin) {
        throw new UnsupportedOperationException();
    }

    /** Merges messages from a script or a colleague. */
    public CompletableFuture<Changes> receive(List<CrdtMessage> batch, Origin origin) {
        throw new UnsupportedOperationException();
    }

    public CompletableFuture<Outcome> undo() {
        throw new UnsupportedOperationException();
    }

    public CompletableFuture<Outcome> redo() {
        throw new UnsupportedOperationException();
    }

    /** A number that no other gesture of this session has. */
    public long newGesture() {
        throw new UnsupportedOperationException();
    }

    /** Takes back all that a gesture did, as if it had not been. */
    public CompletableFuture<Outcome> cancelGesture(long gesture) {
        throw new UnsupportedOperationException();
    }

    /** Writes what changed; nothing at all when somebody else changed a file since it was read. */
    public CompletableFuture<Saved> save() {
        throw new UnsupportedOperationException();
    }

    /** Writes what changed, over what somebody else wrote. */
    public CompletableFuture<Saved> overwrite() {
        throw new UnsupportedOperationException();
    }

    /** Reads the files again and makes the document what they say. */
    public CompletableFuture<Outcome> revert() {
        throw new UnsupportedOperationException();
    }

    public CompletableFuture<Boolean> changedOnDisk() {
        throw new UnsupportedOperationException();
    }

    /** Tells somebody of every change from now on, until the registration is closed. */
    public Registration link(Link link) {
        throw new UnsupportedOperationException();
    }

    /** Ends the scene thread after what was posted before. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
