// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.scenewright.collab.SharedStatus;
import org.scenewright.collab.SharedStatus.Stage;

/**
 * What of a shared scene is not done yet.
 *
 * @param edits how many edits nobody else has
 * @param decisions how many fields there are to decide
 */
record Waiting(long edits, int decisions) {
    static final Waiting NOTHING = new Waiting(0, 0);

    static Waiting of(SharedStatus status, int decisions) {
        // With a connection they are on their way, or there is nobody to hear them.
        return new Waiting(status.stage() == Stage.LIVE ? 0 : status.waiting(), decisions);
    }

    Waiting plus(Waiting other) {
        return new Waiting(edits + other.edits, decisions + other.decisions);
    }
}
