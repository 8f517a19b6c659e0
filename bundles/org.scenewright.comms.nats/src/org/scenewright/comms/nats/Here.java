// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms.nats;

import org.scenewright.comms.CommsException;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody is there.
 *
 * @param upMillis for how long, whatever its clock says
 * @param asks whether everybody else should say so, too
 * @param asked the sessions that should say so by {@link #answered} naming this one
 * @param answered the sessions that wanted to know whether this one is there now
 */
record Here(long upMillis, boolean asks, List<Long> asked, List<Long> answered) {
    /** So many sessions are named at once at most. */
    static final int MOST = 256;

    private static final int HEAD = Long.BYTES + 1;

    Here {
        asked = List.copyOf(asked);
        answered = List.copyOf(answered);
    }

    ByteBuffer toBytes() {
        int names = asked.size() + answered.size();
        ByteBuffer out = ByteBuffer.allocate(HEAD + 2 * Short.BYTES + names * Long.BYTES);
        out.putLong(upMillis).put((byte) (asks ? 1 : 0));
        write(asked, out);
        write(answered, out);
        return out.flip();
    }

    private static void write(List<Long> names, ByteBuffer out) {
        out.putShort((short) names.size());
        names.forEach(out::putLong);
    }

    /**
     * @throws CommsException when it is none
     */
    static Here read(ByteBuffer body) {
        if (body.remaining() < HEAD) {
            throw new CommsException("Somebody is there in the wrong number of bytes.");
        }
        ByteBuffer in = body.duplicate();
        var here = new Here(in.getLong(), in.get() == 1, names(in), names(in));
        if (in.hasRemaining()) {
            throw new CommsException("Somebody is there in too many bytes.");
        }
        return here;
    }

    private static List<Long> names(ByteBuffer in) {
        int count = in.remaining() < Short.BYTES ? -1 : in.getShort();
        if (count < 0 || count > MOST || in.remaining() < count * Long.BYTES) {
            throw new CommsException("Somebody names so many sessions as there cannot be.");
        }
        var names = new ArrayList<Long>();
        for (int i = 0; i < count; i++) {
            names.add(in.getLong());
        }
        return names;
    }

    /** Whether a session should say that it is there. */
    boolean asks(long session) {
        return asks || asked.contains(session);
    }
}
