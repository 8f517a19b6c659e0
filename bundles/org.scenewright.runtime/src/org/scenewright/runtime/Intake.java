// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import java.util.List;
import java.util.Optional;

/**
 * Merges what a script has sent into its fork, in order and as much as a frame of the renderer has
 * time for; on the thread of the frames.
 */
final class Intake {
    private final Arrivals arrivals;
    private int merged;

    Intake(Arrivals arrivals) {
        this.arrivals = arrivals;
    }

    /** The messages that are left of what the script has sent before it is to be answered. */
    int left() {
        return arrivals.first().map(portion -> portion.count() - merged).orElse(0);
    }

    /** Whether the script waits for an answer to messages that were all merged. */
    boolean isAsking() {
        return arrivals.first().filter(p -> p.isAsking() && merged == p.count()).isPresent();
    }

    /**
     * Merges up to the next answer.
     *
     * @param most how many messages at most
     * @param complaints takes what was wrong
     * @return how many were merged
     */
    int merge(int most, RunningScene scene, List<String> complaints) {
        int done = 0;
        var next = next();
        while (next.isPresent() && (done < most || next.get().count() == merged)) {
            var portion = next.get();
            int part = Math.min(most - done, portion.count() - merged);
            if (part > 0) {
                var values = portion.values().part(merged, part);
                complaints.addAll(scene.merge(portion.part(merged, part), values));
                merged += part;
                done += part;
            }
            if (merged == portion.count() && !portion.isAsking()) {
                drop();
            }
            next = next();
        }
        return done;
    }

    private Optional<Portion> next() {
        return isAsking() ? Optional.empty() : arrivals.first();
    }

    /** The script is answered: goes on with what comes next. */
    void answered() {
        drop();
    }

    private void drop() {
        arrivals.removeFirst();
        merged = 0;
    }
}
