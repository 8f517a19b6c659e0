// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import java.util.function.Consumer;

/** Answers what a script asks of {@code ~system}. */
@FunctionalInterface
public interface SystemCalls {

    /**
     * Answers a call, at once or later; on a thread that must not be kept waiting.
     *
     * @param answer takes the answer on any thread; only the first one counts
     */
    void call(ScriptHearing.Call call, Consumer<SystemAnswer> answer);

    /** The script has ended, and asks nothing any more. */
    default void ended() {}

    /** Rejects whatever is asked. */
    static SystemCalls none() {
        return (call, answer) ->
                answer.accept(
                        new SystemAnswer.Rejected(
                                "~system/%s.%s is not available here."
                                        .formatted(call.module(), call.function())));
    }
}
