// SPDX-License-Identifier: EPL-2.0
package org.scenewright.crdt;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * The way between CRDT messages as values and the little-endian bytes of ADR-117; usable from any
 * thread. {@link CrdtReader} and {@link CrdtWriter} go it without a value for each message.
 */
public final class CrdtCodec {
    private CrdtCodec() {}

    /** Reads all messages up to the first that cannot be one; unknown types are skipped. */
    public static Reading read(byte[] bytes) {
        return read(ByteBuffer.wrap(bytes));
    }

    /** Reads the messages between position and limit, which stay as they are. */
    public static Reading read(ByteBuffer bytes) {
        var in = new CrdtReader(bytes);
        var messages = new ArrayList<CrdtMessage>();
        while (in.next()) {
            messages.add(in.message());
        }
        return new Reading(messages, in.complaint());
    }

    public static byte[] toBytes(List<? extends CrdtMessage> messages) {
        long length =
                messages.stream().mapToLong(m -> CrdtReader.HEADER + (long) m.bodyLength()).sum();
        var out = ByteBuffer.allocate(Math.toIntExact(length));
        write(messages, out);
        return out.array();
    }

    /** Writes into a buffer with enough room; its byte order does not matter. */
    public static void write(List<? extends CrdtMessage> messages, ByteBuffer out) {
        var before = out.order();
        out.order(ByteOrder.LITTLE_ENDIAN);
        for (var message : messages) {
            out.putInt(CrdtReader.HEADER + message.bodyLength()).putInt(message.type());
            message.write(out);
        }
        out.order(before);
    }

    public static void write(List<? extends CrdtMessage> messages, OutputStream out)
            throws IOException {
        for (var message : messages) {
            out.write(toBytes(List.of(message)));
        }
    }
}
