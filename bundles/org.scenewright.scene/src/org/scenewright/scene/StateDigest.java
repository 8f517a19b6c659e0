// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.schema.Value;

import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Sums of 64 bits by which replicas compare what they hold: one for each component and each {@value
 * #BUCKET} entity numbers. Confined to one thread, which may be any.
 *
 * <p>Documents that hold the same have the same sums, however they came to be. Ranks, settings and
 * stored schemas count as components. To follow a document costs as much as it changed since.
 */
public final class StateDigest {
    /** How many entity numbers one sum is of. */
    public static final int BUCKET = EntityTable.PAGE;

    private static final int BUCKETS = EntityTable.PAGE;
    private static final String RANKS = Rank.NAME;
    private static final String SETTINGS = Step.Cell.SETTINGS.component();

    private final SortedMap<String, long[]> sums = new TreeMap<>();
    private Optional<SceneSnapshot> last = Optional.empty();

    /**
     * A range of the document.
     *
     * @param component the name of a component, or of what counts as one
     * @param index which {@link #BUCKET} numbers, from 0 to 255
     */
    public record Bucket(String component, int index) {
        public Bucket {
            if (index < 0 || index >= BUCKETS) {
                throw new IllegalArgumentException("a bucket " + index);
            }
        }
    }

    /** Makes the sums those of a document, which is best a later one than that before. */
    public void follow(SceneSnapshot now) {
        var before = last.orElseGet(() -> SceneSnapshot.empty(now.types()));
        if (last.isEmpty()) {
            before.entities().forEach(e -> add(RANKS, e.number(), rank(before, e.number())));
            add(SETTINGS, 0, ValueHash.of(before.settings()));
        }
        var names = new TreeSet<>(before.cellNames());
        names.addAll(now.cellNames());
        names.forEach(name -> follow(name, before.table(name), now.table(name)));
        before.nodes()
                .forEachDifference(
                        now.nodes(),
                        (number, was, is) ->
                                add(RANKS, number, rank(now, number) - rank(before, number)));
        if (before.settings() != now.settings()) {
            long was = ValueHash.of(before.settings());
            add(SETTINGS, 0, ValueHash.of(now.settings()) - was);
        }
        last = Optional.of(now);
    }

    private void follow(String component, EntityTable<Value> before, EntityTable<Value> now) {
        before.forEachDifference(
                now,
                (number, was, is) -> add(component, number, hash(number, is) - hash(number, was)));
    }

    private void add(String component, int number, long more) {
        sums.computeIfAbsent(component, c -> new long[BUCKETS])[number / BUCKET] += more;
    }

    private static long hash(int number, Optional<Value> value) {
        return value.map(v -> ValueHash.mix(ValueHash.of(v) + number)).orElse(0L);
    }

    private static long rank(SceneSnapshot snapshot, int number) {
        return snapshot.withNumber(number)
                .map(e -> ValueHash.of(snapshot.key(e)) + e.bits())
                .map(ValueHash::mix)
                .orElse(0L);
    }

    /** The sum of each component that anybody has, by its name. */
    public SortedMap<String, Long> sums() {
        var all = new TreeMap<String, Long>();
        sums.forEach(
                (component, buckets) -> {
                    if (Arrays.stream(buckets).anyMatch(sum -> sum != 0)) {
                        // Two differences must not make up for each other.
                        all.put(component, ValueHash.of(buckets));
                    }
                });
        return all;
    }

    /** The sums of a component; 0 for numbers of which no entity has it. */
    public long[] buckets(String component) {
        return sums.getOrDefault(component, new long[BUCKETS]).clone();
    }
}
