// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds ranks for those who are put among siblings.
 *
 * <p>Where the ranks have become too long, or leave no room, those of the neighbours are made anew;
 * they keep their order.
 */
final class Ranking {
    /** How many neighbours on each side get new ranks at first. */
    private static final int NEIGHBOURS = 16;

    private final Draft draft;
    private final Entity parent;
    private final List<Entity> siblings;

    Ranking(Draft draft, Entity parent) {
        this.draft = draft;
        this.parent = parent;
        this.siblings = draft.children(parent);
    }

    /** A rank for an entity that is to stand at an index. */
    OrderKey at(int index, Entity entity) {
        return row(index, entity, 1).getFirst();
    }

    /**
     * Ranks for several who are to stand at an index, in their order.
     *
     * @param first the one that tells them from what others insert there at the same time
     */
    List<OrderKey> row(int index, Entity first, int count) {
        return OrderKey.in(gap(index, index), first, count)
                .orElseGet(() -> crowded(index, first, count));
    }

    /** The gap that is left when the siblings from one index up to another are taken out. */
    private OrderKey.Gap gap(int from, int to) {
        return new OrderKey.Gap(key(from - 1), key(to));
    }

    private Optional<OrderKey> key(int index) {
        return index < 0 || index >= siblings.size()
                ? Optional.empty()
                : Optional.of(draft.now().key(siblings.get(index)));
    }

    /** Makes room among ever more neighbours, until the ranks become short. */
    private List<OrderKey> crowded(int index, Entity first, int count) {
        for (int reach = NEIGHBOURS; ; reach *= 2) {
            int from = Math.max(0, index - reach);
            int to = Math.min(siblings.size(), index + reach);
            boolean isAll = from == 0 && to == siblings.size();
            var keys = OrderKey.in(gap(from, to), first, to - from + count);
            if (keys.filter(k -> isAll || k.stream().limit(1).allMatch(Ranking::isShort))
                    .isPresent()) {
                var ours = keys.get().subList(index - from, index - from + count);
                var others = new ArrayList<>(keys.get());
                others.subList(index - from, index - from + count).clear();
                rewrite(siblings.subList(from, to), others);
                return ours;
            }
        }
    }

    private static boolean isShort(OrderKey key) {
        return key.fine().length() <= OrderKey.LONGEST / 2;
    }

    /** Gives neighbours other ranks in such a sequence that none ever passes another. */
    private void rewrite(List<Entity> entities, List<OrderKey> keys) {
        for (int i = entities.size() - 1; i >= 0; i--) {
            if (draft.now().key(entities.get(i)).compareTo(keys.get(i)) < 0) {
                draft.place(entities.get(i), parent, keys.get(i));
            }
        }
        for (int i = 0; i < entities.size(); i++) {
            if (!draft.now().key(entities.get(i)).equals(keys.get(i))) {
                draft.place(entities.get(i), parent, keys.get(i));
            }
        }
    }
}
