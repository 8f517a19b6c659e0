// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

class DiskPollTest {
    private final ArrayDeque<String> states = new ArrayDeque<>();
    private final List<String> told = new ArrayList<>();

    /** Looks at each of some states, and tells what is written behind the arrow. */
    private void check(String seen, String expected) {
        states.addAll(List.of(seen.split(" ")));
        var poll = new DiskPoll<>(states::remove, told::add);
        // Looks only when it is told to.
        poll.close();
        int looks = states.size();
        for (int i = 0; i < looks; i++) {
            poll.run(new NullProgressMonitor());
        }
        assertEquals(expected, String.join(" ", told));
    }

    @Test
    void howFilesAreAtFirstIsToldWhoeverHasReadThemBefore() {
        check("a a a a", "a");
    }

    @Test
    void changesAreToldOnce() {
        check("a a b b b c c", "a b c");
    }

    @Test
    void whatDoesNotStayIsNotTold() {
        check("a b c c d c c", "c");
    }

    @Test
    void whoMakesItDoesNotWaitForTheDisk() {
        try (var poll = new DiskPoll<>(states::remove, told::add)) {
            assertEquals(Job.NONE, poll.getState());
        }
    }

    @Test
    void onceItIsClosedItLooksNoMore() throws InterruptedException {
        var looking = new CountDownLatch(1);
        var closed = new CountDownLatch(1);
        var poll =
                new DiskPoll<>(
                        () -> {
                            looking.countDown();
                            await(closed);
                            return "a";
                        },
                        told::add);
        poll.schedule();
        looking.await();
        poll.close();
        closed.countDown();
        poll.join();
        assertEquals(Job.NONE, poll.getState());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
