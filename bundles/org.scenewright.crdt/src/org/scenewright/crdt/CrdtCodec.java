// SPDX-License-Identifier: EPL-2.0
package org.scenewright.crdt;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The way between CRDT messages and the little-endian bytes of ADR-117; usable from any thread. */
public final class CrdtCodec {
    private static final int HEADER = 8;

    private CrdtCodec() {}

    /**
     * Reads all messages; types that are not known are skipped and an unfinished message at the end
     * is left out.
     *
     * @throws CrdtException when a length is impossible; it names the offset
     */
    public static List<CrdtMessage> read(byte[] bytes) {
        return read(ByteBuffer.wrap(bytes));
    }

    /**
     * Reads all messages between position and limit, which stay as they are.
     *
     * @throws CrdtException when a length is impossible; it names the offset
     */
    public static List<CrdtMessage> read(ByteBuffer bytes) {
        var in = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
        var messages = new ArrayList<CrdtMessage>();
        while (in.remaining() >= HEADER) {
            int start = in.position();
            int type = in.getInt(start + 4);
            long length = length(in, start, type);
            if (length > in.remaining()) {
                break;
            }
            message(type, in.slice(start + HEADER, (int) length - HEADER), start)
                    .ifPresent(messages::add);
            in.position(start + (int) length);
        }
        return messages;
    }

    private static long length(ByteBuffer in, int start, int type) {
        long length = Integer.toUnsignedLong(in.getInt(start));
        if (length < HEADER) {
            throw new CrdtException("message at byte " + start + " declares a length of " + length);
        }
        // @dcl/ecs before 7.28 declared 12 bytes for this message and wrote 16.
        return type == CrdtMessage.DeleteEntityNetwork.TYPE && length == 12 ? 16 : length;
    }

    private static Optional<CrdtMessage> message(int type, ByteBuffer body, int start) {
        body.order(ByteOrder.LITTLE_ENDIAN);
        try {
            return switch (type) {
                case CrdtMessage.PutComponent.TYPE ->
                        Optional.of(CrdtMessage.PutComponent.read(body));
                case CrdtMessage.DeleteComponent.TYPE ->
                        Optional.of(CrdtMessage.DeleteComponent.read(body));
                case CrdtMessage.DeleteEntity.TYPE ->
                        Optional.of(CrdtMessage.DeleteEntity.read(body));
                case CrdtMessage.AppendValue.TYPE ->
                        Optional.of(CrdtMessage.AppendValue.read(body));
                case CrdtMessage.PutComponentNetwork.TYPE ->
                        Optional.of(CrdtMessage.PutComponentNetwork.read(body));
                case CrdtMessage.DeleteComponentNetwork.TYPE ->
                        Optional.of(CrdtMessage.DeleteComponentNetwork.read(body));
                case CrdtMessage.DeleteEntityNetwork.TYPE ->
                        Optional.of(CrdtMessage.DeleteEntityNetwork.read(body));
                default -> Optional.empty();
            };
        } catch (CrdtException e) {
            throw new CrdtException("message at byte " + start + ": " + e.getMessage());
        } catch (BufferUnderflowException e) {
            throw new CrdtException(
                    "message at byte " + start + " is too short for its type " + type);
        }
    }

    public static byte[] toBytes(List<? extends CrdtMessage> messages) {
        long length = messages.stream().mapToLong(m -> HEADER + (long) m.bodyLength()).sum();
        var out = ByteBuffer.allocate(Math.toIntExact(length));
        write(messages, out);
        return out.array();
    }

    /** Writes into a buffer with enough room; its byte order does not matter. */
    public static void write(List<? extends CrdtMessage> messages, ByteBuffer out) {
        var before = out.order();
        out.order(ByteOrder.LITTLE_ENDIAN);
        for (var message : messages) {
            out.putInt(HEADER + message.bodyLength()).putInt(message.type());
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
