// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.jspecify.annotations.Nullable;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.Value;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;

/**
 * The cells of one section in the order of the text, in columns: a scene has hundreds of thousands
 * and looks at few of them again.
 *
 * <p>Nothing is added once the section was read.
 */
final class Cells extends AbstractList<Cell> implements RandomAccess {
    private static final int FIRST_CAPACITY = 16;

    /** Stands for the key that is no number of an entity; no entity has these bits. */
    private static final int NOBODY = -1;

    private int[] entities = new int[FIRST_CAPACITY];
    private int[] starts = new int[FIRST_CAPACITY];
    private int[] ends = new int[FIRST_CAPACITY];
    private int[] lines = new int[FIRST_CAPACITY];
    private @Nullable Value[] values = new Value[FIRST_CAPACITY];
    private final Map<Integer, Cell.Content> odd = new HashMap<>();
    private int size;

    void append(Cell cell) {
        if (size == ends.length) {
            resize(2 * size);
        }
        entities[size] = cell.entity().map(Entity::bits).orElse(NOBODY);
        starts[size] = cell.from();
        ends[size] = cell.to();
        lines[size] = cell.line();
        switch (cell.content()) {
            case Cell.Content.Json(var value) -> values[size] = value;
            case Cell.Content.Binary binary -> odd.put(size, binary);
            case Cell.Content.Unclear unclear -> odd.put(size, unclear);
        }
        size++;
    }

    /** Gives up the room for more. */
    Cells trimmed() {
        resize(size);
        return this;
    }

    private void resize(int capacity) {
        entities = Arrays.copyOf(entities, capacity);
        starts = Arrays.copyOf(starts, capacity);
        ends = Arrays.copyOf(ends, capacity);
        lines = Arrays.copyOf(lines, capacity);
        values = Arrays.copyOf(values, capacity);
    }

    @Override
    public Cell get(int index) {
        return new Cell(entity(index), starts[index], ends[index], lines[index], content(index));
    }

    /** The entity of a cell, where its key is the number of one. */
    Optional<Entity> entity(int index) {
        int bits = entities[index];
        return bits == NOBODY ? Optional.empty() : Optional.of(new Entity(bits));
    }

    private Cell.Content content(int index) {
        var value = values[index];
        return value == null
                ? odd.getOrDefault(index, new Cell.Content.Unclear(""))
                : new Cell.Content.Json(value);
    }

    @Override
    public int size() {
        return size;
    }
}
