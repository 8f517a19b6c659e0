// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** What somebody is told, in a time that passes when it is let. */
final class ToldLater implements Comings.Later, Consumer<Notice> {
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final List<String> told = new ArrayList<>();

    @Override
    public void in(int millis, Runnable task) {
        waiting.add(task);
    }

    @Override
    public void accept(Notice notice) {
        told.add(notice.sentence());
    }

    /** Lets the next time pass that is waited for. */
    void pass() {
        waiting.removeFirst().run();
    }

    /** Lets the time pass that was waited for last, whatever else is waited for. */
    void passLast() {
        waiting.removeLast().run();
    }

    List<String> sentences() {
        return List.copyOf(told);
    }

    /** Lets all time pass that is waited for. */
    void check(String... sentences) {
        while (!waiting.isEmpty()) {
            pass();
        }
        assertEquals(List.of(sentences), told);
        told.clear();
    }
}
