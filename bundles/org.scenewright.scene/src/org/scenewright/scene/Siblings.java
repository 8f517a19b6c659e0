// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * The children of an entity in their order; immutable, and a list with one more or one less copies
 * a few hundred of them, whatever their number.
 *
 * <p>Safe to read from any thread.
 */
final class Siblings extends AbstractList<Entity> implements RandomAccess {
    /** The most in one chunk: as many chunks of that length hold all that a scene can. */
    static final int CHUNK = 256;

    private static final Siblings NONE = new Siblings(new Entity[0][]);

    private final Entity[][] chunks;
    // The index of the first of every chunk, and the size.
    private final int[] starts;

    private Siblings(Entity[][] chunks) {
        this.chunks = chunks;
        this.starts = new int[chunks.length + 1];
        for (int i = 0; i < chunks.length; i++) {
            starts[i + 1] = starts[i] + chunks[i].length;
        }
    }

    static Siblings of(List<Entity> list) {
        return list instanceof Siblings siblings ? siblings : NONE.replaced(0, 0, array(list));
    }

    private static Entity[] array(List<Entity> list) {
        return list.toArray(new Entity[0]);
    }

    /** The same for a snapshot to keep: few children need no chunks. */
    static List<Entity> kept(List<Entity> list) {
        return list.size() > CHUNK ? of(list) : List.copyOf(list);
    }

    @Override
    public Entity get(int index) {
        Objects.checkIndex(index, size());
        int chunk = chunk(index);
        return chunks[chunk][index - starts[chunk]];
    }

    /** The last chunk that begins at an index or before it; none is empty. */
    private int chunk(int index) {
        int found = Arrays.binarySearch(starts, 0, chunks.length, index);
        return found < 0 ? -found - 2 : found;
    }

    @Override
    public int size() {
        return starts[chunks.length];
    }

    /** These with one more at an index. */
    Siblings with(int index, Entity entity) {
        Objects.checkIndex(index, size() + 1);
        if (chunks.length == 0) {
            return new Siblings(new Entity[][] {{entity}});
        }
        int chunk = chunk(Math.min(index, size() - 1));
        var old = chunks[chunk];
        var longer = Arrays.copyOf(old, old.length + 1);
        int at = index - starts[chunk];
        System.arraycopy(old, at, longer, at + 1, old.length - at);
        longer[at] = entity;
        return replaced(chunk, chunk + 1, longer);
    }

    /** These without the one at an index. */
    Siblings without(int index) {
        Objects.checkIndex(index, size());
        int chunk = chunk(index);
        int from = shares(chunk - 1) ? chunk - 1 : chunk;
        int to = shares(chunk) ? chunk + 2 : chunk + 1;
        var rest = new Entity[starts[to] - starts[from] - 1];
        int next = 0;
        for (int i = starts[from]; i < starts[to]; i++) {
            if (i != index) {
                rest[next++] = get(i);
            }
        }
        return replaced(from, to, rest);
    }

    /** Whether a chunk and the next one fit into half of one, so that few do not become many. */
    private boolean shares(int chunk) {
        return chunk >= 0
                && chunk + 1 < chunks.length
                && chunks[chunk].length + chunks[chunk + 1].length <= CHUNK / 2;
    }

    /** These with other entities for some chunks. */
    private Siblings replaced(int from, int to, Entity[] entities) {
        // One that is too long becomes two halves.
        int most = entities.length == CHUNK + 1 ? CHUNK / 2 + 1 : CHUNK;
        int more = (entities.length + most - 1) / most;
        var changed = new Entity[chunks.length - (to - from) + more][];
        System.arraycopy(chunks, 0, changed, 0, from);
        for (int i = 0; i < more; i++) {
            int end = Math.min(entities.length, (i + 1) * most);
            changed[from + i] = Arrays.copyOfRange(entities, i * most, end);
        }
        System.arraycopy(chunks, to, changed, from + more, chunks.length - to);
        return new Siblings(changed);
    }
}
