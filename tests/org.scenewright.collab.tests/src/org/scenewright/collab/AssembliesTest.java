// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.scenewright.collab.SessionMessage.Chunk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Messages in parts, and how much room those take that never become whole. */
class AssembliesTest {
    private final Assemblies assemblies = new Assemblies();

    private static byte[] message(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private byte[] joined(List<Chunk> chunks) throws IOException {
        Optional<byte[]> whole = Optional.empty();
        for (var chunk : chunks) {
            assertEquals(Optional.empty(), whole);
            whole = assemblies.take("ann", chunk, 0);
        }
        return whole.orElseThrow();
    }

    private void checkRefused(Chunk chunk) {
        assertThrows(IOException.class, () -> assemblies.take("ann", chunk, 0));
    }

    private static Chunk part(long id) {
        return new Chunk(id, 0, 2, new byte[] {1});
    }

    @Test
    void inAnyOrderPartsBecomeTheMessage() throws IOException {
        var chunks = new ArrayList<>(Assemblies.split(1, message(1000), 64));
        Collections.shuffle(chunks, new Random(1));
        assertArrayEquals(message(1000), joined(chunks));
        assertEquals(0, assemblies.open());
    }

    @Test
    void aPartThatComesTwiceCountsOnce() throws IOException {
        var chunks = new ArrayList<>(Assemblies.split(1, message(100), 64));
        chunks.addFirst(chunks.getFirst());
        assertArrayEquals(message(100), joined(chunks));
    }

    @Test
    void partsOfTwoSendersAreNotMixed() throws IOException {
        assemblies.take("bob", part(1), 0);
        assertEquals(Optional.empty(), assemblies.take("ann", new Chunk(1, 1, 2, new byte[1]), 0));
    }

    @Test
    void whatIsNoPartIsRefused() {
        checkRefused(new Chunk(1, 2, 2, new byte[1]));
        checkRefused(new Chunk(1, -1, 2, new byte[1]));
        checkRefused(new Chunk(1, 0, 0, new byte[1]));
        checkRefused(new Chunk(1, 0, Integer.MAX_VALUE, new byte[1]));
    }

    @Test
    void partsThatDisagreeOnTheirNumberAreRefused() throws IOException {
        assemblies.take("ann", part(1), 0);
        checkRefused(new Chunk(1, 2, 3, new byte[1]));
    }

    @Test
    void aSenderBeginsOnlySoManyAtOnce() throws IOException {
        for (int id = 0; id < Assemblies.MOST_OPEN; id++) {
            assemblies.take("ann", part(id), 0);
        }
        checkRefused(part(99));
        assemblies.take("bob", part(99), 0);
    }

    @Test
    void whatStaysInPartsForTooLongIsForgotten() throws IOException {
        for (int id = 0; id < Assemblies.MOST_OPEN; id++) {
            assemblies.take("ann", part(id), 0);
        }
        assemblies.take("ann", part(99), Assemblies.PATIENCE + 1);
        assertEquals(1, assemblies.open());
    }

    @Test
    void whatSomebodyBeganWhoLeftIsForgotten() throws IOException {
        assemblies.take("ann", part(1), 0);
        assemblies.take("bob", part(1), 0);
        assemblies.forget("ann");
        assertEquals(1, assemblies.open());
    }

    @Test
    void whatIsMissingTakesRoomToo() throws IOException {
        for (int sender = 0; sender < 1000; sender++) {
            assemblies.take("sender" + sender, new Chunk(1, 0, 1 << 16, new byte[1]), 0);
        }
        int open = assemblies.open();
        assertEquals(true, open > 100 && open < 300, open + " open");
    }

    /** Of one sender 1000 bytes, of all together 1500. */
    private static Assemblies narrow() {
        return new Assemblies(new Assemblies.Room(1000, 1500));
    }

    private static Chunk part(long id, int index, int bytes) {
        return new Chunk(id, index, 4, new byte[bytes]);
    }

    @Test
    void everyPartCountsAgainstItsSender() throws IOException {
        var narrow = narrow();
        narrow.take("eve", part(1, 0, 400), 0);
        narrow.take("eve", part(1, 1, 400), 0);
        assertThrows(IOException.class, () -> narrow.take("eve", part(1, 2, 400), 0));
        assertThrows(IOException.class, () -> narrow.take("eve", part(2, 0, 400), 0));
        assertThrows(IOException.class, () -> narrow.take("zoe", part(1, 0, 1001), 0));
        narrow.take("eve", part(1, 2, 100), 0);
        assertEquals(900, narrow.take("eve", part(1, 3, 0), 0).orElseThrow().length);
    }

    @Test
    void whoFillsTheRoomStopsNobodyElse() throws IOException {
        var narrow = narrow();
        narrow.take("eve", part(1, 0, 950), 0);
        for (int i = 0; i < 3; i++) {
            assertEquals(Optional.empty(), narrow.take("ann", part(1, i, 220), 0));
        }
        assertEquals(680, narrow.take("ann", part(1, 3, 20), 0).orElseThrow().length);
        assertEquals(0, narrow.open());
    }

    @Test
    void manyWhoFillTheRoomStopNobodyWhoTakesLess() throws IOException {
        var narrow = narrow();
        for (int i = 0; i < 3; i++) {
            narrow.take("ann", part(1, i, 100), 0);
            for (int eve = 0; eve < 5; eve++) {
                narrow.take("eve" + i + eve, part(1, 0, 450), 0);
            }
        }
        assertEquals(400, narrow.take("ann", part(1, 3, 100), 0).orElseThrow().length);
    }

    @Test
    void whoeverTakesMostOfItBeginsAnewWithoutBlame() throws IOException {
        var narrow = narrow();
        narrow.take("ann", part(1, 0, 700), 0);
        narrow.take("bob", part(1, 0, 700), 0);
        assertEquals(Optional.empty(), narrow.take("bob", part(1, 1, 200), 0));
        assertEquals(1, narrow.open());
        narrow.take("bob", part(2, 0, 700), 0);
        assertEquals(2, narrow.open());
    }

    @Test
    void whatIsForgottenTakesNoRoom() throws IOException {
        var narrow = narrow();
        for (int i = 0; i < 100; i++) {
            narrow.take("ann", part(i, 0, 900), 0);
            narrow.forget("ann");
        }
        narrow.take("ann", part(1, 0, 900), 0);
        assertEquals(1, narrow.open());
    }
}
