// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.scenewright.assets.AssetLibrary;
import org.scenewright.assets.Bitmap;
import org.scenewright.assets.Loading;
import org.scenewright.assets.Model;
import org.scenewright.crdt.Entity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which entities show which assets, so that a loaded file touches only those. */
final class AssetUse {
    private final AssetLibrary library;
    private final Map<String, Set<Entity>> users = new HashMap<>();
    private final Map<Entity, Set<String>> paths = new HashMap<>();
    private final Set<String> pending = new HashSet<>();

    AssetUse(AssetLibrary library) {
        this.library = library;
    }

    Loading<Model> model(Entity user, String src) {
        return noted(user, src, library.model(src));
    }

    Loading<Bitmap> picture(Entity user, String src) {
        return noted(user, src, library.picture(src));
    }

    private <T> Loading<T> noted(Entity user, String src, Loading<T> loading) {
        users.computeIfAbsent(src, s -> new HashSet<>()).add(user);
        paths.computeIfAbsent(user, u -> new HashSet<>()).add(src);
        if (loading instanceof Loading.Pending<T>) {
            pending.add(src);
        }
        return loading;
    }

    /** The entities to look at again because a path was loaded; they ask anew. */
    Set<Entity> loaded(String src) {
        pending.remove(src);
        return Set.copyOf(users.getOrDefault(src, Set.of()));
    }

    void forget(Entity user) {
        for (var src : paths.getOrDefault(user, Set.of())) {
            var left = users.getOrDefault(src, Set.of());
            left.remove(user);
            if (left.isEmpty()) {
                users.remove(src);
                pending.remove(src);
            }
        }
        paths.remove(user);
    }

    void clear() {
        users.clear();
        paths.clear();
        pending.clear();
    }

    boolean isPending() {
        return !pending.isEmpty();
    }
}
