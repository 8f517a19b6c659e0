// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/**
 * The fields of a struct in a form that takes less room than a table; immutable, and equal to any
 * map with the same content.
 *
 * <p>The library's own skeleton of a map would add a quarter to the size of each.
 */
abstract sealed class CompactFields implements SequencedMap<String, Value>
        permits ShapedFields, TransformFields {

    @Override
    public boolean isEmpty() {
        return size() == 0;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return get(name) != null;
    }

    @Override
    public boolean containsValue(@Nullable Object value) {
        return values().contains(value);
    }

    @Override
    public Set<String> keySet() {
        return table().keySet();
    }

    @Override
    public Collection<Value> values() {
        return List.copyOf(table().values());
    }

    /** The same as a table, for what is asked rarely. */
    SequencedMap<String, Value> table() {
        var table = new LinkedHashMap<String, Value>();
        entrySet().forEach(field -> table.put(field.getKey(), field.getValue()));
        return Collections.unmodifiableSequencedMap(table);
    }

    @Override
    public SequencedMap<String, Value> reversed() {
        return table().reversed();
    }

    @Override
    @SuppressWarnings("null")
    public @Nullable Value put(String name, Value value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public @Nullable Value remove(@Nullable Object name) {
        throw new UnsupportedOperationException();
    }

    @Override
    @SuppressWarnings("null")
    public void putAll(Map<? extends String, ? extends Value> more) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void clear() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Map<?, ?> map && map.size() == size() && isIn(map);
    }

    private boolean isIn(Map<?, ?> map) {
        for (var field : entrySet()) {
            if (!field.getValue().equals(map.get(field.getKey()))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return entrySet().hashCode();
    }

    @Override
    public String toString() {
        return table().toString();
    }
}
