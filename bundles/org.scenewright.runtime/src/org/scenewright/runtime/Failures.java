// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.scene.Outcome;
import org.scenewright.scene.SceneFormatException;

import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;

/** What people are told when work on a scene fails. */
final class Failures {
    private static final System.Logger LOG = System.getLogger(Failures.class.getName());

    private Failures() {}

    static Outcome refused(Throwable failure) {
        if (cause(failure) instanceof RejectedExecutionException) {
            return new Outcome.Refused("The scene is closed.");
        }
        LOG.log(System.Logger.Level.ERROR, "an edit failed", failure);
        return new Outcome.Refused(
                "This could not be done because of a mistake in the program: " + cause(failure));
    }

    static Throwable cause(Throwable failure) {
        var cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }

    static Saved unsaved(Throwable failure) {
        if (cause(failure) instanceof RejectedExecutionException) {
            return new Saved.Failed("The scene is closed.");
        }
        LOG.log(System.Logger.Level.ERROR, "saving failed", failure);
        return new Saved.Failed("The scene could not be saved: " + cause(failure).getMessage());
    }

    static TakenIn unusable(Throwable failure) {
        if (!(cause(failure) instanceof SceneFormatException)
                && !(cause(failure) instanceof RejectedExecutionException)) {
            LOG.log(System.Logger.Level.ERROR, "taking in what is on disk failed", failure);
        }
        return new TakenIn.Unusable(String.valueOf(cause(failure).getMessage()));
    }
}
