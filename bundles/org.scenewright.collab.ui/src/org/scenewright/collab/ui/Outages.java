// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.scenewright.collab.SharedStatus;
import org.scenewright.collab.SharedStatus.Stage;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * Tells why there are no others any more, for example since a room ended, and that there is a
 * connection again; what lasts but a moment is not told. UI thread.
 */
final class Outages {
    static final String OVER = "You are connected again.";

    private final Comings.Later later;
    private final Consumer<Notice> tell;
    private boolean wasLive;
    private boolean isWaiting;
    private boolean isOver;
    // Who is not let in again is told that, too.
    private Optional<Stage> told = Optional.empty();
    private SharedStatus now;

    Outages(SharedStatus now, Comings.Later later, Consumer<Notice> tell) {
        this.now = now;
        this.later = later;
        this.tell = tell;
    }

    /** Looks how the session stands now. */
    void look(SharedStatus status) {
        now = status;
        switch (status.stage()) {
            case LIVE -> back();
            case OFFLINE -> lost();
            case KICKED -> why();
            case CONNECTING, JOINING, LEFT -> {}
        }
    }

    /** Tells nothing any more. */
    void end() {
        isOver = true;
    }

    private void back() {
        wasLive = true;
        if (told.isPresent()) {
            told = Optional.empty();
            tell(OVER);
        }
    }

    private void lost() {
        if (wasLive && told.isEmpty() && !isWaiting) {
            isWaiting = true;
            later.in(Comings.GATHERING_MILLIS, this::settle);
        }
    }

    private void settle() {
        isWaiting = false;
        if (now.stage() == Stage.OFFLINE) {
            why();
        }
    }

    private void why() {
        if (!told.equals(Optional.of(now.stage()))) {
            now.problem()
                    .ifPresent(
                            sentence -> {
                                told = Optional.of(now.stage());
                                tell(sentence);
                            });
        }
    }

    private void tell(String sentence) {
        if (!isOver) {
            tell.accept(Notice.of(sentence));
        }
    }
}
