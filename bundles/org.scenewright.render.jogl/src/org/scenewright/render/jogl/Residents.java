// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;

/** What is on the graphics card, by the identity of what it was made from. */
final class Residents<K, V extends GpuObject> {
    private final Map<K, V> values = new IdentityHashMap<>();
    private final Function<K, V> upload;
    private final Uploads uploads;
    private int sweeps;
    private long bytes;

    Residents(Uploads uploads, Function<K, V> upload) {
        this.uploads = uploads;
        this.upload = upload;
    }

    /**
     * What a key became, sent to the graphics card now if so many bytes may still go in this frame.
     *
     * @param isAtHand whether they could go now
     */
    Optional<V> find(K key, long size, BooleanSupplier isAtHand) {
        var value = values.get(key);
        if (value == null) {
            if (!uploads.take(size, isAtHand)) {
                return Optional.empty();
            }
            value = uploads.send(size, () -> upload.apply(key));
            value.weigh(size);
            bytes += size;
            values.put(key, value);
        }
        value.used(sweeps, uploads.frame());
        return Optional.of(value);
    }

    /** Frees what has not been found since the last but one sweep. */
    void sweep() {
        sweeps++;
        free(value -> value.lastSweep() < sweeps - 1);
    }

    /** Frees what has not been found in this frame or a later one. */
    void freeBefore(int frame) {
        free(value -> value.lastFrame() < frame);
    }

    private void free(Predicate<V> isOver) {
        for (var all = values.values().iterator(); all.hasNext(); ) {
            var value = all.next();
            if (isOver.test(value)) {
                value.free();
                bytes -= value.bytes();
                all.remove();
            }
        }
    }

    int size() {
        return values.size();
    }

    /** How much room they take. */
    long bytes() {
        return bytes;
    }

    /** How much room those take that were found in a frame or a later one. */
    long bytesSince(int frame) {
        return values.values().stream()
                .filter(value -> value.lastFrame() >= frame)
                .mapToLong(GpuObject::bytes)
                .sum();
    }

    void close() {
        free(value -> true);
    }
}
