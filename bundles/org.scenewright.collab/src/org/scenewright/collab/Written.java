// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.scene.Author;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What was written here, in this process or one that ended, and how much of it others have. */
final class Written {
    private final Deque<SignedBatch> kept = new ArrayDeque<>();
    private final Heard heard;
    // The end of those, and what stands before it and nobody has.
    private final Deque<SignedBatch> unsure = new ArrayDeque<>();
    private Unheard former = Unheard.NOTHING;

    Written(Heard heard) {
        this.heard = heard;
    }

    /** Begins anew, where all is known that came so far. */
    void restart(Reach from) {
        kept.clear();
        unsure.clear();
        heard.restart(from);
        former = Unheard.NOTHING;
    }

    /** Notes what was written in a process that ended; no document here has it yet. */
    void recall(Unheard written) {
        former = written;
    }

    /** What was written in a process that ended, until there is a document. */
    Unheard former() {
        return former;
    }

    /**
     * All that nobody may have, on this start of the session where it was written by now. What need
     * not be kept any more is never looked at again.
     */
    Unheard unheard(long base) {
        var left = heard.unsure(List.copyOf(unsure));
        unsure.clear();
        unsure.addAll(left);
        return former.batches().isEmpty() ? new Unheard(base, left, heard.said(left)) : former;
    }

    void add(SignedBatch batch) {
        kept.add(batch);
        unsure.add(batch);
    }

    /** Adds those that others but say that they have. */
    void doubt(List<SignedBatch> some) {
        some.forEach(this::add);
        heard.doubt(some.stream().map(SignedBatch::author).collect(Collectors.toSet()));
    }

    void forget(Set<Author> authors) {
        kept.removeIf(batch -> authors.contains(batch.author()));
        unsure.removeIf(batch -> authors.contains(batch.author()));
    }

    /** Whether the first one that is kept can go, as somebody else has it. */
    boolean canSpare() {
        return !kept.isEmpty() && heard.has(kept.getFirst());
    }

    /** Gives up that one. */
    SignedBatch spare() {
        var first = kept.remove();
        if (unsure.peekFirst() == first) {
            unsure.removeFirst();
        }
        return first;
    }

    boolean isHeard(SignedBatch batch) {
        return heard.has(batch);
    }

    /**
     * Notes how far somebody else has come.
     *
     * @param last how much there is by now
     * @param isTrusted whether they surely have what they say
     */
    void acknowledge(Map<Author, Long> last, Reach theirs, boolean isTrusted) {
        heard.note(last, theirs, isTrusted);
    }

    /** How many nobody else is known to have, of as many as there are by now, or before. */
    long waiting(Map<Author, Long> last) {
        return heard.lacking(last) + former.lacking();
    }
}
