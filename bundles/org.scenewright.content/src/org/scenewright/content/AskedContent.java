// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A content provider that asks for the mapping of a path when somebody needs what lies there
 * (ADR-18, stage 2: the mode of scenes under development): also for the textures inside a model. A
 * lookup never waits: an unknown path leads to content that asks once it is fetched or read, and
 * from then on to what the answer was. The mapping can be changed one path at a time. Any thread.
 */
public final class AskedContent implements ContentProvider {
    private final String name;
    private final ContentStore store;
    private final Source source;
    private final Map<String, Optional<AssetHash>> byKey = new ConcurrentHashMap<>();

    /** Somebody who knows what lies at a path. */
    public interface Source {

        /**
         * The hash of what lies at a path; empty for nothing. It may wait for a network.
         *
         * @param path with forward slashes, and none of {@code .}, {@code ..} and a leading slash
         * @throws IOException with a sentence for people where it cannot be said now
         */
        Optional<AssetHash> hash(String path) throws IOException;
    }

    public AskedContent(String name, ContentStore store, Source source) {
        this.name = name;
        this.store = store;
        this.source = source;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String base() {
        return store.base();
    }

    /** Says what lies at a path from now on, unasked. */
    public void put(String path, AssetHash hash) {
        LocalPath.key(path).ifPresent(key -> byKey.put(key, Optional.of(hash)));
    }

    /** Forgets what lies at a path, and whether anything does: it is asked for again. */
    public void forget(String path) {
        LocalPath.key(path).ifPresent(byKey::remove);
    }

    @Override
    public Resolution resolve(String path) {
        var key = LocalPath.key(path);
        if (key.isEmpty()) {
            return new Resolution.Outside(path);
        }
        var known = byKey.get(key.get());
        boolean isMissing = key.get().isEmpty() || known != null && known.isEmpty();
        return isMissing
                ? new Resolution.Missing(path)
                : new Resolution.Found(new Wanted(key.get(), path), path);
    }

    private AssetHash hash(String key, String path) throws IOException {
        var known = byKey.get(key);
        return (known == null ? ask(key, path) : known)
                .orElseThrow(() -> new IOException("There is no " + path + " in " + name + "."));
    }

    /** What is put while somebody asks is newer than the answer. */
    private Optional<AssetHash> ask(String key, String path) throws IOException {
        String plain = LocalPath.names(path).map(names -> String.join("/", names)).orElse(path);
        var answer = source.hash(plain);
        var newer = byKey.putIfAbsent(key, answer);
        return newer == null ? answer : newer;
    }

    /** What lies at a path, whether or not somebody has asked for it yet. */
    private final class Wanted implements Content {
        private final String key;
        private final String path;

        Wanted(String key, String path) {
            this.key = key;
            this.path = path;
        }

        @Override
        public void fetch() throws IOException {
            store.fetch(AskedContent.this.hash(key, path));
        }

        @Override
        public boolean isNear() {
            return hash().filter(store::isNear).isPresent();
        }

        @Override
        public byte[] bytes(long most) throws IOException {
            return store.bytes(AskedContent.this.hash(key, path), most);
        }

        @Override
        public Optional<AssetHash> hash() {
            return byKey.getOrDefault(key, Optional.empty());
        }
    }
}
