// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which batches of others a replica has heard, those included that overtook others.
 *
 * <p>However much peers say, only so much of it is noted: what is not noted loses knowledge, never
 * data.
 */
final class Heard {
    /** The most batches of one author that are noted before those that they overtook. */
    static final int MOST_OF_ONE = 4096;

    /** The most of all authors together. */
    static final int MOST = 65_536;

    private final Map<Author, TreeSet<Long>> ahead = new HashMap<>();
    private int size;
    // Of many batches at once nobody asks after each what was heard.
    private final Map<Author, Long> last = new HashMap<>();
    private Optional<VersionVector> seen = Optional.of(VersionVector.NOTHING);

    /**
     * What there is to keep.
     *
     * @param ahead the numbers of batches that overtook others, for each author
     */
    record Kept(VersionVector seen, Map<Author, Set<Long>> ahead) {
        static final Kept NOTHING = new Kept(VersionVector.NOTHING, Map.of());

        Kept {
            ahead = Map.copyOf(ahead);
        }
    }

    Kept kept() {
        var waiting = new HashMap<Author, Set<Long>>();
        ahead.forEach((author, numbers) -> waiting.put(author, Set.copyOf(numbers)));
        return new Kept(seen(), waiting);
    }

    /** Goes on as it was when the document was kept. */
    void restore(Kept kept) {
        become(kept.seen());
        kept.ahead().forEach((author, numbers) -> ahead.put(author, new TreeSet<>(numbers)));
        size = ahead.values().stream().mapToInt(Set::size).sum();
    }

    /** Whatever there is from now on is heard for the first time. */
    void forget() {
        become(VersionVector.NOTHING);
        ahead.clear();
        size = 0;
    }

    private void become(VersionVector now) {
        last.clear();
        last.putAll(now.last());
        seen = Optional.of(now);
    }

    /** What was heard without a gap. */
    VersionVector seen() {
        var now = seen.orElseGet(() -> new VersionVector(last));
        seen = Optional.of(now);
        return now;
    }

    /** How many batches are noted that overtook others. */
    int ahead() {
        return size;
    }

    /** Notes a batch; whether it is one that was not heard before, as far as that is known. */
    boolean hears(Author author, long sequence) {
        long known = last.getOrDefault(author, 0L);
        if (sequence <= known || waiting(author).contains(sequence)) {
            return false;
        }
        if (sequence > known + 1) {
            park(author, sequence);
        } else {
            next(author, upTo(author, sequence));
        }
        return true;
    }

    private void next(Author author, long sequence) {
        if (last.replace(author, sequence) == null) {
            // Somebody else may have to be forgotten for that.
            become(seen().with(author, sequence));
        } else {
            seen = Optional.empty();
        }
    }

    private TreeSet<Long> waiting(Author author) {
        return ahead.getOrDefault(author, new TreeSet<>());
    }

    private void park(Author author, long sequence) {
        if (size == MOST) {
            drop(largest());
        }
        var waiting = ahead.computeIfAbsent(author, a -> new TreeSet<>());
        waiting.add(sequence);
        size++;
        if (waiting.size() > MOST_OF_ONE) {
            waiting.removeLast();
            size--;
        }
    }

    // Who takes most of the room is who makes it scarce, under however many names: whoever fills it
    // with sharings that never were loses them all at once, so that nobody looks for them often.
    private String largest() {
        var sizes = new HashMap<String, Integer>();
        ahead.forEach(
                (author, numbers) -> sizes.merge(author.address(), numbers.size(), Integer::sum));
        return Collections.max(sizes.entrySet(), Map.Entry.comparingByValue()).getKey();
    }

    private void drop(String address) {
        ahead.keySet().removeIf(author -> author.address().equals(address));
        size = ahead.values().stream().mapToInt(Set::size).sum();
    }

    /** The last batch up to which all were heard, now that the next one was. */
    private long upTo(Author author, long next) {
        var waiting = waiting(author);
        long last = next;
        while (!waiting.isEmpty() && waiting.first() == last + 1) {
            last = waiting.removeFirst();
            size--;
        }
        if (waiting.isEmpty()) {
            ahead.remove(author);
        }
        return last;
    }
}
