// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms.nats;

import org.scenewright.comms.CommsException;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A message or, as what is sent at once is bounded, a piece of one.
 *
 * @param only the address that it concerns alone
 * @param isMore whether the next part of this sender continues it
 */
record Part(Optional<String> only, boolean isMore, ByteBuffer bytes) {
    private static final int ADDRESS_BYTES = 20;
    private static final int ONLY = 1;
    private static final int MORE = 2;

    /** Most bytes around those of a part. */
    static final int AROUND = 1 + ADDRESS_BYTES + Integer.BYTES;

    void write(ByteBuffer out) {
        out.put((byte) ((only.isPresent() ? ONLY : 0) | (isMore ? MORE : 0)));
        only.ifPresent(address -> out.put(HexFormat.of().parseHex(address.substring(2))));
        out.putInt(bytes.remaining()).put(bytes.duplicate());
    }

    ByteBuffer toBytes() {
        ByteBuffer out = ByteBuffer.allocate(AROUND + bytes.remaining());
        write(out);
        return out.flip();
    }

    /**
     * Reads all that there are.
     *
     * @throws CommsException when this is something else
     */
    static List<Part> readAll(ByteBuffer body) {
        ByteBuffer in = body.duplicate();
        var parts = new ArrayList<Part>();
        while (in.hasRemaining()) {
            parts.add(read(in));
        }
        return parts;
    }

    private static Part read(ByteBuffer in) {
        int flags = in.get();
        boolean isForOne = (flags & ONLY) != 0;
        if ((flags & ~(ONLY | MORE)) != 0
                || in.remaining() < Integer.BYTES + (isForOne ? ADDRESS_BYTES : 0)) {
            throw new CommsException("A part has no head.");
        }
        Optional<String> only = isForOne ? Optional.of(address(in)) : Optional.empty();
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new CommsException("A part is longer than what came.");
        }
        ByteBuffer bytes = in.slice(in.position(), length);
        in.position(in.position() + length);
        return new Part(only, (flags & MORE) != 0, bytes);
    }

    private static String address(ByteBuffer in) {
        byte[] address = new byte[ADDRESS_BYTES];
        in.get(address);
        return "0x" + HexFormat.of().formatHex(address);
    }
}
