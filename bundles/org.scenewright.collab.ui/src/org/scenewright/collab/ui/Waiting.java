// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.scenewright.collab.SharedStatus;
import org.scenewright.collab.SharedStatus.Stage;

import java.util.List;
import java.util.stream.Stream;

/**
 * What of a shared scene is not done yet.
 *
 * @param edits how many writes nobody else has; of a drag each step is one
 * @param decisions how many fields there are to decide
 * @param guests the names of the others who are in a room that ends with it
 */
record Waiting(long edits, int decisions, List<String> guests) {
    static final Waiting NOTHING = new Waiting(0, 0, List.of());

    static Waiting of(SharedStatus status, int decisions, List<String> guests) {
        // With a connection they are on their way, or there is nobody to hear them.
        long edits = status.stage() == Stage.LIVE ? 0 : status.waiting();
        return new Waiting(edits, decisions, guests);
    }

    Waiting plus(Waiting other) {
        return new Waiting(
                edits + other.edits,
                decisions + other.decisions,
                Stream.of(guests, other.guests).flatMap(List::stream).distinct().toList());
    }
}
