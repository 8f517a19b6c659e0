// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.scene.StateDigest;
import org.scenewright.scene.VersionVector;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Sums of what a document holds, to be compared with those of others that heard the same.
 *
 * @param mark of what was heard of everybody; the same for the same
 * @param sums of each component, by its name
 * @param buckets the sums of some of the components in parts, see {@link StateDigest#buckets}
 */
record DocumentDigest(long mark, SortedMap<String, Long> sums, SortedMap<String, long[]> buckets) {

    DocumentDigest {
        sums = Collections.unmodifiableSortedMap(new TreeMap<>(sums));
        buckets = Collections.unmodifiableSortedMap(new TreeMap<>(buckets));
    }

    /**
     * @param components those of which the parts are wanted
     */
    static DocumentDigest of(
            VersionVector heard, StateDigest digest, Collection<String> components) {
        var buckets = new TreeMap<String, long[]>();
        components.forEach(component -> buckets.put(component, digest.buckets(component)));
        return new DocumentDigest(mark(heard), digest.sums(), buckets);
    }

    private static long mark(VersionVector heard) {
        var out = new Output();
        // Whoever gave the document may have put any text for an address.
        new TreeMap<>(heard.last())
                .forEach((who, last) -> out.text(who.address()).number(who.sharing()).number(last));
        return number(out);
    }

    private static long number(Output out) {
        return ByteBuffer.wrap(Digests.sha256(out.toBytes())).getLong() | 1;
    }

    /** One sum of all. */
    long sum() {
        var out = new Output();
        sums.forEach((component, sum) -> out.text(component).number(sum));
        return number(out);
    }

    /** The components of which somebody else has other sums, so many at most. */
    List<String> differing(SortedMap<String, Long> theirs, int most) {
        var names = new TreeSet<>(sums.keySet());
        names.addAll(theirs.keySet());
        names.removeIf(name -> sums.getOrDefault(name, 0L).equals(theirs.getOrDefault(name, 0L)));
        return names.stream().limit(most).toList();
    }

    /** The ranges of those components of which the parts are here that somebody else has other. */
    List<StateDigest.Bucket> differingBuckets(SortedMap<String, long[]> theirs) {
        var differing = new ArrayList<StateDigest.Bucket>();
        theirs.forEach(
                (component, parts) -> {
                    long[] mine = buckets.getOrDefault(component, parts);
                    for (int i = Arrays.mismatch(mine, parts); i >= 0 && i < mine.length; i++) {
                        if (mine[i] != parts[i]) {
                            differing.add(new StateDigest.Bucket(component, i));
                        }
                    }
                });
        return differing;
    }
}
