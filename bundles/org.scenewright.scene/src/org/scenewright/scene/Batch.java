// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.CrdtMessage;
import org.scenewright.schema.FieldPath;

import java.util.List;
import java.util.Optional;

/**
 * What one replica of a document wrote at once: plain messages of ADR-117, and beside them what it
 * meant by them.
 *
 * <p>Whoever does not understand the rest takes the messages alone.
 *
 * @param author the address of who wrote it
 * @param sequence the how manieth batch of this author it is, from 1
 * @param seen what the author had seen
 * @param writes the messages in order
 */
public record Batch(String author, long sequence, VersionVector seen, List<Write> writes) {
    public Batch {
        writes = List.copyOf(writes);
    }

    public List<CrdtMessage> messages() {
        return writes.stream().map(Write::message).toList();
    }

    /**
     * A message and the fields that it means.
     *
     * @param fields the paths of the parts that the author changed; empty where the whole component
     *     was deleted, or where nothing was changed but only said again
     */
    public record Write(CrdtMessage message, List<FieldPath> fields) {
        public Write {
            fields = List.copyOf(fields);
        }
    }

    /** Who wrote something, and what they had seen. */
    record Context(String author, long sequence, VersionVector seen) {
        boolean covers(Context other) {
            return author.equals(other.author) && sequence >= other.sequence
                    || seen.covers(other.author, other.sequence);
        }
    }

    Context context() {
        return new Context(author, sequence, seen);
    }

    /** The context of a message of somebody who tells none. */
    static Optional<Context> plain() {
        return Optional.empty();
    }
}
