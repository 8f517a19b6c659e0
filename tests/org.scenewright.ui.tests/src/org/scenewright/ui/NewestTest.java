// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.IProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

@Timeout(60)
class NewestTest {
    private final List<Integer> done = Collections.synchronizedList(new ArrayList<>());
    private final Semaphore begun = new Semaphore(0);
    private final Semaphore mayEnd = new Semaphore(0);
    private final CountDownLatch last = new CountDownLatch(1);
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    private void work(int given, IProgressMonitor monitor) {
        most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        begun.release();
        mayEnd.acquireUninterruptibly();
        done.add(given);
        atOnce.decrementAndGet();
        if (given == 9) {
            last.countDown();
        }
    }

    @Test
    void whatComesMeanwhileIsDoneNextAndOfSeveralTheLast() throws InterruptedException {
        var newest = new Newest<Integer>("Counting", this::work);
        newest.give(1);
        begun.acquire();
        newest.give(2);
        newest.give(3);
        newest.give(9);
        mayEnd.release(9);
        last.await();
        assertEquals(List.of(1, 9), done);
        assertEquals(1, most.get());
    }

    @Test
    void whatComesAfterwardsIsDoneToo() throws InterruptedException {
        var newest = new Newest<Integer>("Counting", this::work);
        mayEnd.release(9);
        newest.give(1);
        begun.acquire();
        newest.give(9);
        last.await();
        assertEquals(List.of(1, 9), done);
        assertTrue(most.get() == 1, most::toString);
    }
}
