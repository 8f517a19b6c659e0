// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What is on the graphics card, by the identity of what it was made from. */
final class Residents<K, V extends GpuObject> {
    private final Map<K, V> values = new IdentityHashMap<>();
    private final Function<K, V> upload;
    private final Uploads uploads;
    private int sweeps;

    Residents(Uploads uploads, Function<K, V> upload) {
        this.uploads = uploads;
        this.upload = upload;
    }

    /**
     * What a key became, sent to the graphics card now if so many bytes may still go in this frame.
     */
    Optional<V> find(K key, long bytes) {
        var value = values.get(key);
        if (value == null) {
            if (!uploads.take(bytes)) {
                return Optional.empty();
            }
            value = uploads.send(bytes, () -> upload.apply(key));
            values.put(key, value);
        }
        value.lastUse(sweeps);
        return Optional.of(value);
    }

    /** Frees what has not been found since the last but one sweep. */
    void sweep() {
        sweeps++;
        values.values().removeIf(value -> value.lastUse() < sweeps - 1 && value.free());
    }

    int size() {
        return values.size();
    }

    void close() {
        values.values().forEach(GpuObject::free);
        values.clear();
    }
}
