// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.collab.SessionMessage.Numbers;
import org.scenewright.collab.SessionMessage.NumbersRequest;
import org.scenewright.scene.NumberBlock;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    private final Parts parts;
    private final Map<String, Given> given = new HashMap<>();
    private Optional<NumbersRequest> request = Optional.empty();
    private long nextLook;
    private boolean isSpared;
    private boolean isLooking;

    private record Given(long nonce, List<NumberBlock> blocks, int count) {}

    NumberKeeping(Parts parts) {
        this.parts = parts;
    }

    private boolean isOwner() {
        return parts.authority().owner().equals(parts.me());
    }

    private boolean isMine(String holder) {
        return holder.equals(parts.me());
    }

    /** Looks at once whether there are enough numbers. */
    void hurry() {
        nextLook = 0;
        tick(true);
    }

    void tick(boolean isSettled) {
        if (isSettled && parts.mayEdit() && !isLooking && parts.now() >= nextLook) {
            nextLook = parts.now() + INTERVAL;
            isLooking = true;
            parts.document()
                    .unspent()
                    .whenCompleteAsync((left, failure) -> looked(left), parts.executor());
        }
    }

    private void looked(Integer left) {
        isLooking = false;
        // Whoever owns all of them shares none with others yet.
        int rest = left == Integer.MAX_VALUE ? 0 : left;
        int reserve = reserve();
        if (rest < reserve / 2) {
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
            grant(parts.me(), count, parts.document()::lease);
        } else if (parts.peers().find(parts.authority().owner()).isPresent()) {
            var asked =
                    request.orElseGet(() -> new NumbersRequest(parts.random().nextLong(), count));
            request = Optional.of(asked);
            parts.send(parts.authority().owner(), asked);
        }
    }

    private interface Receiver {
        void take(List<NumberBlock> blocks);
    }

    private void grant(String holder, int count, Receiver receiver) {
        int first = parts.authority().roles().numbers();
        if (!isSpared && first > Roles.none().numbers()) {
            parts.document().spare(first);
        }
        isSpared = true;
        parts.document()
                .grant(holder, Math.clamp(count, 1, isMine(holder) ? MOST_OF_OWNER : MOST))
                .thenAcceptAsync(
                        blocks -> {
                            note(blocks);
                            receiver.take(blocks);
                        },
                        parts.executor());
    }

    /** Tells all how far numbers are given away, before anybody uses them. */
    private void note(List<NumberBlock> blocks) {
        int end = blocks.stream().mapToInt(b -> b.first() + b.size()).max().orElse(0);
        if (end > parts.authority().roles().numbers()) {
            parts.authority()
                    .decide(parts.authority().roles().numbered(end), parts.self(), parts.date());
            parts.authority().signed().map(SessionMessage.RolesTold::new).ifPresent(parts::sendAll);
        }
    }

    /** Gives somebody who edits what they ask for; the same again where that got lost. */
    void asked(String sender, NumbersRequest asked) {
        if (!isOwner() || !parts.authority().of(sender).mayEdit()) {
            return;
        }
        var before = given.getOrDefault(sender, new Given(0, List.of(), 0));
        if (before.nonce() == asked.nonce()) {
            parts.send(sender, new Numbers(asked.nonce(), before.blocks()));
            return;
        }
        if (before.count() > MOST_OF_ONE) {
            parts.complain(sender, "wants more entity numbers than anybody needs");
            return;
        }
        grant(sender, asked.count(), blocks -> give(sender, asked.nonce(), blocks));
    }

    private void give(String sender, long nonce, List<NumberBlock> blocks) {
        int count = blocks.stream().mapToInt(NumberBlock::size).sum();
        given.merge(
                sender,
                new Given(nonce, blocks, count),
                (before, now) -> new Given(nonce, blocks, before.count() + count));
        parts.send(sender, new Numbers(nonce, blocks));
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
