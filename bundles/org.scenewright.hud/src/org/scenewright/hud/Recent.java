// SPDX-License-Identifier: EPL-2.0
package org.scenewright.hud;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Things made from keys, of which those used last are kept while there is room. One thread. */
final class Recent<K, V> {
    private final Map<K, V> kept = new LinkedHashMap<>(16, 0.75f, true);
    private final long room;
    private final ToLongFunction<K> size;
    private long taken;

    /**
     * @param room how much all together may take; the one used last is kept even where it takes
     *     more
     * @param size how much each takes, by its key
     */
    Recent(long room, ToLongFunction<K> size) {
        this.room = room;
        this.size = size;
    }

    V get(K key, Function<K, V> maker) {
        var known = kept.get(key);
        return known == null ? add(key, maker.apply(key)) : known;
    }

    private V add(K key, V made) {
        kept.put(key, made);
        taken += size.applyAsLong(key);
        var oldest = kept.keySet().iterator();
        while (taken > room && kept.size() > 1) {
            taken -= size.applyAsLong(oldest.next());
            oldest.remove();
        }
        return made;
    }

    int count() {
        return kept.size();
    }

    void clear() {
        kept.clear();
        taken = 0;
    }
}
