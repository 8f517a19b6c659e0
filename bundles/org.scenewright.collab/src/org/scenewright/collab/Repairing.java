// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.collab.SessionMessage.Compare;
import org.scenewright.collab.SessionMessage.Differing;
import org.scenewright.collab.SessionMessage.Digest;
import org.scenewright.collab.SessionMessage.Restate;
import org.scenewright.comms.SendHints;
import org.scenewright.scene.StateDigest.Bucket;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How those who heard the same notice that they do not hold the same, and mend it.
 *
 * <p>Everybody who edits says about once in a second what they hold. One of them, the arbiter, is
 * the owner of the session, or else of those present who edit the one of the lowest address. They
 * find the ranges in which somebody differs, and both say again what these hold, less and less
 * often where that does not help. Who may not edit fetches the document again, and so does whoever
 * got it of somebody and never held the same as others since: it may hold what nobody wrote. Beside
 * that the owner alone has anybody take over a whole document.
 */
final class Repairing {
    /** About how often it is looked, in milliseconds. */
    static final long INTERVAL = 1000;

    /** How long one waits before it is looked at one participant again, at least. */
    static final long PATIENCE = 2000;

    /** How long somebody has to hold the same, so that what was before counts no more. */
    static final long FORGIVING = 60_000;

    private static final System.Logger LOG = System.getLogger(Repairing.class.getName());
    private static final int MOST_SAYINGS = 3;
    private static final int MOST_SHIFT = 6;
    private static final int MOST_BUCKETS = 16;
    private static final int MOST_KNOWN = 1024;

    private final Parts parts;
    private final Joining joining;
    private final Map<String, Difference> differences = new HashMap<>();
    // Who costs something did not do so just now.
    private final Pacing answers = new Pacing(PATIENCE / 2);
    private final Map<String, Difference> restatements = new HashMap<>();
    // By address, which of the documents that were here was the same as theirs.
    private final Map<String, Integer> alike = new HashMap<>();
    private Optional<DocumentDigest> mine = Optional.empty();
    private int copy;
    private boolean isLooking;
    private long nextLook;

    /** What was done about somebody who differs. */
    private record Difference(long mark, int rounds, long since) {
        static final Difference NONE = new Difference(0, 0, 0);

        long patience() {
            return PATIENCE << Math.min(rounds, MOST_SHIFT);
        }

        boolean isForgiven(long now) {
            return now - since > FORGIVING + patience();
        }

        Difference next(long of, long now) {
            return new Difference(of, rounds + 1, now);
        }
    }

    /** What is done with a digest. */
    private interface Reader {
        void read(DocumentDigest digest);
    }

    Repairing(Parts parts, Joining joining) {
        this.parts = parts;
        this.joining = joining;
    }

    void tick() {
        if (!isLooking && parts.now() >= nextLook) {
            nextLook = parts.now() + INTERVAL * 3 / 4 + parts.random().nextLong(INTERVAL / 2);
            isLooking = true;
            int looked = joining.copies();
            parts.document()
                    .digest(Set.of())
                    .whenCompleteAsync(
                            (digest, failure) -> {
                                isLooking = false;
                                copy = looked;
                                mine = Optional.ofNullable(digest);
                                mine.ifPresent(this::tell);
                            },
                            parts.executor());
        }
    }

    private void tell(DocumentDigest digest) {
        if (parts.mayEdit()) {
            parts.wire().send(new Digest(digest.mark(), digest.sum()), SendHints.UNRELIABLE);
        }
    }

    private void look(Set<String> components, long mark, Reader reader) {
        parts.document()
                .digest(components)
                .thenAcceptAsync(
                        digest -> {
                            // Whoever heard something meanwhile may well hold something else.
                            if (digest.mark() == mark && joining.isSettled()) {
                                reader.read(digest);
                            }
                        },
                        parts.executor());
    }

    /** Who decides what holds; nobody where nobody edits. */
    private Optional<String> arbiter() {
        String owner = parts.authority().owner();
        boolean isThere = owner.equals(parts.me()) || parts.peers().find(owner).isPresent();
        return isThere
                ? Optional.of(owner)
                : parts.peers().editors(parts.authority(), parts.me()).stream().findFirst();
    }

    private boolean isArbiter(String address) {
        return arbiter().filter(address::equals).isPresent();
    }

    /** Takes in what somebody holds. */
    void heard(Peer peer, Digest told) {
        var comparable =
                mine.filter(m -> m.mark() == told.mark())
                        .filter(m -> parts.isCommon(peer.standing().base()));
        boolean isEditor = parts.authority().of(peer.address()).mayEdit();
        if (comparable.filter(m -> m.sum() == told.sum()).isPresent() && isEditor) {
            forgetSome();
            alike.put(peer.address(), copy);
        }
        if (comparable.filter(m -> m.sum() != told.sum()).isEmpty()) {
            return;
        }
        if (parts.mayEdit() && isArbiter(parts.me()) && isEditor) {
            compare(peer.address(), mine.orElseThrow());
        } else if (!parts.mayEdit() && isArbiter(peer.address())) {
            fetch(peer.address());
        }
    }

    private void compare(String address, DocumentDigest digest) {
        var before = before(differences, address);
        if (parts.now() - before.since() >= before.patience() || before.rounds() == 0) {
            forgetSome();
            differences.put(address, before.next(digest.mark(), parts.now()));
            parts.send(address, new Compare(digest.mark(), digest.sums()));
        }
    }

    private Difference before(Map<String, Difference> known, String address) {
        var before = known.getOrDefault(address, Difference.NONE);
        return before.isForgiven(parts.now()) ? Difference.NONE : before;
    }

    private void forgetSome() {
        for (var known : List.of(differences, restatements, alike)) {
            if (known.size() >= MOST_KNOWN) {
                known.clear();
            }
        }
    }

    /** Says in which components one differs from somebody. */
    void asked(String sender, Compare compare) {
        if (parts.authority().of(sender).mayEdit() && answers.admits(sender, parts.now())) {
            mine.map(m -> m.differing(compare.sums(), Differing.MOST))
                    .filter(names -> !names.isEmpty())
                    .ifPresent(names -> answer(sender, compare.mark(), Set.copyOf(names)));
        }
    }

    private void answer(String sender, long mark, Set<String> components) {
        look(components, mark, digest -> parts.send(sender, new Differing(mark, digest.buckets())));
    }

    /** Mends what differs from somebody who was asked. */
    void told(String sender, Differing differing) {
        Optional.ofNullable(differences.get(sender))
                .filter(d -> d.mark() == differing.mark() && d.mark() != 0)
                .filter(d -> isArbiter(parts.me()))
                .ifPresent(difference -> answered(sender, difference, differing));
    }

    private void answered(String sender, Difference difference, Differing differing) {
        var done = new Difference(0, difference.rounds(), difference.since());
        differences.put(sender, done);
        var theirs = differing.buckets();
        look(
                theirs.keySet(),
                differing.mark(),
                digest -> mend(sender, done, digest.differingBuckets(theirs)));
    }

    private void mend(String sender, Difference difference, List<Bucket> buckets) {
        if (buckets.isEmpty()) {
            return;
        }
        boolean isRange = difference.rounds() <= MOST_SAYINGS || !isOwner(parts.me());
        var some = isRange ? buckets.stream().limit(MOST_BUCKETS).toList() : List.<Bucket>of();
        parts.send(sender, new Restate(some));
        parts.document().restate(some);
        String what = sentence(sender, buckets, isRange);
        LOG.log(System.Logger.Level.WARNING, what);
        parts.notice(what);
    }

    private String sentence(String sender, List<Bucket> buckets, boolean isRange) {
        var first = buckets.getFirst();
        String name = parts.peers().find(sender).map(peer -> peer.profile().name()).orElse(sender);
        return "%s (%s) held something else in %s range(s), for example %s: that was %s."
                .formatted(
                        name,
                        sender,
                        buckets.size(),
                        first.component(),
                        isRange ? "said again" : "sent again as a whole");
    }

    /** Says again what ranges hold, or fetches the document again, as the arbiter wants it. */
    void asked(String sender, Restate restate) {
        if (!isArbiter(sender)) {
            parts.complain(sender, "wants edits said again and is not the one to do so");
        } else if (isDue(sender)) {
            boolean isWhole = isOwner(sender) && restate.buckets().isEmpty();
            if (parts.mayEdit() && isConfirmed(sender) && !isWhole) {
                parts.document().restate(restate.buckets());
            } else {
                fetch(sender);
            }
        }
    }

    /** Whoever means well asks for it twice as late each time. */
    private boolean isDue(String arbiter) {
        var before = before(restatements, arbiter);
        boolean isDue =
                before.rounds() == 0 || parts.now() - before.since() >= before.patience() / 2;
        if (isDue) {
            forgetSome();
            restatements.put(arbiter, before.next(0, parts.now()));
        }
        return isDue;
    }

    private boolean isOwner(String address) {
        return address.equals(parts.authority().owner());
    }

    /**
     * Whether the document here was once the same as others have it since somebody gave it: as that
     * of the owner, where they are the arbiter, or else of anybody but the giver.
     */
    private boolean isConfirmed(String arbiter) {
        return alike.entrySet().stream()
                .filter(other -> other.getValue() == joining.copies())
                .map(Map.Entry::getKey)
                .anyMatch(
                        address ->
                                isOwner(arbiter)
                                        ? address.equals(arbiter)
                                        : !address.equals(joining.giver()));
    }

    private void fetch(String arbiter) {
        if (joining.again(isConfirmed(arbiter) && !isOwner(arbiter) ? "" : arbiter)) {
            String what = "What was here was not what the others hold; it is fetched again.";
            LOG.log(System.Logger.Level.WARNING, what);
            parts.notice(what);
        }
    }
}
