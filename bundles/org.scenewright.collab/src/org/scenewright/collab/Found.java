// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.comms.CommsException;

import java.util.Optional;
import java.util.concurrent.CompletionException;

/** What a room had of what it keeps, or why it gave nothing. */
record Found(Optional<byte[]> bytes, Optional<Throwable> failure) {
    /** What a person may read of why something failed. */
    static String reason(Throwable failure) {
        return cause(failure) instanceof CommsException told
                ? String.valueOf(told.getMessage())
                : "It is out of reach.";
    }

    private static Throwable cause(Throwable failure) {
        var cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }

    /** Whether it can never be had. */
    boolean isLasting() {
        return failure.map(Found::cause)
                .filter(why -> why instanceof CommsException told && told.isLasting())
                .isPresent();
    }
}
