// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.nio.ByteBuffer;

/** The bounds that both ends of a room keep. */
final class Sizes {
    /** Most bytes of one message of a participant; 12 KiB is what every explorer takes. */
    static final int MOST_BYTES = 64 << 10;

    /** Most bytes of one packet: a message with what is around it, or a welcome to a full room. */
    static final int MOST_PACKET = MOST_BYTES + (16 << 10);

    /** Most bytes that wait for one reader; then it is too slow to stay. */
    static final int MOST_WAITING = 16 << 20;

    /** Above this, what need not arrive is not sent. */
    static final int MUCH_WAITING = 256 << 10;

    static final String ONCE = "An adapter connects once only.";

    private Sizes() {}

    static void check(ByteBuffer data) {
        if (data.remaining() > MOST_BYTES) {
            throw new IllegalArgumentException(
                    data.remaining() + " bytes are more than the " + MOST_BYTES + " at once.");
        }
    }
}
