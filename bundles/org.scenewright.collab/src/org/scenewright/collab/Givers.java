// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whom one asks for the document, one after the other: who is wanted, the owner, the others by
 * chance. Where none has all that is here, the document of the best of them holds nevertheless, who
 * is asked once more in the end: so two who each have what the other lacks do not exchange that.
 * Not thread-safe.
 */
final class Givers {
    private final Parts parts;
    private final Set<String> tried = new HashSet<>();
    private final Set<String> poorer = new HashSet<>();
    private String wanted = "";
    private Optional<String> lastResort = Optional.empty();
    private boolean isSlow;
    private int slowRounds;
    private boolean isInVain;

    Givers(Parts parts) {
        this.parts = parts;
    }

    /** Those who could give it. */
    private List<String> all() {
        long base = parts.authority().ground().base();
        return parts.peers().all().stream()
                .filter(peer -> base != 0 && peer.standing().base() == base)
                .map(Peer::address)
                .filter(address -> parts.authority().of(address).mayEdit())
                .toList();
    }

    boolean isEmpty() {
        return all().isEmpty();
    }

    /** Asks somebody first. */
    void want(String address) {
        wanted = address;
    }

    /** Who is to be asked next; nobody where all were. */
    Optional<String> next() {
        var some = lastResort.map(List::of).orElseGet(this::all);
        var fresh = some.stream().filter(address -> !tried.contains(address)).toList();
        if (fresh.isEmpty()) {
            return Optional.empty();
        }
        var chosen = fresh.get(parts.random().nextInt(fresh.size()));
        return fresh.stream()
                .filter(address -> address.equals(wanted) || isOwner(address))
                .min(Comparator.comparing(address -> !address.equals(wanted)))
                .or(() -> Optional.of(chosen));
    }

    private boolean isOwner(String address) {
        return address.equals(parts.authority().owner());
    }

    private Optional<String> best(boolean isHolding) {
        return all().stream()
                .filter(address -> isHolding || poorer.contains(address))
                .min(this::compare)
                .filter(poorer::contains)
                .filter(best -> !isHolding || !parts.mayEdit() || compare(best, parts.me()) < 0);
    }

    /** Of two people the one is less whose document holds. */
    private int compare(String one, String other) {
        return Comparator.comparing((String address) -> !isOwner(address))
                .thenComparing(Comparator.naturalOrder())
                .compare(one, other);
    }

    /** Whether what is lost by their document is lost. */
    boolean isLastResort() {
        return lastResort.isPresent();
    }

    /** Nothing came of it that somebody was asked. */
    void failed(String address) {
        tried.add(address);
    }

    /** What somebody gives comes so slowly that the next one is asked. */
    void tooSlow(String address) {
        isSlow = true;
        failed(address);
    }

    /** By the document of somebody something would get lost that is here. */
    void wouldLose(String address) {
        poorer.add(address);
    }

    /**
     * All were asked in vain.
     *
     * @param isHolding whether the document here is one of the session
     * @return whether the best of them is to be asked once more
     */
    boolean beginAgain(boolean isHolding) {
        var best = isLastResort() ? Optional.<String>empty() : best(isHolding);
        slowRounds += isSlow ? 1 : 0;
        isInVain = best.isEmpty();
        clear();
        lastResort = best;
        return isLastResort();
    }

    /** Whether all were asked in vain the last time. */
    boolean isInVain() {
        return isInVain;
    }

    /** How often all were asked in vain, of whom somebody was too slow. */
    int slowRounds() {
        return slowRounds;
    }

    /** Nobody need be asked any more. */
    void settle() {
        slowRounds = 0;
        isInVain = false;
        clear();
    }

    private void clear() {
        tried.clear();
        poorer.clear();
        wanted = "";
        lastResort = Optional.empty();
        isSlow = false;
    }
}
