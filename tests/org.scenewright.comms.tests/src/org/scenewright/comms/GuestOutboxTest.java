// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;

class GuestOutboxTest {
    private final GuestOutbox outbox = new GuestOutbox();
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final ByteBuffer scratch = ByteBuffer.allocate(1000);

    /** A network that takes so many bytes, and no more for now. */
    private void flush(int bytes) throws IOException {
        outbox.flush(new Narrow(new int[] {bytes}, sent), scratch);
    }

    private record Narrow(int[] left, ByteArrayOutputStream sent) implements Transport {
        @Override
        public int read(ByteBuffer into) {
            return 0;
        }

        @Override
        public long received() {
            return 0;
        }

        @Override
        public void write(ByteBuffer from) {
            byte[] taken = new byte[Math.min(left[0], from.remaining())];
            from.get(taken);
            sent.writeBytes(taken);
            left[0] -= taken.length;
        }

        @Override
        public boolean holdsBytes() {
            return false;
        }
    }

    private static WsFrame frame(int mark, int size, boolean isReliable) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) mark);
        return new WsFrame(ByteBuffer.wrap(bytes), isReliable);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyByteGoesOutOnceAndInOrder(long seed) throws IOException {
        var random = new Random(seed);
        var all = new ByteArrayOutputStream();
        for (int i = 0; i < 500; i++) {
            WsFrame frame = frame(i, 1 + random.nextInt(3000), true);
            all.writeBytes(frame.bytes().array());
            assertTrue(outbox.add(frame));
            flush(random.nextInt(3000));
            assertEquals(all.size() - sent.size(), outbox.waitingBytes());
        }
        flush(Integer.MAX_VALUE);
        assertArrayEquals(all.toByteArray(), sent.toByteArray());
        assertTrue(outbox.isEmpty());
        assertEquals(0, outbox.waitingBytes());
    }

    @Test
    void whereMuchWaitsTheLatestTakesThePlaceOfTheOldest() throws IOException {
        outbox.add(frame(1, Sizes.MUCH_WAITING, true));
        outbox.add(frame(2, 10, false));
        assertFalse(outbox.add(frame(3, 10, false)));
        assertTrue(outbox.add(frame(4, 10, true)));
        assertEquals(Sizes.MUCH_WAITING + 20, outbox.waitingBytes());
        flush(Integer.MAX_VALUE);
        byte[] bytes = sent.toByteArray();
        assertEquals(3, bytes[bytes.length - 11]);
        assertEquals(4, bytes[bytes.length - 1]);
        assertEquals(1, bytes[bytes.length - 21]);
    }

    @Test
    void whatIsHalfSentIsSentWhole() throws IOException {
        outbox.add(frame(1, 100, false));
        flush(30);
        outbox.add(frame(2, Sizes.MUCH_WAITING, true));
        assertFalse(outbox.add(frame(3, 10, false)));
        flush(Integer.MAX_VALUE);
        assertEquals(100 + Sizes.MUCH_WAITING, sent.size());
        assertEquals(1, sent.toByteArray()[99]);
    }

    @Test
    void whereOnlyWhatHasToArriveWaitsTheLatestIsDropped() {
        outbox.add(frame(1, Sizes.MUCH_WAITING + 1, true));
        assertFalse(outbox.add(frame(2, 10, false)));
        assertEquals(Sizes.MUCH_WAITING + 1, outbox.waitingBytes());
    }
}
