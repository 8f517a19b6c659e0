// SPDX-License-Identifier: EPL-2.0
package org.scenewright.crdt;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A growing buffer that CRDT messages are written into, without an object for each.
 *
 * <p>One thread only. Network ids and timestamps are unsigned numbers in the bits of an int.
 */
public final class CrdtWriter {
    private static final int FIRST_CAPACITY = 256;

    private ByteBuffer out = ByteBuffer.allocate(FIRST_CAPACITY).order(ByteOrder.LITTLE_ENDIAN);

    /** Writes the value of a component; the data between position and limit, which stay. */
    public void put(Entity entity, ComponentId component, int timestamp, ByteBuffer data) {
        int length = data.remaining();
        header(CrdtMessage.PutComponent.TYPE, 16L + length);
        out.putInt(entity.bits()).putInt(component.value()).putInt(timestamp).putInt(length);
        out.put(out.position(), data, data.position(), length).position(out.position() + length);
    }

    /** Writes that a component is gone. */
    public void delete(Entity entity, ComponentId component, int timestamp) {
        header(CrdtMessage.DeleteComponent.TYPE, 12);
        out.putInt(entity.bits()).putInt(component.value()).putInt(timestamp);
    }

    /** Writes that an entity is gone. */
    public void delete(Entity entity) {
        header(CrdtMessage.DeleteEntity.TYPE, 4);
        out.putInt(entity.bits());
    }

    /** Writes any message. */
    public void write(CrdtMessage message) {
        header(message.type(), message.bodyLength());
        message.write(out);
    }

    private void header(int type, long bodyLength) {
        int length = Math.toIntExact(CrdtReader.HEADER + bodyLength);
        reserve(length);
        out.putInt(length).putInt(type);
    }

    private void reserve(int more) {
        if (more > out.remaining()) {
            long wanted = Math.max((long) out.position() + more, 2L * out.capacity());
            var larger = ByteBuffer.allocate((int) Math.min(wanted, Integer.MAX_VALUE - 8));
            out = larger.put(out.flip()).order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    /** The number of bytes written since the last {@link #clear}. */
    public int length() {
        return out.position();
    }

    /** What was written, as a read-only view that holds until the next write. */
    public ByteBuffer bytes() {
        return written(0).asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** What was written from an offset on; unlike {@link #bytes} it lets one at the array. */
    ByteBuffer written(int from) {
        return out.slice(from, out.position() - from).order(ByteOrder.LITTLE_ENDIAN);
    }

    byte[] toBytes() {
        byte[] bytes = new byte[out.position()];
        out.get(0, bytes);
        return bytes;
    }

    /** Takes back what was written beyond a length. */
    void truncate(int length) {
        out.position(length);
    }

    /** Forgets what was written and keeps the room for the next. */
    public void clear() {
        truncate(0);
    }
}
