// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.runtime.Link;
import org.scenewright.runtime.Registration;
import org.scenewright.runtime.SceneSession;
import org.scenewright.runtime.SessionStatus;
import org.scenewright.scene.Changes;
import org.scenewright.scene.SceneSnapshot;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * The link from a scene to the UI thread: whatever happens until the UI has time reaches it as one
 * piece of news.
 */
final class SceneFeed implements Link, AutoCloseable {
    private final SceneSession session;
    private final Executor ui;
    private final List<Consumer<SceneNews>> readers = new CopyOnWriteArrayList<>();
    private final Registration registration;
    private final Backlog backlog = new Backlog();
    private volatile boolean closed;

    SceneFeed(SceneSession session, Executor ui) {
        this.session = session;
        this.ui = ui;
        this.registration = session.link(this);
    }

    /** Adds a reader, called on the UI thread from now on until its registration is closed. */
    Registration read(Consumer<SceneNews> reader) {
        readers.add(reader);
        return () -> readers.remove(reader);
    }

    @Override
    public String name() {
        return "";
    }

    @Override
    public void changed(SceneSnapshot snapshot, Changes changes) {
        post(List.of(changes));
    }

    @Override
    public void status(SessionStatus status) {
        nudge();
    }

    /** Delivers news although nothing changed in the document itself. */
    void nudge() {
        post(List.of());
    }

    private void post(List<Changes> more) {
        backlog.add(more, () -> ui.execute(this::deliver));
    }

    private void deliver() {
        var changes = backlog.take();
        var news = new SceneNews(session.snapshot(), changes, session.status());
        if (!closed) {
            readers.forEach(reader -> reader.accept(news));
        }
    }

    @Override
    public void close() {
        closed = true;
        registration.close();
    }
}
