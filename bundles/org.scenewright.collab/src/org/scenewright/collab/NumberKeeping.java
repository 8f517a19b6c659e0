// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.collab.SessionMessage.Numbers;
import org.scenewright.collab.SessionMessage.NumbersRequest;
import org.scenewright.scene.NumberBlock;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Entity numbers are property: the owner of the session has all that nobody else has, and gives
 * everybody who edits a reserve, which is theirs whether or not they can be heard.
 *
 * <p>How far numbers were given away stands in the table of roles, so that an owner who lost their
 * process gives none away twice.
 */
final class NumberKeeping {
    private static final long INTERVAL = 1000;
    private static final int LEAST = 64;
    private static final int MOST = 1024;
    // Who need not ask others may as well put large things in at once.
    private static final int MOST_OF_OWNER = 4096;
    private static final int ALL = 16_384;
    private static final int MOST_OF_ONE = 8192;
    // For those whom the owner names, and the owner.
    private static final int RESERVED = 16_384;
    // However many come, the next one gets a part of what is left.
    private static final int SHARES = 8;
    private static final int MOST_LEAVING = 1024;

    private final Parts parts;
    private final Map<String, Given> given = new HashMap<>();
    private final Set<String> pending = new HashSet<>();
    private final Map<String, Reach> leaving = new HashMap<>();
    private Optional<NumbersRequest> request = Optional.empty();
    private long nextLook;
    private boolean isSpared;
    private boolean isLooking;
    private boolean isOver;

    private record Given(long nonce, List<NumberBlock> blocks) {}

    NumberKeeping(Parts parts) {
        this.parts = parts;
    }

    private boolean isOwner() {
        return parts.authority().owner().equals(parts.me());
    }

    /** Whether what is here, and how far numbers were given away, is known to be the session's. */
    private boolean isGroundHere() {
        return parts.isCommon(parts.authority().ground().base());
    }

    /** Asks for nothing and leases nothing any more. */
    void end() {
        isOver = true;
    }

    /** Looks at once whether there are enough numbers. */
    void hurry() {
        nextLook = 0;
        tick(true);
    }

    void tick(boolean isSettled) {
        if (!leaving.isEmpty()) {
            takeBack();
        }
        boolean isWriting = isSettled && !isOver && parts.mayEdit();
        if (isWriting && !isLooking && parts.now() >= nextLook) {
            nextLook = parts.now() + INTERVAL;
            isLooking = true;
            parts.document()
                    .unspent()
                    .whenCompleteAsync(
                            (left, failure) -> {
                                isLooking = false;
                                Optional.ofNullable(left).ifPresent(this::looked);
                            },
                            parts.executor());
        }
    }

    private void looked(Integer left) {
        // Whoever owns all of them shares none with others yet.
        int rest = left == Integer.MAX_VALUE ? 0 : left;
        int reserve = reserve();
        if (!isOver && rest < reserve / 2) {
            want(reserve - rest);
        }
    }

    private int reserve() {
        if (isOwner()) {
            return MOST_OF_OWNER;
        }
        int editors = parts.peers().editors(parts.authority(), parts.me()).size();
        return Math.clamp(ALL / (editors + 1), LEAST, MOST);
    }

    private void want(int count) {
        if (isOwner()) {
            grant(parts.me(), Math.clamp(count, 1, MOST_OF_OWNER))
                    .thenAcceptAsync(this::keep, parts.executor());
        } else if (parts.peers().find(parts.authority().owner()).isPresent()) {
            var asked =
                    request.orElseGet(() -> new NumbersRequest(parts.random().nextLong(), count));
            request = Optional.of(asked);
            parts.send(parts.authority().owner(), asked);
        }
    }

    private void keep(List<NumberBlock> blocks) {
        if (!isOver) {
            note(blocks);
            parts.document().lease(blocks);
        }
    }

    /**
     * Gets the owner some before the document becomes another one: whatever they made since they
     * had that one comes along. Others wait for theirs until they are there.
     */
    CompletableFuture<Void> ahead() {
        if (!isOwner() || parts.authority().ground().base() == 0) {
            return CompletableFuture.completedFuture(null);
        }
        return parts.document()
                .unspent(parts.me())
                .thenComposeAsync(this::aheadOf, parts.executor())
                .thenAcceptAsync(this::keep, parts.executor());
    }

    /** Where that is tried once more, the same again. */
    private CompletableFuture<List<NumberBlock>> aheadOf(int held) {
        return held < MOST_OF_OWNER / 2
                ? grant(parts.me(), MOST_OF_OWNER)
                : parts.document().grantAgain(parts.me(), MOST_OF_OWNER);
    }

    private CompletableFuture<List<NumberBlock>> grant(String holder, int count) {
        int first = parts.authority().roles().numbers();
        if (!isSpared && first > Roles.none().numbers()) {
            parts.document().spare(first);
        }
        isSpared = true;
        return parts.document().grant(holder, count);
    }

    /** Tells all how far numbers are given away, before anybody uses them. */
    private void note(List<NumberBlock> blocks) {
        int end = blocks.stream().mapToInt(b -> b.first() + b.size()).max().orElse(0);
        var roles = parts.authority().roles();
        if (end > roles.numbers()
                && parts.authority().decide(roles.numbered(end), parts.self(), parts.date())) {
            parts.authority().signed().map(SessionMessage.RolesTold::new).ifPresent(parts::sendAll);
        }
    }

    /** Gives somebody who edits what they ask for; the same again where that got lost. */
    void asked(String sender, NumbersRequest asked) {
        boolean isGiver = isOwner() && !isOver && isGroundHere();
        if (!isGiver || !parts.authority().of(sender).mayEdit() || pending.contains(sender)) {
            return;
        }
        leaving.remove(sender);
        var before = Optional.ofNullable(given.get(sender));
        if (before.filter(b -> b.nonce() == asked.nonce()).isPresent()) {
            parts.send(sender, new Numbers(asked.nonce(), before.orElseThrow().blocks()));
            return;
        }
        // However often somebody asks at once, they are counted before they get any.
        pending.add(sender);
        int count = Math.clamp(asked.count(), 1, MOST);
        parts.document()
                .unspent(sender)
                .thenCombine(parts.document().free(), (held, free) -> most(sender, free) - held)
                .thenComposeAsync(room -> grant(sender, count, room), parts.executor())
                .whenCompleteAsync(
                        (blocks, failure) -> {
                            pending.remove(sender);
                            if (failure == null) {
                                give(sender, asked.nonce(), blocks);
                            }
                        },
                        parts.executor());
    }

    /** How many somebody may hold: of whom the owner does not name nobody takes the last ones. */
    private int most(String holder, int free) {
        return parts.authority().trusts(holder)
                ? MOST_OF_ONE
                : Math.clamp((free - RESERVED) / SHARES, 0, MOST_OF_ONE);
    }

    /**
     * Whoever lost processes holds numbers of which they do not know any more. What of those is
     * unspent one cannot tell from what they wrote and nobody heard; so that comes last.
     *
     * @param room how many more they may hold
     */
    private CompletableFuture<List<NumberBlock>> grant(String holder, int count, int room) {
        return room > 0
                ? grant(holder, Math.min(count, room))
                : parts.document().grantAgain(holder, count);
    }

    private void give(String sender, long nonce, List<NumberBlock> blocks) {
        given.put(sender, new Given(nonce, blocks));
        note(blocks);
        parts.send(sender, new Numbers(nonce, blocks));
    }

    /**
     * Takes back what somebody holds who leaves, as soon as all is here that they wrote: what of it
     * no entity has nobody has.
     */
    void left(String sender, Reach wrote) {
        if (isOwner() && wrote.equals(wrote.of(sender)) && leaving.size() < MOST_LEAVING) {
            leaving.put(sender, wrote);
            takeBack();
        }
    }

    private void takeBack() {
        var gone =
                leaving.entrySet().stream()
                        .filter(e -> parts.log().reach().covers(e.getValue()))
                        .map(Map.Entry::getKey)
                        .toList();
        for (String holder : gone) {
            leaving.remove(holder);
            given.remove(holder);
            parts.document().release(holder);
        }
    }

    void told(String sender, Numbers numbers) {
        boolean isAnswer =
                sender.equals(parts.authority().owner())
                        && request.filter(r -> r.nonce() == numbers.nonce()).isPresent();
        if (isAnswer) {
            request = Optional.empty();
            parts.document().lease(numbers.blocks());
        }
    }
}
