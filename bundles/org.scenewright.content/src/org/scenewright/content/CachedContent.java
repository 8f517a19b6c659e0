// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * The cache before a store that is elsewhere: what is kept is not fetched again, and what two want
 * at the same time is fetched once. Without a connection, what is kept can be had.
 */
public final class CachedContent implements ContentStore {
    /** More than any scene may have. */
    static final long LARGEST = 256L << 20;

    private static final int LOCKS = 256;

    private final ContentStore store;
    private final ContentCache cache;
    private final ReentrantLock[] locks =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toArray(ReentrantLock[]::new);

    public CachedContent(ContentStore store, ContentCache cache) {
        this.store = store;
        this.cache = cache;
    }

    @Override
    public String base() {
        return store.base();
    }

    @Override
    public void fetch(AssetHash hash) throws IOException {
        if (!cache.holds(base(), hash)) {
            bytes(hash, LARGEST);
        }
    }

    @Override
    public boolean isNear(AssetHash hash) {
        return store.isNear(hash) || cache.holds(base(), hash);
    }

    @Override
    public byte[] bytes(AssetHash hash, long most) throws IOException {
        var lock = locks[Math.floorMod(hash.hashCode(), LOCKS)];
        lock.lock();
        try {
            var kept = cache.find(base(), hash, most);
            if (kept.isPresent()) {
                return kept.get();
            }
            byte[] bytes = ContentProof.checked(hash, store.bytes(hash, most));
            cache.keep(base(), hash, bytes);
            return bytes;
        } finally {
            lock.unlock();
        }
    }
}
