// SPDX-License-Identifier: EPL-2.0
package org.scenewright.crdt;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A message of ADR-117, with the words of the ADR.
 *
 * <p>{@code write} writes the body, without the header of length and type, into a little-endian
 * buffer. Timestamps and network ids are unsigned 32-bit numbers in the bits of an int. Data arrays
 * are shared, never changed.
 */
public sealed interface CrdtMessage {

    /** The entity that the message is about, as the sender numbers it. */
    Entity entity();

    /** The number of the message type on the wire. */
    int type();

    /** The length of the body in bytes. */
    int bodyLength();

    /** Writes the body. */
    void write(ByteBuffer out);

    /** Sets the whole value of a component. */
    record PutComponent(Entity entity, ComponentId component, int timestamp, byte[] data)
            implements CrdtMessage {
        public static final int TYPE = 1;

        static PutComponent read(CrdtReader in) {
            return new PutComponent(in.entity(), in.component(), in.timestamp(), in.copyOfData());
        }

        @Override
        public void write(ByteBuffer out) {
            out.putInt(entity.bits()).putInt(component.value()).putInt(timestamp);
            Body.put(data, out);
        }

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public int bodyLength() {
            return 16 + data.length;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof PutComponent(var e, var c, var t, var d)
                    && entity.equals(e)
                    && component.equals(c)
                    && timestamp == t
                    && Arrays.equals(data, d);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * entity.bits() + component.value()) + Arrays.hashCode(data);
        }

        @Override
        public String toString() {
            return "put " + Body.text(entity, component, timestamp, data);
        }
    }

    /** Takes a component from an entity. */
    record DeleteComponent(Entity entity, ComponentId component, int timestamp)
            implements CrdtMessage {
        public static final int TYPE = 2;

        static DeleteComponent read(CrdtReader in) {
            return new DeleteComponent(in.entity(), in.component(), in.timestamp());
        }

        @Override
        public void write(ByteBuffer out) {
            out.putInt(entity.bits()).putInt(component.value()).putInt(timestamp);
        }

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public int bodyLength() {
            return 12;
        }
    }

    /** Removes an entity for good. */
    record DeleteEntity(Entity entity) implements CrdtMessage {
        public static final int TYPE = 3;

        static DeleteEntity read(CrdtReader in) {
            return new DeleteEntity(in.entity());
        }

        @Override
        public void write(ByteBuffer out) {
            out.putInt(entity.bits());
        }

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public int bodyLength() {
            return 4;
        }
    }

    /** Adds a value to a set that only grows; the timestamp is written as zero by the SDK. */
    record AppendValue(Entity entity, ComponentId component, int timestamp, byte[] data)
            implements CrdtMessage {
        public static final int TYPE = 4;

        static AppendValue read(CrdtReader in) {
            return new AppendValue(in.entity(), in.component(), in.timestamp(), in.copyOfData());
        }

        @Override
        public void write(ByteBuffer out) {
            out.putInt(entity.bits()).putInt(component.value()).putInt(timestamp);
            Body.put(data, out);
        }

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public int bodyLength() {
            return 16 + data.length;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof AppendValue(var e, var c, var t, var d)
                    && entity.equals(e)
                    && component.equals(c)
                    && timestamp == t
                    && Arrays.equals(data, d);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * entity.bits() + component.value()) + Arrays.hashCode(data);
        }

        @Override
        public String toString() {
            return "append " + Body.text(entity, component, timestamp, data);
        }
    }

    /** Sets the whole value of a component of an entity that a peer numbers in its own way. */
    record PutComponentNetwork(
            Entity entity, ComponentId component, int timestamp, int networkId, byte[] data)
            implements CrdtMessage {
        public static final int TYPE = 5;

        static PutComponentNetwork read(CrdtReader in) {
            return new PutComponentNetwork(
                    in.entity(), in.component(), in.timestamp(), in.networkId(), in.copyOfData());
        }

        @Override
        public void write(ByteBuffer out) {
            out.putInt(entity.bits()).putInt(component.value()).putInt(timestamp).putInt(networkId);
            Body.put(data, out);
        }

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public int bodyLength() {
            return 20 + data.length;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof PutComponentNetwork(var e, var c, var t, var n, var d)
                    && entity.equals(e)
                    && component.equals(c)
                    && timestamp == t
                    && networkId == n
                    && Arrays.equals(data, d);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * entity.bits() + component.value()) + Arrays.hashCode(data);
        }

        @Override
        public String toString() {
            return "put " + Body.network(networkId) + Body.text(entity, component, timestamp, data);
        }
    }

    /** Takes a component from an entity that a peer numbers in its own way. */
    record DeleteComponentNetwork(
            Entity entity, ComponentId component, int timestamp, int networkId)
            implements CrdtMessage {
        public static final int TYPE = 6;

        static DeleteComponentNetwork read(CrdtReader in) {
            return new DeleteComponentNetwork(
                    in.entity(), in.component(), in.timestamp(), in.networkId());
        }

        @Override
        public void write(ByteBuffer out) {
            out.putInt(entity.bits()).putInt(component.value()).putInt(timestamp).putInt(networkId);
        }

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public int bodyLength() {
            return 16;
        }
    }

    /** Removes an entity that a peer numbers in its own way. */
    record DeleteEntityNetwork(Entity entity, int networkId) implements CrdtMessage {
        public static final int TYPE = 7;

        static DeleteEntityNetwork read(CrdtReader in) {
            return new DeleteEntityNetwork(in.entity(), in.networkId());
        }

        @Override
        public void write(ByteBuffer out) {
            out.putInt(entity.bits()).putInt(networkId);
        }

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public int bodyLength() {
            return 8;
        }
    }
}
