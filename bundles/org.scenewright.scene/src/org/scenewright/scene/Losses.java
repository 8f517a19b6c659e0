// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/**
 * The fields that got lost last; of old ones only so many are kept, and what is lost again and
 * again, as to a script that writes in every frame, is kept once.
 */
final class Losses {
    private static final int MOST = 1000;

    private final SequencedSet<Loss> newestFirst = new LinkedHashSet<>();

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
