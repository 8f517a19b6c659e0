// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.jspecify.annotations.Nullable;
import org.scenewright.crdt.Entity;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * An immutable table from entity numbers to values; a change copies one page of 256 slots, whatever
 * the size.
 *
 * <p>Two levels of 256 cover all 65,536 numbers. Safe to read from any thread.
 */
final class EntityTable<V> {
    /** How many numbers stand side by side. */
    static final int PAGE = 256;

    private final @Nullable Object[] @Nullable [] pages;
    private final int size;

    private EntityTable(@Nullable Object[] @Nullable [] pages, int size) {
        this.pages = pages;
        this.size = size;
    }

    static <V> EntityTable<V> empty() {
        return new EntityTable<>(new Object[PAGE][], 0);
    }

    /** A table that is filled at once, which copies no page. */
    static <V> EntityTable<V> of(Map<Entity, V> values) {
        var pages = new Object[PAGE][];
        values.forEach(
                (entity, value) -> page(pages, entity.number())[entity.number() % PAGE] = value);
        return new EntityTable<>(pages, values.size());
    }

    private static @Nullable Object[] page(@Nullable Object[] @Nullable [] pages, int number) {
        @Nullable Object @Nullable [] page = pages[number / PAGE];
        @Nullable Object[] slots = page == null ? new Object[PAGE] : page;
        pages[number / PAGE] = slots;
        return slots;
    }

    /** About how many bytes of memory a table of some entities takes. */
    static long weight(Collection<Entity> entities) {
        long pages = entities.stream().mapToInt(e -> e.number() / PAGE).distinct().count();
        return (pages + 1) * PAGE * Long.BYTES;
    }

    int size() {
        return size;
    }

    Optional<V> get(Entity entity) {
        return Optional.ofNullable(slot(entity.number()));
    }

    @SuppressWarnings("unchecked")
    private @Nullable V slot(int number) {
        @Nullable Object @Nullable [] page = pages[number / PAGE];
        return page == null ? null : (V) page[number % PAGE];
    }

    EntityTable<V> with(Entity entity, V value) {
        return replaced(entity.number(), value);
    }

    EntityTable<V> without(Entity entity) {
        return slot(entity.number()) == null ? this : replaced(entity.number(), null);
    }

    private EntityTable<V> replaced(int number, @Nullable V value) {
        var copy = pages.clone();
        @Nullable Object @Nullable [] page = copy[number / PAGE];
        @Nullable Object[] slots = page == null ? new Object[PAGE] : page.clone();
        int grown = (value == null ? 0 : 1) - (slots[number % PAGE] == null ? 0 : 1);
        slots[number % PAGE] = value;
        copy[number / PAGE] = slots;
        return new EntityTable<>(copy, size + grown);
    }

    /** Calls back for every number that has a value, in ascending order. */
    @SuppressWarnings("unchecked")
    void forEach(BiConsumer<Integer, V> visitor) {
        for (int p = 0; p < PAGE; p++) {
            @Nullable Object @Nullable [] page = pages[p];
            for (int s = 0; page != null && s < PAGE; s++) {
                if (page[s] != null) {
                    visitor.accept(p * PAGE + s, (V) page[s]);
                }
            }
        }
    }

    /** Hears of a value that two tables do not share. */
    interface Comparing<V> {
        void differs(int number, Optional<V> before, Optional<V> after);
    }

    /** Finds where another table holds other objects; it looks at no page that both share. */
    void forEachDifference(EntityTable<V> other, Comparing<V> visitor) {
        for (int p = 0; p < PAGE; p++) {
            if (pages[p] != other.pages[p]) {
                for (int number = p * PAGE; number < (p + 1) * PAGE; number++) {
                    var before = Optional.ofNullable(slot(number));
                    var after = Optional.ofNullable(other.slot(number));
                    if (before.orElse(null) != after.orElse(null)) {
                        visitor.differs(number, before, after);
                    }
                }
            }
        }
    }

    /** Begins to change many values at once. */
    Editor<V> edit() {
        return new Editor<>(this);
    }

    /** A table that is being changed in many places, so that every page is copied once at most. */
    static final class Editor<V> {
        private final @Nullable Object[] @Nullable [] pages;
        private final boolean[] isOwn = new boolean[PAGE];
        private int size;

        private Editor(EntityTable<V> start) {
            this.pages = start.pages.clone();
            this.size = start.size;
        }

        @SuppressWarnings("unchecked")
        Optional<V> get(Entity entity) {
            @Nullable Object @Nullable [] page = pages[entity.number() / PAGE];
            return page == null
                    ? Optional.empty()
                    : Optional.ofNullable((V) page[entity.number() % PAGE]);
        }

        void put(Entity entity, Optional<V> value) {
            int number = entity.number();
            @Nullable Object[] page = ownPage(number / PAGE);
            size += (value.isPresent() ? 1 : 0) - (page[number % PAGE] == null ? 0 : 1);
            page[number % PAGE] = value.orElse(null);
        }

        private @Nullable Object[] ownPage(int index) {
            @Nullable Object @Nullable [] page = pages[index];
            if (page == null || !isOwn[index]) {
                page = page == null ? new Object[PAGE] : page.clone();
                pages[index] = page;
                isOwn[index] = true;
            }
            return page;
        }

        /** The table as it is now; nothing may be put after. */
        EntityTable<V> table() {
            return new EntityTable<>(pages, size);
        }
    }
}
