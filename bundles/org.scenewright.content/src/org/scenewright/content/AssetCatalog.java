// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Which assets there are, each with the content provider of its own (ADR-18). It is filled in
 * advance by {@link #put}, or asks its supply for what it is asked for and does not know. It
 * changes one asset at a time, at a cost that the others do not add to. Any thread.
 */
public final class AssetCatalog {
    private final Map<String, Entry> byId = new ConcurrentHashMap<>();
    private final Map<String, Boolean> asked = new ConcurrentHashMap<>();
    private final CopyOnWriteArrayList<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
    private final Predicate<String> supply;

    /** An asset, and where its paths lead. */
    public record Entry(CatalogAsset asset, ContentProvider provider) {}

    /** A listener until it is closed. */
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    /** A catalog that knows what is put into it. */
    public AssetCatalog() {
        this(id -> true);
    }

    /**
     * A catalog that asks.
     *
     * @param supply is told the id of an asset that somebody needs and that is not there, once for
     *     each that it takes on, on any thread; it does not block, and puts the asset when it has
     *     it. One that it refuses it is told again when somebody needs it anew
     */
    public AssetCatalog(Predicate<String> supply) {
        this.supply = supply;
    }

    /** Adds an asset, or takes it for the one that had its id; equal ones change nothing. */
    public void put(Entry entry) {
        if (!entry.equals(byId.put(entry.asset().id(), entry))) {
            tell(entry.asset().id());
        }
    }

    /** Adds an asset, unless one is there that has its id. */
    public boolean offer(Entry entry) {
        boolean isNew = byId.putIfAbsent(entry.asset().id(), entry) == null;
        if (isNew) {
            tell(entry.asset().id());
        }
        return isNew;
    }

    /** Removes an asset, unless another one has its id by now; it may be asked for again. */
    public void remove(Entry entry) {
        String id = entry.asset().id();
        if (byId.remove(id, entry)) {
            asked.remove(id);
            tell(id);
        }
    }

    /** Removes an asset; it may be asked for again. */
    public void remove(String id) {
        asked.remove(id);
        if (byId.remove(id) != null) {
            tell(id);
        }
    }

    /** An asset, if it is there already; one that is not there is asked for. */
    public Optional<Entry> find(String id) {
        var found = Optional.ofNullable(byId.get(id));
        if (found.isEmpty() && asked.putIfAbsent(id, true) == null && !supply.test(id)) {
            asked.remove(id);
        }
        return found;
    }

    /** All assets that are there by now, in no order. */
    public List<Entry> entries() {
        return List.copyOf(byId.values());
    }

    /** Tells a listener the id of each asset that comes, goes or changes, on whose thread it is. */
    public Registration onChanged(Consumer<String> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void tell(String id) {
        listeners.forEach(listener -> listener.accept(id));
    }
}
