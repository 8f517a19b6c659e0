// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * What a participant says to the others in a room (RFC-5).
 *
 * @param alias of the sender, 0 on the way to the server
 * @param body lives as long as the bytes that it was read from do
 * @param isUnreliable whether it may be dropped
 * @param only the alias of the only one it is meant for, or nobody; the server of Scenewright keeps
 *     to it, others have never heard of that field and send it to all
 */
record PeerUpdate(int alias, ByteBuffer body, boolean isUnreliable, List<Integer> only)
        implements RoomPacket {
    private static final int ALIAS = 1;
    private static final int BODY = 2;
    private static final int UNRELIABLE = 3;
    private static final int ONLY = 4;

    static PeerUpdate read(CodedInputStream in) throws IOException {
        int alias = 0;
        ByteBuffer body = ByteBuffer.allocate(0);
        boolean isUnreliable = false;
        List<Integer> only = List.of();
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case ALIAS -> alias = in.readUInt32();
                case BODY -> body = in.readByteBuffer();
                case UNRELIABLE -> isUnreliable = in.readBool();
                case ONLY -> only = List.of(in.readUInt32());
                default -> in.skipField(tag);
            }
        }
        return new PeerUpdate(alias, body, isUnreliable, only);
    }

    @Override
    public int number() {
        return PEER_UPDATE;
    }

    /** How many bytes {@link #write} writes. */
    private int size() {
        int size = CodedOutputStream.computeUInt32Size(ALIAS, alias);
        size +=
                CodedOutputStream.computeTagSize(BODY)
                        + CodedOutputStream.computeUInt32SizeNoTag(body.remaining())
                        + body.remaining();
        size += isUnreliable ? CodedOutputStream.computeBoolSize(UNRELIABLE, true) : 0;
        for (int one : only) {
            size += CodedOutputStream.computeUInt32Size(ONLY, one);
        }
        return size;
    }

    @Override
    public void write(CodedOutputStream out) throws IOException {
        out.writeUInt32(ALIAS, alias);
        out.writeTag(BODY, WireFormat.WIRETYPE_LENGTH_DELIMITED);
        out.writeUInt32NoTag(body.remaining());
        out.write(body.duplicate());
        if (isUnreliable) {
            out.writeBool(UNRELIABLE, true);
        }
        for (int one : only) {
            out.writeUInt32(ONLY, one);
        }
    }

    /** How many bytes {@link #writeTo} writes. */
    int packetSize() {
        int size = size();
        return CodedOutputStream.computeTagSize(PEER_UPDATE)
                + CodedOutputStream.computeUInt32SizeNoTag(size)
                + size;
    }

    /** Writes the packet with nothing copied but the body, once. */
    void writeTo(ByteBuffer bytes) {
        try {
            CodedOutputStream out = CodedOutputStream.newInstance(bytes);
            out.writeTag(PEER_UPDATE, WireFormat.WIRETYPE_LENGTH_DELIMITED);
            out.writeUInt32NoTag(size());
            write(out);
            out.flush();
        } catch (IOException tooSmall) {
            throw new IllegalArgumentException("The buffer is too small.", tooSmall);
        }
    }

    @Override
    public ByteBuffer toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(packetSize());
        writeTo(bytes);
        return bytes.flip();
    }
}
