// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.runtime.LoggedMessage;
import org.scenewright.runtime.MessageLog;
import org.scenewright.runtime.Registration;

import java.util.List;
import java.util.Optional;

/** The log of whichever scene people look at, as long as they do; UI thread. */
final class MessageReading implements AutoCloseable {
    private final MessageRows rows = new MessageRows();
    private Optional<Source> source = Optional.empty();
    private Optional<MessageWords> words = Optional.empty();
    private String filter = "";
    private boolean isStale = true;

    /** A scene whose messages are noted. */
    private record Source(OpenScene scene, Registration open) {
        MessageLog log() {
            return scene.play().messages();
        }
    }

    /** Reads from now on what is noted of a scene, or nothing. */
    void follow(Optional<OpenScene> scene) {
        if (!source.map(Source::scene).equals(scene)) {
            source.ifPresent(old -> old.open().close());
            source = scene.map(now -> new Source(now, now.play().messages().open()));
            restart();
        }
    }

    private void restart() {
        rows.filter(message -> words().map(w -> w.fits(message, filter)).orElse(false));
        isStale = true;
    }

    /** Leaves out what does not fit to all words of a text. */
    void filter(String text) {
        filter = text;
        restart();
    }

    /** Takes what has come, and tells whether anything is otherwise now. */
    boolean update() {
        boolean wasStale = isStale;
        isStale = false;
        return source.filter(now -> rows.update(now.log())).isPresent() || wasStale;
    }

    /** The names that the scene has for things now. */
    private Optional<MessageWords> words() {
        var scene = source.map(now -> now.scene().shown());
        if (scene.isPresent() && words.filter(w -> w.isOf(scene.get())).isEmpty()) {
            words = scene.map(MessageWords::new);
        }
        return words;
    }

    MessageRows rows() {
        return rows;
    }

    List<String> row(LoggedMessage message) {
        return words().map(w -> w.row(message)).orElse(List.of());
    }

    String value(LoggedMessage message) {
        return words().map(w -> w.value(message)).orElse("");
    }

    Optional<MessageLog> log() {
        return source.map(Source::log);
    }

    Optional<OpenScene> scene() {
        return source.map(Source::scene);
    }

    @Override
    public void close() {
        follow(Optional.empty());
    }
}
