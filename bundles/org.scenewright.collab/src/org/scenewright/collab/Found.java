// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.comms.CommsException;
import org.scenewright.comms.Failures;

import java.util.Optional;

/** What a room had of what it keeps, or why it gave nothing. */
record Found(Optional<byte[]> bytes, Optional<Throwable> failure) {
    /** What a person may read of why something failed. */
    static String reason(Throwable failure) {
        return Failures.cause(failure) instanceof CommsException told
                ? String.valueOf(told.getMessage())
                : "It is out of reach.";
    }

    /** Whether it can never be had. */
    boolean isLasting() {
        return failure.map(Failures::cause)
                .filter(why -> why instanceof CommsException told && told.isLasting())
                .isPresent();
    }
}
