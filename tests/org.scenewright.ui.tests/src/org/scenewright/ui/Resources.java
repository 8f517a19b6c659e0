// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** What a test has to close at its end, the newest first. */
final class Resources {
    private final Deque<Runnable> ends = new ArrayDeque<>();

    <T> T own(T resource, Consumer<T> end) {
        ends.push(() -> end.accept(resource));
        return resource;
    }

    void close() {
        while (!ends.isEmpty()) {
            ends.pop().run();
        }
    }
}
