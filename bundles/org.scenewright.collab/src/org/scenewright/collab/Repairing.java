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
 * find the ranges in which somebody differs, and both say again what these hold. Where that does
 * not help, or who differs may not edit, the document is fetched again. So it is where it never was
 * the same as that of the arbiter since somebody gave it, who may have put anything in it.
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
    private final Pacing restatements = new Pacing(PATIENCE / 2);
    // By address, which of the documents that were here was the same as theirs.
    private final Map<String, Integer> alike = new HashMap<>();
    private Optional<DocumentDigest> mine = Optional.empty();
    private boolean isLooking;
    private long nextLook;

    /** What was done about somebody who differs. */
    private record Difference(long mark, int rounds, long since) {
        long patience() {
            return PATIENCE << Math.min(rounds, MOST_SHIFT);
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
            parts.document()
                    .digest(Set.of())
                    .whenCompleteAsync(
                            (digest, failure) -> {
                                isLooking = false;
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
        if (isArbiter(peer.address())
                && mine.filter(m -> m.mark() == told.mark() && m.sum() == told.sum()).isPresent()) {
            forgetSome();
            alike.put(peer.address(), joining.copies());
        }
        boolean differs =
                parts.isCommon(peer.standing().base())
                        && mine.filter(m -> m.mark() == told.mark() && m.sum() != told.sum())
                                .isPresent();
        if (!differs) {
            return;
        }
        boolean isEditor = parts.authority().of(peer.address()).mayEdit();
        if (parts.mayEdit() && isArbiter(parts.me()) && isEditor) {
            compare(peer.address(), mine.orElseThrow());
        } else if (!parts.mayEdit() && isArbiter(peer.address())) {
            fetch(peer.address());
        }
    }

    private void compare(String address, DocumentDigest digest) {
        var before = differences.get(address);
        if (before == null || parts.now() - before.since() > FORGIVING + before.patience()) {
            before = new Difference(0, 0, 0);
        }
        if (parts.now() - before.since() >= before.patience() || before.rounds() == 0) {
            forgetSome();
            var now = new Difference(digest.mark(), before.rounds() + 1, parts.now());
            differences.put(address, now);
            parts.send(address, new Compare(digest.mark(), digest.sums()));
        }
    }

    private void forgetSome() {
        if (differences.size() >= MOST_KNOWN) {
            differences.clear();
        }
        if (alike.size() >= MOST_KNOWN) {
            alike.clear();
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
        boolean isRange = difference.rounds() <= MOST_SAYINGS;
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
        } else if (restatements.admits(sender, parts.now())) {
            if (parts.mayEdit() && wasAlike(sender) && !restate.buckets().isEmpty()) {
                parts.document().restate(restate.buckets());
            } else {
                fetch(sender);
            }
        }
    }

    /** Whether the document here was once the same as that of somebody since it was given. */
    private boolean wasAlike(String address) {
        return alike.getOrDefault(address, -1) == joining.copies();
    }

    private void fetch(String wanted) {
        if (joining.again(wanted)) {
            String what = "What was here was not what the others hold; it is fetched again.";
            LOG.log(System.Logger.Level.WARNING, what);
            parts.notice(what);
        }
    }
}
