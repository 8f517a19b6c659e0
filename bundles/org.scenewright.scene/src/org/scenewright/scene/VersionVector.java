// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What somebody had seen when they wrote: for every author the last batch up to which they had all.
 *
 * <p>It does not grow with comings and goings: of one address only the last {@value #SHARINGS}
 * sharings stand in it, and whoever is older than those counts as seen. Of all authors only the
 * {@value #MOST_AUTHORS} stand in it who began last; older ones count as not seen.
 *
 * @param last from an author to the number of a batch, from 1
 */
public record VersionVector(Map<Author, Long> last) {
    /** How many authors somebody can have heard at most. */
    static final int MOST_AUTHORS = 1024;

    /** How many sharings of one address are told apart. */
    static final int SHARINGS = 4;

    public static final VersionVector NOTHING = new VersionVector(Map.of());

    public VersionVector {
        // Every batch that is read has one: mostly there is nothing to forget.
        last = isBounded(last) ? Map.copyOf(last) : bounded(last);
    }

    private static boolean isBounded(Map<Author, Long> all) {
        if (all.size() <= SHARINGS || all.size() > MOST_AUTHORS) {
            return all.size() <= SHARINGS;
        }
        var sharings = new HashMap<String, Integer>();
        for (var author : all.keySet()) {
            if (sharings.merge(author.address(), 1, Integer::sum) > SHARINGS) {
                return false;
            }
        }
        return true;
    }

    private static Map<Author, Long> bounded(Map<Author, Long> all) {
        var bounded = new TreeMap<Author, Long>();
        int sharings = 0;
        // Those of one address stand together, the last to begin first.
        for (var known : new TreeMap<>(all).descendingMap().entrySet()) {
            boolean isSame = !bounded.isEmpty() && bounded.firstKey().follows(known.getKey());
            sharings = isSame ? sharings + 1 : 1;
            if (sharings <= SHARINGS) {
                bounded.put(known.getKey(), known.getValue());
            }
        }
        bounded.keySet().stream()
                .sorted(Comparator.comparingLong(Author::sharing).thenComparing(a -> a))
                .limit(Math.max(0, bounded.size() - MOST_AUTHORS))
                .toList()
                .forEach(bounded::remove);
        return Map.copyOf(bounded);
    }

    /** Whether a batch was seen. */
    public boolean covers(Author author, long sequence) {
        long known = known(author);
        return known > 0 ? known >= sequence : isLongGone(author);
    }

    /** The last batch of an author up to which all were heard; 0 where none was. */
    long known(Author author) {
        return last.getOrDefault(author, 0L);
    }

    private boolean isLongGone(Author author) {
        return last.size() >= SHARINGS
                && last.keySet().stream().filter(later -> later.follows(author)).count()
                        >= SHARINGS;
    }

    public VersionVector with(Author author, long sequence) {
        if (known(author) >= sequence) {
            return this;
        }
        var both = new HashMap<>(last);
        both.put(author, sequence);
        return new VersionVector(both);
    }

    /** What both together had seen. */
    public VersionVector joined(VersionVector other) {
        if (other.last.entrySet().stream().allMatch(e -> known(e.getKey()) >= e.getValue())) {
            return this;
        }
        var both = new HashMap<>(last);
        other.last.forEach((author, sequence) -> both.merge(author, sequence, Math::max));
        return new VersionVector(both);
    }
}
