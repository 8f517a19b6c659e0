// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.runtime.Link;
import org.scenewright.runtime.Play;
import org.scenewright.runtime.Registration;
import org.scenewright.scene.Change;
import org.scenewright.scene.Changes;
import org.scenewright.scene.SceneSnapshot;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * The link from a running scene to the UI thread: some times a second it brings what people would
 * notice in a list, however much moves.
 */
final class PlayFeed implements Link, AutoCloseable {
    private static final int PAUSE_MILLIS = 100;

    private final Play play;
    private final UiThread ui;
    private final Predicate<Change> isNoticed;
    private final BiConsumer<SceneSnapshot, List<Changes>> reader;
    private final Registration registration;
    private final Backlog backlog = new Backlog();
    private volatile boolean closed;

    /**
     * @param isNoticed which changes the reader is told of; any thread
     * @param reader called on the UI thread
     */
    PlayFeed(
            Play play,
            UiThread ui,
            Predicate<Change> isNoticed,
            BiConsumer<SceneSnapshot, List<Changes>> reader) {
        this.play = play;
        this.ui = ui;
        this.isNoticed = isNoticed;
        this.reader = reader;
        this.registration = play.link(this);
    }

    /** What is told of. */
    Play play() {
        return play;
    }

    @Override
    public String name() {
        return "";
    }

    @Override
    public void changed(SceneSnapshot snapshot, Changes changes) {
        var noticed = changes.list().stream().filter(isNoticed).toList();
        if (!noticed.isEmpty()) {
            post(new Changes(changes.revision(), changes.origin(), changes.label(), noticed));
        }
    }

    private void post(Changes changes) {
        backlog.add(
                List.of(changes),
                () -> ui.execute(() -> ui.display().timerExec(PAUSE_MILLIS, this::deliver)));
    }

    private void deliver() {
        if (!closed) {
            // First the changes: the snapshot then has at least these.
            var changes = backlog.take();
            reader.accept(play.snapshot(), changes);
        }
    }

    @Override
    public void close() {
        closed = true;
        registration.close();
    }
}
