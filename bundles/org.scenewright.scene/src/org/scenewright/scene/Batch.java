// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.CrdtMessage;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one replica of a document wrote at once: plain messages of ADR-117, and beside them what it
 * meant by them.
 *
 * <p>Whoever does not understand the rest takes the messages alone.
 *
 * @param author who wrote it
 * @param sequence the number of this batch among those of its author, from 1
 * @param seen what the author had seen
 * @param writes the messages in order
 * @param schemas the {@code jsonSchema} by which the bytes of a component are written, by its name;
 *     of those alone for which it is not the one that the files had
 */
public record Batch(
        Author author,
        long sequence,
        VersionVector seen,
        List<Write> writes,
        Map<String, String> schemas) {
    public Batch {
        writes = List.copyOf(writes);
        schemas = Map.copyOf(schemas);
    }

    /** A batch of components that look as the files say. */
    public Batch(Author author, long sequence, VersionVector seen, List<Write> writes) {
        this(author, sequence, seen, writes, Map.of());
    }

    public List<CrdtMessage> messages() {
        return writes.stream().map(Write::message).toList();
    }

    /**
     * A message and the fields that it means.
     *
     * @param fields the paths of the parts that the author changed; empty where the whole component
     *     was deleted, or where nothing was changed but only said again
     * @param whole the value of the component, where the bytes of the message do not say all of it,
     *     for example since its schema has no such field any more
     */
    public record Write(CrdtMessage message, List<FieldPath> fields, Optional<Value> whole) {
        public Write {
            fields = List.copyOf(fields);
        }

        /** A message whose bytes say all. */
        public Write(CrdtMessage message, List<FieldPath> fields) {
            this(message, fields, Optional.empty());
        }
    }

    /**
     * Who wrote something, and what they knew.
     *
     * @param seen what they had seen with this batch
     */
    record Context(Author author, long sequence, VersionVector seen) {
        static Context after(VersionVector before, Author author, long sequence) {
            return new Context(author, sequence, before.with(author, sequence));
        }

        boolean covers(Context other) {
            return seen.covers(other.author, other.sequence);
        }
    }

    Context context() {
        return Context.after(seen, author, sequence);
    }

    /** The context of a message of somebody who tells none. */
    static Optional<Context> plain() {
        return Optional.empty();
    }
}
