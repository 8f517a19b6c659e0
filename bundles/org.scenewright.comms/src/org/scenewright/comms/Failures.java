// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.util.concurrent.CompletionException;

/** Why futures fail. On any thread. */
public final class Failures {
    private Failures() {}

    /** What a stage failed of, without what the stages after it wrap it in. */
    public static Throwable cause(Throwable failure) {
        var cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }
}
