// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.scene.Author;
import org.scenewright.scene.VersionVector;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far somebody has come: for every author the last batch up to which they have all.
 *
 * <p>Unlike a {@link VersionVector} it forgets nobody.
 *
 * @param last from an author to the number of a batch, from 1
 */
record Reach(SortedMap<Author, Long> last) {
    static final Reach NOTHING = new Reach(new TreeMap<>());

    static final int MOST_AUTHORS = 1 << 16;

    // Of more authors than these a document forgets those who began first.
    private static final int MOST_HEARD = 1024;

    Reach {
        last = Collections.unmodifiableSortedMap(new TreeMap<>(last));
    }

    static Reach of(Map<Author, Long> last) {
        return new Reach(new TreeMap<>(last));
    }

    long of(Author author) {
        return last.getOrDefault(author, 0L);
    }

    /** That of one address alone. */
    Reach of(String address) {
        var own = new TreeMap<>(last);
        own.keySet().removeIf(author -> !author.address().equals(address));
        return new Reach(own);
    }

    boolean covers(Author author, long sequence) {
        return of(author) >= sequence;
    }

    boolean covers(Reach other) {
        return other.last.entrySet().stream().allMatch(e -> covers(e.getKey(), e.getValue()));
    }

    /** What a document has heard that has come so far, as far as it knows that. */
    VersionVector heard() {
        var heard = new TreeMap<>(last);
        heard.values().removeIf(sequence -> sequence == 0);
        return new VersionVector(heard);
    }

    /** Whether a document has heard all of it, as far as one can tell by what it still knows. */
    boolean isPartOf(VersionVector heard) {
        long oldest =
                heard.last().size() < MOST_HEARD
                        ? Long.MIN_VALUE
                        : heard.last().keySet().stream().mapToLong(Author::sharing).min().orElse(0);
        return last.entrySet().stream()
                .allMatch(
                        e ->
                                e.getKey().sharing() < oldest
                                        || isForgotten(e.getKey(), oldest, heard)
                                        || heard.covers(e.getKey(), e.getValue()));
    }

    /** Of those who began at one moment some may be forgotten, and others not. */
    private static boolean isForgotten(Author author, long oldest, VersionVector heard) {
        return author.sharing() == oldest && !heard.last().containsKey(author);
    }

    Reach joined(Reach other) {
        var both = new TreeMap<>(last);
        other.last.forEach((author, sequence) -> both.merge(author, sequence, Math::max));
        return new Reach(both);
    }

    /** The same for the same reach, and hardly ever for another one; never 0. */
    long mark() {
        return last.isEmpty() ? 1 : ByteBuffer.wrap(Digests.sha256(bytes())).getLong() | 1;
    }

    private byte[] bytes() {
        var out = new Output();
        write(out);
        return out.toBytes();
    }

    void write(Output out) {
        out.integer(last.size());
        last.forEach(
                (author, sequence) ->
                        out.address(author.address()).number(author.sharing()).number(sequence));
    }

    static Reach read(Input in) throws IOException {
        var last = new TreeMap<Author, Long>();
        for (int left = in.count(MOST_AUTHORS); left > 0; left--) {
            last.put(author(in), in.tally());
        }
        return new Reach(last);
    }

    private static Author author(Input in) throws IOException {
        return new Author(in.address(), in.tally());
    }
}
