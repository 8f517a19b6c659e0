// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.scene.Author;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The batches that are kept, of each author in their order without a gap. Not thread-safe. */
final class HeldBatches {
    private final TreeMap<Author, TreeMap<Long, SignedBatch>> all = new TreeMap<>();
    private final Load load = new Load();
    private final Signers signers;

    /**
     * @param signers told of who signed what is kept
     */
    HeldBatches(Signers signers) {
        this.signers = signers;
    }

    private TreeMap<Long, SignedBatch> of(Author author) {
        return all.getOrDefault(author, new TreeMap<>());
    }

    boolean isEmpty(Author author) {
        return !all.containsKey(author);
    }

    Optional<SignedBatch> find(Author author, long sequence) {
        return Optional.ofNullable(of(author).get(sequence));
    }

    Stream<SignedBatch> all(Author author) {
        return of(author).values().stream();
    }

    /** The last one of an author. */
    Optional<SignedBatch> newest(Author author) {
        return Optional.ofNullable(of(author).lastEntry()).map(entry -> entry.getValue());
    }

    /** The number of the first one of an author. */
    long first(Author author) {
        return isEmpty(author) ? Long.MAX_VALUE : of(author).firstKey();
    }

    void add(SignedBatch batch) {
        all.computeIfAbsent(batch.author(), a -> new TreeMap<>()).put(batch.sequence(), batch);
        load.add(batch);
        signers.add(batch.key());
    }

    void remove(SignedBatch batch) {
        var left = of(batch.author());
        left.remove(batch.sequence());
        unload(batch);
        if (left.isEmpty()) {
            all.remove(batch.author());
        }
    }

    /**
     * Gives up all of some authors.
     *
     * @return those of them of whom there was any
     */
    Set<Author> forget(Set<Author> authors) {
        var gone = new HashSet<>(authors);
        gone.retainAll(all.keySet());
        gone.forEach(author -> of(author).values().forEach(this::unload));
        all.keySet().removeAll(gone);
        return gone;
    }

    private void unload(SignedBatch batch) {
        load.remove(batch);
        signers.remove(batch.key());
    }

    /** Those of which somebody has not heard who has come so far. */
    List<SignedBatch> beyond(Reach theirs) {
        var beyond = new ArrayList<SignedBatch>();
        all.forEach(
                (author, batches) ->
                        beyond.addAll(batches.tailMap(theirs.of(author), false).values()));
        return beyond;
    }

    /**
     * What somebody lacks who has come so far, in the order of each author, up to what does not
     * travel as a batch.
     *
     * @param most how many bytes, but for what is under the first seal
     */
    List<SignedBatch> since(Reach theirs, long most) {
        var lacking = new Portion(most);
        for (var author : all.entrySet()) {
            long known = theirs.of(author.getKey());
            for (var batch : author.getValue().tailMap(known, false).values()) {
                if (!lacking.add(batch)) {
                    return lacking.batches();
                }
            }
        }
        return lacking.batches();
    }

    /** About how much memory they take. */
    long bytes() {
        return load.bytes();
    }

    void clear() {
        all.clear();
        load.clear();
    }
}
