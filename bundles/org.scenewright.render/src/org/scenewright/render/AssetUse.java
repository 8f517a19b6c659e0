// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.scenewright.assets.AssetLibrary;
import org.scenewright.assets.AssetSource;
import org.scenewright.assets.Bitmap;
import org.scenewright.assets.Loading;
import org.scenewright.assets.Model;
import org.scenewright.crdt.Entity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Which entities show which assets, so that a loaded file touches only those. */
final class AssetUse {
    private final AssetLibrary library;
    private final Map<AssetSource, Set<Entity>> users = new HashMap<>();
    private final Map<Entity, Set<AssetSource>> sources = new HashMap<>();
    private final Set<AssetSource> pending = new HashSet<>();
    private long asked;

    AssetUse(AssetLibrary library) {
        this.library = library;
    }

    Loading<Model> model(Entity user, AssetSource source) {
        return noted(user, source, library.model(source));
    }

    Loading<Bitmap> picture(Entity user, AssetSource source) {
        return noted(user, source, library.picture(source));
    }

    private <T> Loading<T> noted(Entity user, AssetSource source, Loading<T> loading) {
        users.computeIfAbsent(source, s -> new HashSet<>()).add(user);
        sources.computeIfAbsent(user, u -> new HashSet<>()).add(source);
        if (loading instanceof Loading.Pending<T>) {
            pending.add(source);
            asked++;
        }
        return loading;
    }

    /** The entities to look at again because a source was loaded; they ask anew. */
    Set<Entity> loaded(AssetSource source) {
        pending.remove(source);
        return Set.copyOf(users.getOrDefault(source, Set.of()));
    }

    /** Returns what it has shown. */
    Set<AssetSource> forget(Entity user) {
        var shown = sources.getOrDefault(user, Set.of());
        for (var source : shown) {
            var left = users.getOrDefault(source, Set.of());
            left.remove(user);
            if (left.isEmpty()) {
                users.remove(source);
                pending.remove(source);
            }
        }
        sources.remove(user);
        return shown;
    }

    /** Whether anybody shows it. */
    boolean isUsed(AssetSource source) {
        return users.containsKey(source);
    }

    void clear() {
        users.clear();
        sources.clear();
        pending.clear();
    }

    /** How often something was asked for that is not there yet. */
    long asked() {
        return asked;
    }

    /** What is not there yet, with each who shows it. */
    void pending(BiConsumer<AssetSource, Entity> visitor) {
        for (var source : pending) {
            users.getOrDefault(source, Set.of()).forEach(user -> visitor.accept(source, user));
        }
    }

    boolean isPending() {
        return !pending.isEmpty();
    }
}
