// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import org.scenewright.content.LocalPath;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The slots of assets by what leads to them, one for all spellings of a path. Any thread. */
final class Slots<T> {
    private final Supplier<Set<AssetSource>> sets;
    private final Map<AssetSource, Slot<T>> byKey = new ConcurrentHashMap<>();
    private final Map<AssetSource, Slot<T>> bySpelling = new ConcurrentHashMap<>();

    Slots() {
        this(ConcurrentHashMap::newKeySet);
    }

    /**
     * @param sets makes sets that several threads may use
     */
    Slots(Supplier<Set<AssetSource>> sets) {
        this.sets = sets;
    }

    /** The slot of a source, which whoever drops it from now on finds by that source, too. */
    Slot<T> find(AssetSource source) {
        var slot = bySpelling.computeIfAbsent(source, this::slot);
        while (!holds(slot)) {
            // It was dropped before the source was noted in it.
            bySpelling.remove(source, slot);
            slot = bySpelling.computeIfAbsent(source, this::slot);
        }
        return slot;
    }

    private Slot<T> slot(AssetSource source) {
        var path = LocalPath.key(source.path()).orElse(source.path());
        var key = new AssetSource(source.assetId(), path);
        var slot = byKey.computeIfAbsent(key, k -> new Slot<>(k, sets.get()));
        slot.spellings.add(source);
        return slot;
    }

    /** Whether somebody still gets this slot. */
    boolean holds(Slot<T> slot) {
        return byKey.get(slot.key) == slot;
    }

    /**
     * Drops some of them.
     *
     * @return what led to them
     */
    List<AssetSource> drop(Predicate<Slot<T>> isStale) {
        var spellings = new ArrayList<AssetSource>();
        for (var slot : byKey.values().stream().filter(isStale).toList()) {
            byKey.remove(slot.key, slot);
            slot.spellings.forEach(spelling -> bySpelling.remove(spelling, slot));
            spellings.addAll(slot.spellings);
        }
        return spellings;
    }

    Stream<Slot<T>> all() {
        return byKey.values().stream();
    }
}
