// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.scene.Author;

import java.util.Map;
import java.util.TreeMap;

/** How much of what was written here somebody else is known to have. */
final class Heard {
    private Reach reach = Reach.NOTHING;

    /** Begins anew, where all is known that came so far. */
    void restart(Reach from) {
        reach = from;
    }

    /**
     * Notes how far somebody else has come.
     *
     * @param written how much there is by now; of more nobody can have heard
     */
    void note(Map<Author, Long> written, Reach theirs) {
        var heard = new TreeMap<>(written);
        heard.replaceAll((author, last) -> Math.min(last, theirs.of(author)));
        reach = new Reach(heard).joined(reach);
    }

    boolean has(SignedBatch batch) {
        return reach.covers(batch.author(), batch.sequence());
    }

    /** How many of those that are written nobody else is known to have. */
    long lacking(Map<Author, Long> written) {
        return written.entrySet().stream()
                .mapToLong(e -> Math.max(0, e.getValue() - reach.of(e.getKey())))
                .sum();
    }
}
