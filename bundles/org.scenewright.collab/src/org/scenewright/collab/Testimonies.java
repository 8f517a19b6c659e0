// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.scene.Author;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What proves how far authors had come of whom the last batch is not kept. */
final class Testimonies {
    private final Signers signers;
    private final TreeMap<Author, Testimony> all = new TreeMap<>();

    /**
     * @param signers those who signed what is kept
     */
    Testimonies(Signers signers) {
        this.signers = signers;
    }

    /** Part of what is known of authors: what is known of those of one address. */
    static <T> SortedMap<Author, T> ofOne(String address, TreeMap<Author, T> known) {
        return known.subMap(
                new Author(address, 0), true, new Author(address, Long.MAX_VALUE), true);
    }

    /** Keeps one, in place of another one of that author. */
    void put(Testimony proof) {
        remove(proof.author());
        all.put(proof.author(), proof);
        signers.add(proof.key());
    }

    void remove(Author author) {
        Optional.ofNullable(all.remove(author)).ifPresent(proof -> signers.remove(proof.key()));
    }

    Optional<Testimony> find(Author author) {
        return Optional.ofNullable(all.get(author));
    }

    List<Testimony> of(String address) {
        return List.copyOf(ofOne(address, all).values());
    }

    void clear() {
        all.values().forEach(proof -> signers.remove(proof.key()));
        all.clear();
    }
}
