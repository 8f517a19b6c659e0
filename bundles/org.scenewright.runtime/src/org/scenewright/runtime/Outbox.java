// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.crdt.ComponentId;
import org.scenewright.crdt.CrdtCell;
import org.scenewright.crdt.CrdtMessage;
import org.scenewright.crdt.CrdtWriter;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Fork;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What is written into a running scene from outside: the fork has it after {@link #flush}, the
 * script with its next {@link #answer}. On the thread of the frames.
 */
final class Outbox {
    /** More are not kept for a script that asks for none of them. */
    static final int MOST_EVENTS = 4096;

    private final Fork fork;
    private final Consumer<ByteBuffer> merge;
    private final CrdtWriter batch = new CrdtWriter();
    private final Map<Key, Write> fresh = new LinkedHashMap<>();
    private final Map<Key, Write> untold = new LinkedHashMap<>();
    private final List<CrdtMessage.AppendValue> events = new ArrayList<>();
    private final List<Entity> ends = new ArrayList<>();

    /** A component of an entity. */
    record Key(Entity entity, ComponentId component) {}

    /**
     * What a component was made.
     *
     * @param data the value; nothing for a component that is gone
     * @param isInsistent whether it holds also where the script wrote at the same time
     */
    private record Write(int timestamp, Optional<ByteBuffer> data, boolean isInsistent) {
        boolean isOf(CrdtCell cell) {
            return cell.timestamp() == timestamp && isData(cell);
        }

        boolean isData(CrdtCell cell) {
            return cell.isDeleted() ? data.isEmpty() : data.filter(cell.data()::equals).isPresent();
        }

        void writeTo(Key key, CrdtWriter out) {
            data.ifPresentOrElse(
                    bytes -> out.put(key.entity(), key.component(), timestamp, bytes),
                    () -> out.delete(key.entity(), key.component(), timestamp));
        }
    }

    /**
     * @param merge merges messages into the fork and tells whoever has to know
     */
    Outbox(Fork fork, Consumer<ByteBuffer> merge) {
        this.fork = fork;
        this.merge = merge;
    }

    /** Writes a component, unless it is so already; script and renderer may write over it. */
    void write(Key key, Optional<ByteBuffer> data) {
        write(key, data, false);
    }

    /** Writes a component over whatever the script writes until it hears of that. */
    void insist(Key key, Optional<ByteBuffer> data) {
        write(key, data, true);
    }

    private void write(Key key, Optional<ByteBuffer> data, boolean isInsistent) {
        var written = Optional.ofNullable(fresh.get(key));
        var heard = fork.heard(key.entity(), key.component());
        var last = written.map(Write::timestamp).or(() -> heard.map(CrdtCell::timestamp));
        var write = new Write(last.orElse(0) + 1, data, isInsistent);
        boolean isSame =
                written.isPresent()
                        ? written.get().data().equals(data)
                        : heard.filter(write::isData).isPresent();
        if (!isSame && !fork.isDeleted(key.entity())) {
            write.writeTo(key, batch);
            fresh.put(key, write);
            untold.put(key, write);
        }
    }

    /** Adds a value to a set that only grows. */
    void append(Key key, ByteBuffer data) {
        if (events.size() == MOST_EVENTS) {
            events.removeFirst();
        }
        byte[] bytes = new byte[data.remaining()];
        data.duplicate().get(bytes);
        events.add(new CrdtMessage.AppendValue(key.entity(), key.component(), 0, bytes));
    }

    /** Ends an entity for good. */
    void end(Entity entity) {
        batch.delete(entity);
        ends.add(entity);
    }

    /** Lets the fork have what was written. */
    void flush() {
        if (batch.length() > 0) {
            var messages = copy(batch);
            batch.clear();
            fresh.clear();
            merge.accept(messages);
        }
    }

    /** What the script has not been told yet. */
    ByteBuffer answer() {
        flush();
        var rewritten = List.copyOf(untold.entrySet());
        rewritten.forEach(entry -> renew(entry.getKey(), entry.getValue()));
        flush();
        var out = new CrdtWriter();
        untold.forEach((key, write) -> tell(key, write, out));
        events.forEach(out::write);
        ends.forEach(out::delete);
        untold.clear();
        events.clear();
        ends.clear();
        return copy(out);
    }

    /** Writes again what the script wrote over, as it did not know of it. */
    private void renew(Key key, Write write) {
        var heard = fork.heard(key.entity(), key.component());
        if (write.isInsistent() && heard.filter(write::isOf).isEmpty()) {
            insist(key, write.data());
        }
    }

    private void tell(Key key, Write write, CrdtWriter out) {
        if (fork.heard(key.entity(), key.component()).filter(write::isOf).isPresent()) {
            write.writeTo(key, out);
        }
    }

    private static ByteBuffer copy(CrdtWriter out) {
        var bytes = out.bytes();
        return ByteBuffer.allocate(bytes.remaining()).put(bytes).flip().asReadOnlyBuffer();
    }
}
