// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms.nats;

import org.scenewright.comms.CommsException;

import java.nio.ByteBuffer;

/**
 * Somebody is there.
 *
 * @param upMillis for how long, whatever its clock says
 * @param asks whether everybody else should say so, too
 */
record Here(long upMillis, boolean asks) {
    private static final int BYTES = Long.BYTES + 1;

    ByteBuffer toBytes() {
        return ByteBuffer.allocate(BYTES).putLong(upMillis).put((byte) (asks ? 1 : 0)).flip();
    }

    /**
     * @throws CommsException when it is none
     */
    static Here read(ByteBuffer body) {
        if (body.remaining() != BYTES) {
            throw new CommsException("Somebody is there in the wrong number of bytes.");
        }
        ByteBuffer in = body.duplicate();
        return new Here(in.getLong(), in.get() == 1);
    }
}
