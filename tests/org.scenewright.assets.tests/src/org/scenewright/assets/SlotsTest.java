// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

@Timeout(60)
class SlotsTest {
    private static final AssetSource FIRST = new AssetSource("", "models/tree.glb");
    private static final AssetSource SECOND = new AssetSource("", "Models/Tree.glb");

    private final CountDownLatch isFound = new CountDownLatch(1);
    private final CountDownLatch mayGoOn = new CountDownLatch(1);

    /** Lets whoever has found the slot for the second spelling wait before that is noted. */
    private final class Hesitant extends AbstractSet<AssetSource> {
        private final Set<AssetSource> held = ConcurrentHashMap.newKeySet();

        @Override
        public boolean add(AssetSource source) {
            if (source.equals(SECOND)) {
                isFound.countDown();
                await(mayGoOn);
            }
            return held.add(source);
        }

        @Override
        public Iterator<AssetSource> iterator() {
            return held.iterator();
        }

        @Override
        public int size() {
            return held.size();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            throw new AssertionError(ended);
        }
    }

    @Test
    void allSpellingsOfAPathHaveOneSlot() {
        var slots = new Slots<String>();
        assertSame(slots.find(FIRST), slots.find(SECOND));
        assertEquals(Set.of(FIRST, SECOND), Set.copyOf(slots.drop(slot -> true)));
    }

    @Test
    void whatIsDroppedWhileSomebodyLooksItUpIsNotFound() {
        var slots = new Slots<String>(Hesitant::new);
        var old = slots.find(FIRST);
        var found = CompletableFuture.supplyAsync(() -> slots.find(SECOND));
        await(isFound);
        slots.drop(slot -> true);
        mayGoOn.countDown();
        assertNotSame(old, found.join());
        assertSame(slots.find(FIRST), found.join());
        assertTrue(slots.holds(found.join()));
    }
}
