// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.scenewright.collab.Role;
import org.scenewright.collab.SharedStatus;
import org.scenewright.collab.SharedStatus.Stage;
import org.scenewright.runtime.Registration;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A link is kept when it has led somewhere, and nobody looks any more then. */
class LinkKeepingTest {
    private final List<Consumer<SharedStatus>> listeners = new CopyOnWriteArrayList<>();
    private SharedStatus status = status(Stage.CONNECTING);
    private int kept;

    private static SharedStatus status(Stage stage) {
        return new SharedStatus(stage, 0, Role.EDITOR, Optional.empty());
    }

    private Registration listen(Consumer<SharedStatus> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void keep() {
        LinkKeeping.whenLive(this::listen, () -> status, () -> kept++);
    }

    private void becomes(Stage stage) {
        status = status(stage);
        listeners.forEach(listener -> listener.accept(status));
    }

    private void check(int expected, int watching) {
        assertEquals(expected, kept);
        assertEquals(watching, listeners.size());
    }

    @Test
    void aLinkIsKeptOnceItHasLedThere() {
        keep();
        becomes(Stage.JOINING);
        check(0, 1);
        becomes(Stage.LIVE);
        check(1, 0);
        becomes(Stage.OFFLINE);
        becomes(Stage.LIVE);
        check(1, 0);
    }

    @Test
    void whereOneIsAlreadyItIsKeptAtOnce() {
        becomes(Stage.LIVE);
        keep();
        check(1, 0);
    }
}
