// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.scene.Author;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The batches of a session that were accepted here, each author's without a gap, to be handed on to
 * who lacks them; of old ones only so many bytes are kept, but for those written here that nobody
 * acknowledged. Not thread-safe.
 */
final class BatchLog {
    /** About how many bytes of old batches are kept. */
    static final long USUAL = 64L << 20;

    private final String me;
    private final long mostBytes;
    private final TreeMap<Author, Long> last = new TreeMap<>();
    private final Deque<SignedBatch> ofOthers = new ArrayDeque<>();
    private final Signers signers = new Signers();
    private final HeldBatches kept = new HeldBatches(signers);
    private final Testimonies testimonies = new Testimonies(signers);
    private final Written mine = new Written(new Heard(Heard.USUAL));
    private Optional<Reach> reach = Optional.of(Reach.NOTHING);
    private Optional<Long> mark = Optional.empty();
    private long base;

    /** What becomes of a batch. */
    enum Verdict {
        /** It is the next one of its author, and is kept. */
        NEXT,
        /** It was there before, or is too old for anybody to say. */
        KNOWN,
        /** Another one was there before with its number: its author lies. */
        OTHER,
        /** Some before it are missing. */
        AHEAD
    }

    /**
     * @param me the address of who keeps it
     */
    BatchLog(String me, long mostBytes) {
        this.me = me;
        this.mostBytes = mostBytes;
    }

    /** The start of the session that all of it stands on; 0 before there is one. */
    long base() {
        return base;
    }

    Reach reach() {
        if (reach.isEmpty()) {
            reach = Optional.of(new Reach(last));
            mark = Optional.empty();
        }
        return reach.get();
    }

    /** The {@link Reach#mark} of that, which everybody asks for who says where they stand. */
    long mark() {
        var now = reach();
        long found = mark.orElseGet(now::mark);
        mark = Optional.of(found);
        return found;
    }

    /** Begins anew, from a document that has come so far. */
    void restart(long start, Reach from) {
        base = start;
        last.clear();
        last.putAll(from.last());
        kept.clear();
        ofOthers.clear();
        mine.restart(from);
        testimonies.clear();
        signers.clear();
        reach = Optional.empty();
    }

    /** Notes what was written in a process that ended; no document here has it yet. */
    void recall(Unheard written) {
        mine.recall(written);
    }

    /** What was written in a process that ended, until there is a document. */
    Unheard former() {
        return mine.former();
    }

    /** All that was written here, by now or before, and that nobody may have. */
    Unheard unheard() {
        return mine.unheard(base);
    }

    /** The batches that are kept and of which somebody has not heard who has come so far. */
    List<SignedBatch> beyond(Reach theirs) {
        return kept.beyond(theirs);
    }

    /**
     * Whether all is kept that somebody lacks who has come so far, and that is here.
     *
     * @param isGivenUp of whom nothing need be kept
     */
    boolean bridges(Reach from, Predicate<Author> isGivenUp) {
        return last.keySet().stream()
                .filter(isGivenUp.negate())
                .allMatch(a -> from.covers(a, last(a)) || from.of(a) + 1 >= kept.first(a));
    }

    /**
     * Goes on from a document of the same start that has come so far, and further by what was kept
     * beyond that.
     *
     * @param isGivenUp of whom nothing is kept
     */
    void resume(Reach from, Predicate<Author> isGivenUp) {
        var others = new TreeSet<>(from.joined(reach()).last().keySet());
        others.removeIf(author -> from.of(author) <= last(author) && !isGivenUp.test(author));
        forget(others);
        others.forEach(author -> last.put(author, from.of(author)));
        last.values().removeIf(sequence -> sequence == 0);
        acknowledge(from, false);
        reach = Optional.empty();
    }

    /** All at once, as all that is kept is looked through where anything of theirs is. */
    private void forget(Set<Author> authors) {
        authors.forEach(testimonies::remove);
        var gone = kept.forget(authors);
        if (!gone.isEmpty()) {
            ofOthers.removeIf(batch -> gone.contains(batch.author()));
            mine.forget(gone);
        }
    }

    /** Keeps what proves how far those had come of whom the last batch is not here. */
    void keep(Collection<Testimony> proofs) {
        for (var proof : proofs) {
            long known = last(proof.author());
            if (known > 0 && known <= proof.last() && kept.isEmpty(proof.author())) {
                testimonies.put(proof);
            }
        }
    }

    /**
     * Takes what somebody vouches for anew in place of the batches of which that is the last one,
     * and of those before it, so that the keys go that signed them. Whoever lacks these batches
     * needs the document.
     */
    void replace(Collection<Testimony> proofs) {
        var fit = proofs.stream().filter(this::isReplacement).toList();
        forget(fit.stream().map(Testimony::author).collect(Collectors.toSet()));
        keep(fit);
    }

    private boolean isReplacement(Testimony proof) {
        var author = proof.author();
        long known = last(author);
        boolean isHeard = !isMine(author) || kept.all(author).allMatch(mine::isHeard);
        return known > 0 && known <= proof.last() && isHeard;
    }

    /** The authors of one address, in the order in which they began, by whose key that is. */
    SequencedMap<Author, byte[]> keys(String address) {
        var keys = new LinkedHashMap<Author, byte[]>();
        for (var author : Testimonies.ofOne(address, last).keySet()) {
            kept.newest(author)
                    .map(SignedBatch::key)
                    .or(() -> testimonies.find(author).map(Testimony::key))
                    .ifPresent(key -> keys.put(author, key));
        }
        return keys;
    }

    /** What proves how far those of one address had come of whom the last batch is not here. */
    List<Testimony> testimonies(String address) {
        return testimonies.of(address);
    }

    /** What proves that there are as many batches of an author as are here. */
    Optional<Testimony> testimony(Author author) {
        return kept.newest(author)
                .map(newest -> newest.seal().testimony())
                .or(() -> testimonies.find(author));
    }

    /** How many authors there are. */
    int authors() {
        return last.size();
    }

    /** How many there are of one address. */
    int authors(String address) {
        return Testimonies.ofOne(address, last).size();
    }

    /** How many keys signed what is here. */
    int signers() {
        return signers.count();
    }

    /** The number of the last batch of an author that is here with all before it; 0 for none. */
    long last(Author author) {
        return last.getOrDefault(author, 0L);
    }

    Verdict verdict(SignedBatch batch) {
        long known = last(batch.author());
        if (batch.sequence() > known) {
            return batch.sequence() == known + 1 ? Verdict.NEXT : Verdict.AHEAD;
        }
        var before = kept.find(batch.author(), batch.sequence());
        return before.filter(b -> !b.isSame(batch)).isPresent() ? Verdict.OTHER : Verdict.KNOWN;
    }

    /** Keeps a batch where it is the next one of its author. */
    Verdict take(SignedBatch batch) {
        var verdict = verdict(batch);
        if (verdict == Verdict.NEXT) {
            last.put(batch.author(), batch.sequence());
            if (isMine(batch.author())) {
                mine.add(batch);
            } else {
                ofOthers.add(batch);
            }
            hold(batch);
            reach = Optional.empty();
            shrink();
        }
        return verdict;
    }

    private void hold(SignedBatch batch) {
        kept.add(batch);
        testimonies.remove(batch.author());
    }

    /**
     * Keeps what was written here in a process that ended and is said to be in the document with
     * which all began anew: for who lacks it, should that not be true.
     *
     * @param claimed of each author the last ones
     */
    void doubt(List<SignedBatch> claimed) {
        mine.doubt(claimed);
        claimed.forEach(this::hold);
        shrink();
    }

    private void shrink() {
        while (kept.bytes() > mostBytes && !ofOthers.isEmpty()) {
            drop(ofOthers.remove());
        }
        while (kept.bytes() > mostBytes && mine.canSpare()) {
            drop(mine.spare());
        }
    }

    private void drop(SignedBatch batch) {
        kept.remove(batch);
        if (kept.isEmpty(batch.author())) {
            keep(List.of(batch.seal().testimony()));
        }
    }

    /** Whether any batch that is kept is signed by a key, or the last one of an author. */
    boolean isSignedBy(byte[] key) {
        return signers.holds(key);
    }

    private boolean isMine(Author author) {
        return author.address().equals(me);
    }

    /**
     * Notes how far somebody else has come with what was written here.
     *
     * @param isTrusted whether they surely have what they say
     */
    void acknowledge(Reach theirs, boolean isTrusted) {
        mine.acknowledge(Testimonies.ofOne(me, last), theirs, isTrusted);
    }

    /** How many batches were written here that nobody else is known to have. */
    long waiting() {
        return mine.waiting(Testimonies.ofOne(me, last));
    }

    /** Whether all is kept that somebody lacks who has come so far. */
    boolean reaches(Reach theirs) {
        return bridges(theirs, nobody -> false);
    }

    /**
     * What somebody lacks who has come so far, in the order of each author, up to what does not
     * travel as a batch.
     *
     * @param most how many bytes, but for what is under the first seal
     */
    List<SignedBatch> since(Reach theirs, long most) {
        return kept.since(theirs, most);
    }

    /** About how much memory it takes. */
    long weight() {
        return kept.bytes();
    }
}
