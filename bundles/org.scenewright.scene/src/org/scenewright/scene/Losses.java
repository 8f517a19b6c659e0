// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The fields that got lost last; of old ones only so many are kept. */
final class Losses {
    private static final int MOST = 1000;

    private final Deque<Loss> newestFirst = new ArrayDeque<>();

    void add(Replica.Typed cell, CellState.Overruled overruled) {
        newestFirst.addFirst(
                new Loss(
                        cell.entity(),
                        cell.type().name(),
                        overruled.path(),
                        overruled.lost().context().author(),
                        overruled.lost().value(),
                        overruled.winner()));
        if (newestFirst.size() > MOST) {
            newestFirst.removeLast();
        }
    }

    void clear() {
        newestFirst.clear();
    }

    List<Loss> all() {
        return List.copyOf(newestFirst);
    }
}
