// SPDX-License-Identifier: EPL-2.0
package org.scenewright.crdt;

import java.nio.ByteBuffer;

/**
 * A component of an entity as a store holds it, seen in its place.
 *
 * <p>It is a view that goes from cell to cell: what it says holds only during the call that it was
 * handed to.
 */
public final class CrdtCell {
    private final Cells cells;
    private int at;
    private int source;

    CrdtCell(Cells cells) {
        this.cells = cells;
    }

    CrdtCell at(int cell) {
        return at(cell, -1);
    }

    CrdtCell at(int cell, int message) {
        at = cell;
        source = message;
        return this;
    }

    /**
     * Which message of the batch that is being merged it has its value from, as {@link
     * CrdtReader#index} counts them; -1 where there is no such batch.
     */
    public int source() {
        return source;
    }

    public Entity entity() {
        return new Entity(cells.entity(at));
    }

    public ComponentId component() {
        return new ComponentId(cells.component(at));
    }

    /** The unsigned timestamp of the last write or deletion. */
    public int timestamp() {
        return cells.timestamp(at);
    }

    /** Whether the entity is numbered as a peer does it, by its network id. */
    public boolean isForeign() {
        return cells.isForeign();
    }

    /** The network id; 0 also where there is none. */
    public int networkId() {
        return cells.network(at);
    }

    /** Whether the component is gone. */
    public boolean isDeleted() {
        return cells.length(at) < 0;
    }

    /** The number of bytes of the value; 0 where it is gone. */
    public int length() {
        return Math.max(0, cells.length(at));
    }

    /** The value without a copy, little-endian; nothing may be merged while it is read. */
    public ByteBuffer data() {
        return cells.view(at);
    }

    /** A copy of the value. */
    public byte[] copyOfData() {
        return cells.copy(at);
    }

    /** The message that brings others to this state: for one who is behind, the correction. */
    public CrdtMessage message() {
        if (isForeign()) {
            return isDeleted()
                    ? new CrdtMessage.DeleteComponentNetwork(
                            entity(), component(), timestamp(), networkId())
                    : new CrdtMessage.PutComponentNetwork(
                            entity(), component(), timestamp(), networkId(), copyOfData());
        }
        return isDeleted()
                ? new CrdtMessage.DeleteComponent(entity(), component(), timestamp())
                : new CrdtMessage.PutComponent(entity(), component(), timestamp(), copyOfData());
    }

    /** Writes that message. */
    public void writeTo(CrdtWriter out) {
        if (isForeign()) {
            out.write(message());
        } else if (isDeleted()) {
            out.delete(entity(), component(), timestamp());
        } else {
            out.put(entity(), component(), timestamp(), data());
        }
    }
}
