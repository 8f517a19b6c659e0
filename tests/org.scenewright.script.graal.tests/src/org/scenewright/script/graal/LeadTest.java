// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.scenewright.script.wire.FromScene;
import org.scenewright.script.wire.ToScene;

import java.nio.ByteBuffer;
import java.util.concurrent.Semaphore;

/** How far a scene may be ahead. */
@Timeout(60)
class LeadTest {
    private final Lead lead = new Lead();
    private final Semaphore said = new Semaphore(0);

    /** Has a scene say so many things of so many bytes. */
    private Thread says(int messages, int bytes) {
        var message = new FromScene.Sent(ByteBuffer.allocate(bytes));
        return Thread.ofVirtual()
                .start(
                        () -> {
                            for (int i = 0; i < messages; i++) {
                                lead.await(message);
                                said.release();
                            }
                        });
    }

    private static void awaitWaiting(Thread scene) {
        while (scene.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    @Test
    void itGoesOnByAsMuchAsIsTakenIn() throws InterruptedException {
        var scene = says(Lead.MOST_MESSAGES + 7, 1);
        said.acquire(Lead.MOST_MESSAGES);
        awaitWaiting(scene);
        assertEquals(0, said.availablePermits());
        lead.taken(new ToScene.Taken(5));
        said.acquire(5);
        awaitWaiting(scene);
        assertEquals(0, said.availablePermits());
        lead.taken(new ToScene.Taken(2));
        scene.join();
    }

    @Test
    void bytesCountToo() throws InterruptedException {
        var scene = says(3, (int) (Lead.MOST_BYTES / 2));
        said.acquire(2);
        awaitWaiting(scene);
        lead.taken(new ToScene.Taken(1));
        scene.join();
    }

    @Test
    void whatIsTooLargeGoesWhenNothingElseIsOnItsWay() throws InterruptedException {
        says(1, (int) Lead.MOST_BYTES + 1).join();
        assertEquals(1, said.availablePermits());
    }

    @Test
    void whoeverWaitsIsLetGoInTheEnd() throws InterruptedException {
        var scene = says(2 * Lead.MOST_MESSAGES, 1);
        said.acquire(Lead.MOST_MESSAGES);
        lead.end();
        scene.join();
    }

    @Test
    void moreThanWasSaidMayBeTaken() throws InterruptedException {
        lead.taken(new ToScene.Taken(Integer.MAX_VALUE));
        says(Lead.MOST_MESSAGES, 1).join();
    }
}
