// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.crdt.Entity;
import org.scenewright.runtime.Registration;
import org.scenewright.scene.SceneSnapshot;

import java.util.List;

/** The problems of an open scene as markers on its files; they go when it closes. UI thread. */
final class ProblemMarkers implements AutoCloseable {
    private final OpenScene scene;
    private final MarkerWriting writing;
    private final Registration watching;
    private boolean closed;

    ProblemMarkers(OpenScene scene) {
        this.scene = scene;
        writing = new MarkerWriting(scene.session().project());
        watching = scene.problems().watch(found -> write());
    }

    /** Writes all of them, whether or not anything changed; nothing any more once closed. */
    void write() {
        if (!closed) {
            writing.write(scene.problems().now().problems(), scene.snapshot());
        }
    }

    /** The entity that a marker is about, by number or name, if it is still there. */
    static List<Entity> entities(String name, SceneSnapshot snapshot) {
        return snapshot.entities().stream()
                .filter(
                        entity ->
                                entity.toString().equals(name)
                                        || snapshot.name(entity).equals(name))
                .limit(1)
                .toList();
    }

    /**
     * What is wrong is wrong with this editor's document; without it nobody would take the markers
     * away.
     */
    @Override
    public void close() {
        closed = true;
        watching.close();
        writing.write(List.of(), scene.snapshot());
    }
}
