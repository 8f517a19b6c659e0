// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A content provider whose mapping is known: that of an asset in a catalog, or of a scene that was
 * deployed. Immutable; another mapping is another provider.
 */
public final class MappedContent implements ContentProvider {
    /** The folders that the official editors import assets to, each of its own name. */
    private static final Pattern IMPORTED = Pattern.compile("^assets/(asset-packs|custom)/[^/]+/");

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
        public boolean isNear() {
            return store.isNear(name);
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
     * Looks up a path as the mapping has it, or within the folder that an asset is imported to:
     * there its components name its files by their paths in the project.
     */
    @Override
    public Resolution resolve(String path) {
        return LocalPath.key(path)
                .map(key -> find(key, path))
                .orElseGet(() -> new Resolution.Outside(path));
    }

    private Resolution find(String key, String asked) {
        return Optional.ofNullable(byKey.get(key))
                .or(() -> Optional.ofNullable(byKey.get(IMPORTED.matcher(key).replaceFirst(""))))
                .<Resolution>map(
                        entry -> new Resolution.Found(new Stored(store, entry.hash), entry.path))
                .orElseGet(() -> new Resolution.Missing(asked));
    }
}
