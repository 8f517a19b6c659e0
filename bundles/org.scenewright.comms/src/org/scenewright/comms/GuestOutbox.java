// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;

/**
 * The frames that wait for one guest; the thread of the server only.
 *
 * <p>They are shared by all who get them, and put together to one write.
 */
final class GuestOutbox {
    private final ArrayDeque<WsFrame> queue = new ArrayDeque<>();
    private int headOffset;
    private long waiting;

    long waitingBytes() {
        return waiting;
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    /**
     * Takes a frame. Where much waits already, what need not arrive takes the place of the oldest
     * that need not either: of where somebody is, only the latest is news.
     *
     * @return whether nothing was dropped for it
     */
    boolean add(WsFrame frame) {
        boolean isTight = !frame.isReliable() && waiting > Sizes.MUCH_WAITING;
        if (!isTight || dropOldest()) {
            queue.add(frame);
            waiting += frame.bytes().remaining();
        }
        return !isTight;
    }

    private boolean dropOldest() {
        var frames = queue.iterator();
        if (headOffset > 0) {
            // Of this one a part is gone already.
            frames.next();
        }
        while (frames.hasNext()) {
            WsFrame oldest = frames.next();
            if (!oldest.isReliable()) {
                frames.remove();
                waiting -= oldest.bytes().remaining();
                return true;
            }
        }
        return false;
    }

    /** Writes as much as the transport takes, by way of a buffer that all guests share. */
    void flush(Transport transport, ByteBuffer scratch) throws IOException {
        boolean isTaken = true;
        while (isTaken && (!queue.isEmpty() || transport.holdsBytes())) {
            gather(scratch.clear());
            scratch.flip();
            int gathered = scratch.remaining();
            transport.write(scratch);
            forget(gathered - scratch.remaining());
            isTaken = !scratch.hasRemaining() && !transport.holdsBytes();
        }
    }

    private void gather(ByteBuffer scratch) {
        int offset = headOffset;
        for (WsFrame frame : queue) {
            ByteBuffer bytes = frame.bytes();
            int length = Math.min(bytes.limit() - offset, scratch.remaining());
            scratch.put(bytes.array(), bytes.arrayOffset() + offset, length);
            offset = 0;
            if (!scratch.hasRemaining()) {
                return;
            }
        }
    }

    private void forget(int written) {
        waiting -= written;
        headOffset += written;
        while (!queue.isEmpty() && headOffset >= queue.element().bytes().limit()) {
            headOffset -= queue.remove().bytes().limit();
        }
    }
}
