// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A content provider whose mapping is known: that of an asset in a catalog, or of a scene that was
 * deployed. Immutable; another mapping is another provider.
 */
public final class MappedContent implements ContentProvider {
    private final String name;
    private final ContentStore store;
    private final Map<String, Entry> byKey;

    private record Entry(String path, AssetHash hash) {}

    private record Stored(ContentStore store, AssetHash name) implements Content {
        @Override
        public void fetch() throws IOException {
            store.fetch(name);
        }

        @Override
        public byte[] bytes(long most) throws IOException {
            return store.bytes(name, most);
        }

        @Override
        public Optional<AssetHash> hash() {
            return Optional.of(name);
        }
    }

    /**
     * @param mapping local paths and what lies there; a path that leads outside is left out, and of
     *     several that differ only in case the first in alphabetical order counts
     */
    public MappedContent(String name, ContentStore store, Map<String, AssetHash> mapping) {
        this.name = name;
        this.store = store;
        byKey = new HashMap<>();
        mapping.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(this::add);
    }

    private void add(Map.Entry<String, AssetHash> entry) {
        LocalPath.key(entry.getKey())
                .filter(key -> !key.isEmpty())
                .ifPresent(
                        key -> byKey.putIfAbsent(key, new Entry(entry.getKey(), entry.getValue())));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String base() {
        return store.base();
    }

    /**
     * Looks up a path as the mapping has it, or one that ends so: where an asset was imported to a
     * folder of a project, its components name its files by their paths in the project.
     */
    @Override
    public Resolution resolve(String path) {
        return LocalPath.key(path)
                .map(key -> find(key, path))
                .orElseGet(() -> new Resolution.Outside(path));
    }

    private Resolution find(String key, String asked) {
        var rest = key;
        while (!byKey.containsKey(rest)) {
            int slash = rest.indexOf('/');
            if (slash < 0) {
                return new Resolution.Missing(asked);
            }
            rest = rest.substring(slash + 1);
        }
        var entry = byKey.get(rest);
        return new Resolution.Found(new Stored(store, entry.hash), entry.path);
    }
}
