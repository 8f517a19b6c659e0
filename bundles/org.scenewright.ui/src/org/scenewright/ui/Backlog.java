// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.scene.Changes;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** Changes that wait until the UI thread has time for them, in order; any thread. */
final class Backlog {
    private final ReentrantLock lock = new ReentrantLock();
    private List<Changes> waiting = new ArrayList<>();
    private boolean isCalled;

    /**
     * Adds changes, or none where there is other news.
     *
     * @param call is run if nobody was called since they were taken last
     */
    void add(List<Changes> more, Runnable call) {
        lock.lock();
        try {
            waiting.addAll(more);
            if (!isCalled) {
                isCalled = true;
                call.run();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Takes what waits; whoever adds next calls again. */
    List<Changes> take() {
        lock.lock();
        try {
            var taken = waiting;
            waiting = new ArrayList<>();
            isCalled = false;
            return taken;
        } finally {
            lock.unlock();
        }
    }
}
