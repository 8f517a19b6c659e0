// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.jspecify.annotations.NonNull;
import org.scenewright.crdt.Entity;

import java.util.Optional;

/**
 * The rank of an entity among its siblings; there is always room for another between two of them.
 *
 * <p>Keys are made without asking anybody, so that two people may insert at one place at once: both
 * entities stay, in the same order for everybody.
 *
 * @param position the coarse rank
 * @param fine the rank among those of one position, digits of base 62 that compare as text
 */
public record OrderKey(int position, String fine) implements Comparable<@NonNull OrderKey> {
    /** Where the tail of a scene is that nobody gave a rank. */
    static final int LAST = 1 << 30;

    static final OrderKey FIRST = new OrderKey(0, "");

    private static final String DIGITS =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int STEP = 1 << 12;

    /** The rank of an entity that stands at an index in a file. */
    static OrderKey ofIndex(int index) {
        return new OrderKey(index * STEP, "");
    }

    /** The rank of an entity of which nobody said where it stands. */
    static OrderKey unranked(Entity entity) {
        return new OrderKey(LAST, signature(entity));
    }

    /**
     * A rank between two others that no other entity gets.
     *
     * @param low the one to stand behind; empty for the first place
     * @param high the one to stand before; empty for the last place
     */
    static OrderKey between(Optional<OrderKey> low, Optional<OrderKey> high, Entity entity) {
        if (low.isEmpty() || high.isEmpty()) {
            long position =
                    low.map(key -> key.position + (long) STEP)
                            .or(() -> high.map(key -> key.position - (long) STEP))
                            .orElse(0L);
            // At the ends of all numbers, where only strange ranks lead, there is room as well.
            return position == (int) position
                    ? new OrderKey((int) position, signature(entity))
                    : between(
                            low.orElse(new OrderKey(Integer.MIN_VALUE, "")),
                            high.orElse(new OrderKey(Integer.MAX_VALUE, "z".repeat(3))),
                            signature(entity));
        }
        return between(low.get(), high.get(), signature(entity));
    }

    private static OrderKey between(OrderKey low, OrderKey high, String signature) {
        long gap = (long) high.position - low.position;
        if (gap > 1) {
            return new OrderKey((int) (low.position + gap / 2), signature);
        }
        // Equal ranks, or ranks in the wrong order, leave no room: then behind the lower one.
        boolean isTight = gap < 0 || gap == 0 && low.fine.compareTo(high.fine) >= 0;
        String limit = gap == 0 && !isTight ? high.fine : "";
        return new OrderKey(low.position, middle(low.fine, limit) + signature);
    }

    /**
     * A text between two others with which no continuation reaches the second; an empty limit is
     * none.
     */
    private static String middle(String low, String limit) {
        var text = new StringBuilder();
        boolean isLimited = !limit.isEmpty();
        for (int i = 0; ; i++) {
            int from = i < low.length() ? digit(low, i) : 0;
            int to = isLimited && i < limit.length() ? digit(limit, i) : DIGITS.length();
            if (to - from > 1) {
                return text.append(DIGITS.charAt((from + to) / 2)).toString();
            }
            text.append(DIGITS.charAt(from));
            isLimited &= from == to;
        }
    }

    // What is not a digit counts as the lowest: keys of others are no reason to fail.
    private static int digit(String text, int index) {
        return Math.max(0, DIGITS.indexOf(text.charAt(index)));
    }

    /** Three digits that tell entities apart, none of them zero, so that there is room below. */
    private static String signature(Entity entity) {
        var text = new StringBuilder();
        int rest = entity.number();
        for (int i = 0; i < 3; i++) {
            text.append(DIGITS.charAt(1 + rest % (DIGITS.length() - 1)));
            rest /= DIGITS.length() - 1;
        }
        return text.toString();
    }

    @Override
    public int compareTo(OrderKey other) {
        int coarse = Integer.compare(position, other.position);
        return coarse != 0 ? coarse : fine.compareTo(other.fine);
    }
}
