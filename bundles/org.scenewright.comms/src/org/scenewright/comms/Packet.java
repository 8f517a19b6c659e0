// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/** A packet in the packet of packets that goes over a WebSocket: protobuf with one field. */
interface Packet {
    /** The number of this packet in the packet of packets; 0 for what nobody knows. */
    int number();

    /** Writes the inside. */
    void write(CodedOutputStream out) throws IOException;

    /** The bytes of the packet of packets. */
    default ByteBuffer toBytes() {
        return ByteBuffer.wrap(bytes(out -> out.writeByteArray(number(), inside())));
    }

    /** The bytes of the inside. */
    default byte[] inside() {
        return bytes(this::write);
    }

    /** Something that can be written. */
    interface Writer {
        void write(CodedOutputStream out) throws IOException;
    }

    private static byte[] bytes(Writer writer) {
        var bytes = new ByteArrayOutputStream();
        try {
            CodedOutputStream out = CodedOutputStream.newInstance(bytes);
            writer.write(out);
            out.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** Reads the inside of packets of a kind. */
    interface Reader<P> {
        /** The packet of a number, or the former one where that is unknown. */
        P read(int number, CodedInputStream inside, P former) throws IOException;
    }

    /**
     * Reads a packet of packets; the last known one holds, as protobuf has it.
     *
     * @param unknown where none is known
     */
    static <P> P read(ByteBuffer bytes, P unknown, Reader<P> reader) throws IOException {
        CodedInputStream in = stream(bytes.duplicate());
        P packet = unknown;
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED) {
                var inside = stream(in.readByteBuffer());
                packet = reader.read(WireFormat.getTagFieldNumber(tag), inside, packet);
            } else {
                in.skipField(tag);
            }
        }
        return packet;
    }

    private static CodedInputStream stream(ByteBuffer bytes) {
        CodedInputStream in = CodedInputStream.newInstance(bytes);
        in.enableAliasing(true);
        return in;
    }
}
