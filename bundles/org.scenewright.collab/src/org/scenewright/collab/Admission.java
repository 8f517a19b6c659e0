// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.scene.Author;

import java.util.TreeMap;

/**
 * Whose edits are taken in of whom there were none before. Everybody names all authors when they
 * say how far they have come, and keeps the keys of all: if one could invent as many as they like,
 * nobody could say that any more, and nobody new could be known.
 */
final class Admission {
    /** The most authors of one address; people become another one whenever they join. */
    static final int MOST_AUTHORS_OF_ONE = 1024;

    /** The most keys of those whom nobody but who hands their edits on ever saw. */
    static final int MOST_KEYS_OF_STRANGERS = KnownKeys.MOST / 2;

    // The rest is for those who came another way, as with a document, or have not written yet.
    private static final int MOST_AUTHORS = Reach.MOST_AUTHORS / 2;
    private static final int MOST_AUTHORS_WITH_STRANGERS = MOST_AUTHORS / 2;
    private static final int MOST_KEYS = KnownKeys.MOST / 4 * 3;

    // By then there may be room, as a document may have come.
    private static final long PATIENCE = 600_000;

    private final Parts parts;
    private final TreeMap<Author, Long> refused = new TreeMap<>();
    private long refusedSince;

    Admission(Parts parts) {
        this.parts = parts;
    }

    /** Whether there is room for who wrote a batch, and for the key by which it is signed. */
    boolean admits(String sender, SignedBatch batch) {
        var author = batch.author();
        boolean isStranger = isStranger(sender, author);
        return batch.sequence() <= parts.log().last(author)
                || isRoomFor(author, isStranger) && isRoomFor(batch.key(), isStranger);
    }

    boolean isRefused(Author author) {
        return refused.containsKey(author);
    }

    /** Wants nothing more of who wrote something, surely themselves, for which there is no room. */
    void refuse(Author author) {
        if (refused.isEmpty()) {
            refusedSince = parts.now();
        }
        if (refused.size() < MOST_AUTHORS) {
            refused.put(author, Long.MAX_VALUE);
        }
    }

    /** Wants all of somebody of whom something was taken in. */
    void admit(Author author) {
        refused.remove(author);
    }

    /**
     * How far one says that one has come who lacks something: who is refused counts as heard, as
     * others would give that again and again in place of what is lacking.
     *
     * @param receiver who is told so, and need not take their own edits for heard
     */
    Reach said(String receiver) {
        if (parts.now() - refusedSince > PATIENCE) {
            refused.clear();
        }
        var reach = parts.log().reach();
        var others = new TreeMap<>(refused);
        others.keySet().removeIf(author -> author.address().equals(receiver));
        // Of more nobody could read it.
        int room = Math.max(0, Reach.MOST_AUTHORS - reach.last().size());
        while (others.size() > room) {
            others.pollLastEntry();
        }
        return others.isEmpty() ? reach : reach.joined(new Reach(others));
    }

    /** Refuses nobody any more whose edits stand on another start. */
    void restart() {
        refused.clear();
    }

    private boolean isRoomFor(Author author, boolean isStranger) {
        var log = parts.log();
        int most = isStranger ? MOST_AUTHORS_WITH_STRANGERS : MOST_AUTHORS;
        return log.last(author) > 0
                || log.authors() < most && log.authors(author.address()) < MOST_AUTHORS_OF_ONE;
    }

    private boolean isRoomFor(byte[] key, boolean isStranger) {
        int most = isStranger ? MOST_KEYS_OF_STRANGERS : MOST_KEYS;
        return parts.log().isSignedBy(key) || parts.log().signers() < most;
    }

    /** Whether neither the owner names an author as one who edits, nor they came themselves. */
    private boolean isStranger(String sender, Author author) {
        String address = author.address();
        boolean isHere = address.equals(sender) || address.equals(parts.me());
        return !isHere && !parts.authority().trusts(address);
    }
}
