// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.jspecify.annotations.NonNull;
import org.scenewright.crdt.Entity;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The rank of an entity among its siblings; there is always room for another between two of them.
 *
 * <p>Keys are made without asking anybody, so that two people may insert at one place at once: both
 * entities stay, in the same order for everybody. Digits are counted in groups of three, of which
 * each has more values than a scene has entities.
 *
 * @param position the coarse rank
 * @param fine the rank among those of one position, digits of base 62 that compare as text
 */
record OrderKey(int position, String fine) implements Comparable<@NonNull OrderKey> {
    /** Where the tail of a scene is that nobody gave a rank. */
    static final int LAST = 1 << 30;

    static final OrderKey FIRST = new OrderKey(0, "");

    /** The most digits of a key that is made here; where it takes more, others make room. */
    static final int LONGEST = 96;

    private static final String DIGITS =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int STEP = 1 << 12;
    private static final int GROUP = 3;
    private static final int RANGE = 62 * 62 * 62;

    // What was inserted last is where the next is inserted: the room on the other side is kept.
    private static final int STRIDE = 16;

    /** The rank of an entity that stands at an index in a file. */
    static OrderKey ofIndex(int index) {
        return new OrderKey(index * STEP, "");
    }

    /** The rank of an entity of which nobody said where it stands. */
    static OrderKey unranked(Entity entity) {
        return new OrderKey(LAST, signature(entity));
    }

    /** The ranks around a place: that of the one before, and that of the one behind. */
    record Gap(Optional<OrderKey> low, Optional<OrderKey> high) {
        private boolean isOpen() {
            return low.isEmpty() || high.isEmpty();
        }
    }

    /**
     * A rank in a gap that no other entity gets; nothing where there is no room or only for a key
     * of more than {@link #LONGEST} digits.
     */
    static Optional<OrderKey> in(Gap gap, Entity entity) {
        return beyond(gap)
                .or(() -> between(gap))
                .map(key -> key.longer(signature(entity)))
                .filter(key -> key.fine.length() <= LONGEST);
    }

    /**
     * Ascending ranks in a gap, evenly spread; what others insert there at the same time stands
     * before or behind all of them.
     *
     * @param first the first of those who get them
     */
    static Optional<List<OrderKey>> in(Gap gap, Entity first, int count) {
        int spacing = RANGE / (count + 1);
        return in(gap, first)
                .map(
                        key ->
                                count == 1
                                        ? List.of(key)
                                        : IntStream.rangeClosed(1, count)
                                                .mapToObj(i -> key.longer(digits(i * spacing)))
                                                .toList())
                .filter(OrderKey::areShort);
    }

    private static boolean areShort(List<OrderKey> keys) {
        return keys.stream().limit(1).allMatch(key -> key.fine.length() <= LONGEST);
    }

    private OrderKey longer(String more) {
        return new OrderKey(position, fine + more);
    }

    /** The next round position beyond the first or the last one. */
    private static Optional<OrderKey> beyond(Gap gap) {
        long position =
                gap.low
                        .map(key -> key.position + (long) STEP)
                        .or(() -> gap.high.map(key -> key.position - (long) STEP))
                        .orElse(0L);
        return gap.isOpen() && position == (int) position
                ? Optional.of(new OrderKey((int) position, ""))
                : Optional.empty();
    }

    /** The shortest digits with which no continuation leaves the gap. */
    private static Optional<OrderKey> between(Gap gap) {
        // At the ends of all numbers, where only strange ranks lead, there is room as well.
        var low = gap.low.orElse(new OrderKey(Integer.MIN_VALUE, ""));
        long end = gap.high.map(key -> (long) key.position).orElse(Integer.MAX_VALUE + 1L);
        String limit = gap.high.map(OrderKey::fine).orElse("");
        long room = end - low.position;
        int groups = 0;
        while (room < 2 && room >= 0 && GROUP * groups < LONGEST) {
            room = room * RANGE + group(limit, groups) - group(low.fine, groups);
            groups++;
        }
        return room < 2
                ? Optional.empty()
                : Optional.of(low.plus(share(room, low.fine.length(), limit.length()), groups));
    }

    /** How far from the lower one, which is longer where it was inserted later. */
    private static long share(long room, int low, int high) {
        long step = low == high ? room / 2 : Math.min(STRIDE, room / 2);
        return low < high ? room - step : step;
    }

    /** The first groups of this key and so many more of the last of them. */
    private OrderKey plus(long more, int groups) {
        var text = new StringBuilder();
        long carry = more;
        for (int i = groups - 1; i >= 0; i--) {
            carry += group(fine, i);
            text.insert(0, digits((int) (carry % RANGE)));
            carry /= RANGE;
        }
        return new OrderKey((int) (position + carry), text.toString());
    }

    private static int group(String text, int index) {
        int value = 0;
        for (int i = GROUP * index; i < GROUP * (index + 1); i++) {
            value = value * DIGITS.length() + (i < text.length() ? digit(text, i) : 0);
        }
        return value;
    }

    private static String digits(int group) {
        int rest = group;
        var text = new char[GROUP];
        for (int i = GROUP - 1; i >= 0; i--) {
            text[i] = DIGITS.charAt(rest % DIGITS.length());
            rest /= DIGITS.length();
        }
        return new String(text);
    }

    // What is not a digit counts as the lowest: keys of others are no reason to fail.
    private static int digit(String text, int index) {
        return Math.max(0, DIGITS.indexOf(text.charAt(index)));
    }

    /** Three digits that tell entities apart, none of them zero, so that there is room below. */
    private static String signature(Entity entity) {
        var text = new StringBuilder();
        int rest = entity.number();
        for (int i = 0; i < GROUP; i++) {
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
