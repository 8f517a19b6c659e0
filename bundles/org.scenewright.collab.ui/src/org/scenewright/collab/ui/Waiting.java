// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.scenewright.collab.SharedStatus;
import org.scenewright.collab.SharedStatus.Stage;

/**
 * What of a shared scene is not done yet.
 *
 * @param edits how many edits nobody else has
 * @param decisions how many fields there are to decide
 * @param guests how many others are in a room that ends with it
 */
record Waiting(long edits, int decisions, int guests) {
    static final Waiting NOTHING = new Waiting(0, 0, 0);

    static Waiting of(SharedStatus status, int decisions, int guests) {
        // With a connection they are on their way, or there is nobody to hear them.
        long edits = status.stage() == Stage.LIVE ? 0 : status.waiting();
        return new Waiting(edits, decisions, guests);
    }

    Waiting plus(Waiting other) {
        return new Waiting(edits + other.edits, decisions + other.decisions, guests + other.guests);
    }
}
