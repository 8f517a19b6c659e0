// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Things made from a key, of which those used last are kept. */
final class Recent<K, V> {
    private final Map<K, V> kept;

    Recent(int limit) {
        kept =
                new LinkedHashMap<>(16, 0.75f, true) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    @SuppressWarnings("null") // LinkedHashMap has no null annotations
                    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                        return size() > limit;
                    }
                };
    }

    V get(K key, Function<K, V> maker) {
        return kept.computeIfAbsent(key, maker);
    }
}
