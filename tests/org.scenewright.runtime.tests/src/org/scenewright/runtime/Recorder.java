// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.scene.Changes;
import org.scenewright.scene.SceneSnapshot;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A link that remembers what it was told, and by which thread. */
final class Recorder implements Link {
    private final String name;
    private final List<Changes> changes = new CopyOnWriteArrayList<>();
    private final List<SessionStatus> statuses = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    Recorder(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void changed(SceneSnapshot snapshot, Changes change) {
        changes.add(change);
        threads.add(Thread.currentThread());
    }

    @Override
    public void status(SessionStatus status) {
        statuses.add(status);
    }

    List<String> labels() {
        return changes.stream().map(Changes::label).toList();
    }

    List<Long> revisions() {
        return changes.stream().map(Changes::revision).toList();
    }

    List<Boolean> dirty() {
        return statuses.stream().map(SessionStatus::dirty).toList();
    }

    List<Thread> threads() {
        return threads;
    }
}
