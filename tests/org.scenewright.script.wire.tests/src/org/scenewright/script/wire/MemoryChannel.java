// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;

/** A channel that keeps what is written, and gives what it has in portions. */
final class MemoryChannel implements ByteChannel {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private ByteBuffer unread;
    private int portion = Integer.MAX_VALUE;

    MemoryChannel(ByteBuffer unread) {
        this.unread = unread.duplicate();
    }

    /** Lets what was written be read. */
    void turn(int bytesAtOnce) {
        unread = ByteBuffer.wrap(written.toByteArray());
        portion = bytesAtOnce;
    }

    int written() {
        return written.size();
    }

    @Override
    public int read(ByteBuffer to) {
        if (!unread.hasRemaining()) {
            return -1;
        }
        int count = Math.min(portion, Math.min(to.remaining(), unread.remaining()));
        to.put(unread.slice(unread.position(), count));
        unread.position(unread.position() + count);
        return count;
    }

    @Override
    public int write(ByteBuffer from) {
        // As a socket does when it is full.
        int count = Math.min(1000, from.remaining());
        for (int i = 0; i < count; i++) {
            written.write(from.get());
        }
        return count;
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {}
}
