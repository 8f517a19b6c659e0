// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.collab.SessionMessage.Squeezed;
import org.scenewright.runtime.Packed;

import java.io.IOException;

/**
 * Messages that came squeezed, and become what they were: so much of each sender in a second, as a
 * few bytes can become many. Not thread-safe.
 */
final class Unpacking {
    /** The most bytes of a message that came squeezed. */
    static final int LARGEST = 16 << 20;

    /** The most bytes of one of somebody who looks on, and what comes of those at once. */
    static final int LARGEST_OF_VIEWER = 4 << 20;

    /** Bytes in a second that come of what somebody sends who edits, for as long as they go on. */
    static final long PER_SECOND = 16 << 20;

    /** The same of somebody who looks on. */
    static final long PER_SECOND_OF_VIEWER = 1 << 20;

    // What one lacks after a while is sent as fast as it goes.
    private static final long AT_ONCE = 64 << 20;

    // A few bytes that somebody sends are not to fill the memory.
    private static final int AT_LEAST = 64 << 10;
    private static final long MOST_TIMES = 100;

    private final Quotas editors = new Quotas(PER_SECOND, AT_ONCE);
    private final Quotas viewers = new Quotas(PER_SECOND_OF_VIEWER, LARGEST_OF_VIEWER);

    /** Who sent something, and when. */
    record Sender(String address, Role role, long now) {}

    /** How much may come of so many bytes. */
    static int largest(int packed) {
        return (int) Math.min(LARGEST, AT_LEAST + packed * MOST_TIMES);
    }

    /**
     * @throws IOException when it is more than may come of it, or nothing at all
     */
    byte[] unpack(Sender sender, Squeezed message) throws IOException {
        boolean mayEdit = sender.role().mayEdit();
        var quota = (mayEdit ? editors : viewers).of(sender.address(), sender.now());
        if (!quota.isLeft(sender.now())) {
            throw new IOException("more than is unpacked of one in a second");
        }
        int most = Math.min(largest(message.bytes().length), mayEdit ? LARGEST : LARGEST_OF_VIEWER);
        // It was work, too, where it was too much.
        int cost = most;
        try {
            byte[] bytes = Packed.unpack(message.bytes(), most);
            cost = bytes.length;
            return bytes;
        } finally {
            quota.take(cost);
        }
    }
}
