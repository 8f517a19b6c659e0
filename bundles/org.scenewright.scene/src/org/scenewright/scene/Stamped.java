// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.jspecify.annotations.NonNull;
import org.scenewright.crdt.ComponentId;
import org.scenewright.crdt.CrdtCell;
import org.scenewright.crdt.CrdtMessage;
import org.scenewright.crdt.Entity;
import org.scenewright.crdt.LwwRule;
import org.scenewright.schema.ComponentCodec;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.Schema;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.util.Optional;

/**
 * A value of a component with its time, which compares by the rule of ADR-117.
 *
 * <p>Values of our own become bytes only when somebody has to compare or to send them.
 */
final class Stamped implements Comparable<@NonNull Stamped> {
    private static final System.Logger LOG = System.getLogger(Stamped.class.getName());

    private static final Schema ANY = new Schema.Opaque("");

    private final int timestamp;
    private final Optional<Value> value;
    private final ComponentCodec codec;
    private final long weight;
    private Optional<byte[]> bytes;

    private Stamped(
            int timestamp, Optional<Value> value, ComponentCodec codec, Optional<byte[]> bytes) {
        this.weight = bytes.map(data -> data.length + Weight.of(value)).orElse(0L);
        this.timestamp = timestamp;
        this.value = value;
        this.codec = codec;
        this.bytes = bytes;
    }

    /** What this replica holds or wrote; nothing for a deletion. */
    static Stamped own(int timestamp, Optional<Value> value, ComponentCodec codec) {
        return new Stamped(timestamp, value, codec, Optional.empty());
    }

    /** What came in, with the very bytes, which other encoders may spell in another way. */
    static Stamped received(int timestamp, Value value, byte[] bytes, ComponentCodec codec) {
        return new Stamped(timestamp, Optional.of(value), codec, Optional.of(bytes));
    }

    /** As it was when the document was kept. */
    static Stamped kept(
            int timestamp, Optional<Value> value, Optional<byte[]> bytes, ComponentCodec codec) {
        return new Stamped(timestamp, value, codec, bytes);
    }

    /** The very bytes that came in; nothing for what was written here. */
    Optional<byte[]> receivedBytes() {
        return weight > 0 ? bytes : Optional.empty();
    }

    /** What a store keeps of a component; nothing where the bytes stand for none that may be. */
    static Optional<Stamped> kept(CrdtCell cell, ComponentType type) {
        if (cell.isDeleted()) {
            return Optional.of(deletion(cell.timestamp(), type.codec()));
        }
        var bytes = cell.copyOfData();
        return SharedTypes.read(type, bytes, why -> LOG.log(System.Logger.Level.DEBUG, why))
                .map(value -> received(cell.timestamp(), value, bytes, type.codec()));
    }

    static Stamped deletion(int timestamp, ComponentCodec codec) {
        return new Stamped(timestamp, Optional.empty(), codec, Optional.empty());
    }

    /** About how much memory it takes, where it came from others. */
    long weight() {
        return weight;
    }

    int timestamp() {
        return timestamp;
    }

    Optional<Value> value() {
        return value;
    }

    /**
     * The bytes; nothing for a deletion, nor for what has no bytes: files may hold that, and it is
     * nobody else's business.
     */
    Optional<byte[]> bytes() {
        if (bytes.isEmpty()) {
            bytes = value.flatMap(this::encoded);
        }
        return bytes;
    }

    private Optional<byte[]> encoded(Value present) {
        try {
            return Optional.of(codec.toBytes(present));
        } catch (SchemaException unfit) {
            LOG.log(System.Logger.Level.DEBUG, () -> "no bytes: " + unfit.getMessage());
            return Optional.empty();
        }
    }

    /** The same with another value. */
    Stamped now(Optional<Value> another) {
        return own(timestamp, another, codec);
    }

    /** The same at another time and with another value. */
    Stamped next(Optional<Value> another) {
        return next(another, codec);
    }

    /** The same at another time, with another value and by a schema of another time. */
    Stamped next(Optional<Value> another, ComponentCodec by) {
        // A clock that is used up stays where it is.
        int time = timestamp == -1 ? timestamp : timestamp + 1;
        return own(time, another, by);
    }

    /** The same with other bytes than those of its codec. */
    Stamped spelled(byte[] by) {
        return new Stamped(timestamp, value, codec, Optional.of(by));
    }

    /** The message that says it; nothing where nobody needs to be told. */
    Optional<CrdtMessage> message(Entity entity, ComponentId component) {
        if (value.isEmpty()) {
            return timestamp == 0
                    ? Optional.empty()
                    : Optional.of(new CrdtMessage.DeleteComponent(entity, component, timestamp));
        }
        return bytes().map(
                        data -> new CrdtMessage.PutComponent(entity, component, timestamp, data));
    }

    /** Orders those that are the same in bytes by what they mean, in a way that all agree on. */
    int compareValues(Stamped other) {
        return value.equals(other.value) ? 0 : printed(value).compareTo(printed(other.value));
    }

    private static String printed(Optional<Value> value) {
        return value.map(v -> ValueJson.print(FieldOrder.of(ANY, v, Optional.empty()))).orElse("");
    }

    @Override
    public int compareTo(Stamped other) {
        int time = Integer.compareUnsigned(timestamp, other.timestamp);
        return time != 0 ? time : LwwRule.compare(bytes(), other.bytes());
    }
}
