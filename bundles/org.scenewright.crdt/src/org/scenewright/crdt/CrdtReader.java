// SPDX-License-Identifier: EPL-2.0
package org.scenewright.crdt;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * A cursor over the CRDT messages of a buffer, which stands on one message at a time and copies
 * nothing.
 *
 * <p>Types that are not known are skipped by their length. At the first message that cannot be one
 * the cursor stops for good: what came before holds, and {@link #complaint} says what is wrong
 * where. Position, limit and order of the buffer stay as they are. One thread only.
 */
public final class CrdtReader {
    static final int HEADER = 8;

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private ByteBuffer in = NOTHING;
    private int start;
    private int end;
    private int index = -1;
    private int type;
    private int entity;
    private int component;
    private int timestamp;
    private int networkId;
    private int dataStart;
    private int dataLength;
    private Optional<String> complaint = Optional.empty();

    /** A cursor before the first message between position and limit. */
    public CrdtReader(ByteBuffer bytes) {
        restart(bytes);
    }

    CrdtReader() {}

    /** Turns to another buffer. */
    public void restart(ByteBuffer bytes) {
        in = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
        start = 0;
        end = 0;
        index = -1;
        complaint = Optional.empty();
    }

    /** Goes to the next message of a known type; false when there is none, or no sound one. */
    public boolean next() {
        while (complaint.isEmpty() && end < in.limit()) {
            if (step()) {
                index++;
                return true;
            }
        }
        return false;
    }

    private boolean step() {
        start = end;
        int left = in.limit() - start;
        if (left < HEADER) {
            return refuse("a header of 8 bytes begins where " + left + " are left");
        }
        type = in.getInt(start + 4);
        long length = Integer.toUnsignedLong(in.getInt(start));
        if (length < HEADER) {
            return refuse("it declares a length of " + length);
        }
        // @dcl/ecs before 7.28 declared 12 bytes for this message and wrote 16.
        length = type == CrdtMessage.DeleteEntityNetwork.TYPE && length == 12 ? 16 : length;
        if (length > left) {
            return refuse("it declares " + length + " bytes where " + left + " are left");
        }
        end = start + (int) length;
        return readBody();
    }

    private boolean readBody() {
        int body = bodyLength(type);
        if (body == 0) {
            return false;
        }
        if (end - start < HEADER + body) {
            return refuse("it is too short for its type " + type);
        }
        entity = in.getInt(start + 8);
        dataStart = end;
        dataLength = -1;
        networkId = 0;
        switch (type) {
            case CrdtMessage.DeleteEntity.TYPE -> {}
            case CrdtMessage.DeleteEntityNetwork.TYPE -> networkId = in.getInt(start + 12);
            default -> readComponent();
        }
        return complaint.isEmpty();
    }

    private void readComponent() {
        component = in.getInt(start + 12);
        timestamp = in.getInt(start + 16);
        boolean isForeign = isForeign();
        networkId = isForeign ? in.getInt(start + 20) : 0;
        if (!isDeletion()) {
            readData(isForeign ? start + 24 : start + 20);
        }
    }

    private void readData(int at) {
        long length = Integer.toUnsignedLong(in.getInt(at));
        int left = end - at - 4;
        if (length > left) {
            refuse("data of " + length + " bytes declared where " + left + " are left");
        } else {
            dataStart = at + 4;
            dataLength = (int) length;
        }
    }

    private boolean refuse(String reason) {
        complaint = Optional.of("message at byte " + start + ": " + reason);
        end = start;
        return false;
    }

    /** The least length of the body of a type; 0 for one that is not known. */
    private static int bodyLength(int type) {
        return switch (type) {
            case CrdtMessage.PutComponent.TYPE, CrdtMessage.AppendValue.TYPE -> 16;
            case CrdtMessage.DeleteComponent.TYPE -> 12;
            case CrdtMessage.DeleteEntity.TYPE -> 4;
            case CrdtMessage.PutComponentNetwork.TYPE -> 20;
            case CrdtMessage.DeleteComponentNetwork.TYPE -> 16;
            case CrdtMessage.DeleteEntityNetwork.TYPE -> 8;
            default -> 0;
        };
    }

    /** What is wrong with the message at which the cursor stopped, and its offset. */
    public Optional<String> complaint() {
        return complaint;
    }

    /** The bytes up to the end of the present message: all sound ones once the cursor stopped. */
    public int length() {
        return end;
    }

    /** How many messages come before the present one; those of unknown types do not count. */
    public int index() {
        return index;
    }

    /** The number of the present message's type. */
    public int type() {
        return type;
    }

    /** The entity that the present message is about, as the sender numbers it. */
    public Entity entity() {
        return new Entity(entity);
    }

    /** The component that the present message is about, unless it deletes an entity. */
    public ComponentId component() {
        return new ComponentId(component);
    }

    int entityBits() {
        return entity;
    }

    int componentBits() {
        return component;
    }

    /** The unsigned timestamp of the present message, unless it deletes an entity. */
    public int timestamp() {
        return timestamp;
    }

    /** The network id of the present message; 0 also where it has none. */
    public int networkId() {
        return networkId;
    }

    /** Whether the present message speaks of an entity as a peer numbers it. */
    public boolean isForeign() {
        return type >= CrdtMessage.PutComponentNetwork.TYPE;
    }

    private boolean isDeletion() {
        return type == CrdtMessage.DeleteComponent.TYPE
                || type == CrdtMessage.DeleteComponentNetwork.TYPE;
    }

    /** Where in the buffer, counted from its position, the data of the present message begin. */
    public int dataOffset() {
        return dataStart;
    }

    /** The number of bytes of data in the present message; -1 where it deletes. */
    public int dataLength() {
        return dataLength;
    }

    /** The data of the present message as a little-endian part of the buffer itself. */
    public ByteBuffer data() {
        return in.slice(dataStart, Math.max(0, dataLength)).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** A copy of the data of the present message; empty where it deletes. */
    public byte[] copyOfData() {
        byte[] data = new byte[Math.max(0, dataLength)];
        in.get(dataStart, data);
        return data;
    }

    ByteBuffer buffer() {
        return in;
    }

    /** The present message as a value of its own. */
    public CrdtMessage message() {
        return switch (type) {
            case CrdtMessage.PutComponent.TYPE -> CrdtMessage.PutComponent.read(this);
            case CrdtMessage.DeleteComponent.TYPE -> CrdtMessage.DeleteComponent.read(this);
            case CrdtMessage.DeleteEntity.TYPE -> CrdtMessage.DeleteEntity.read(this);
            case CrdtMessage.AppendValue.TYPE -> CrdtMessage.AppendValue.read(this);
            case CrdtMessage.PutComponentNetwork.TYPE -> CrdtMessage.PutComponentNetwork.read(this);
            case CrdtMessage.DeleteComponentNetwork.TYPE ->
                    CrdtMessage.DeleteComponentNetwork.read(this);
            case CrdtMessage.DeleteEntityNetwork.TYPE -> CrdtMessage.DeleteEntityNetwork.read(this);
            default -> throw new IllegalStateException("the cursor stands on no message");
        };
    }
}
