// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

/**
 * How a worker process ended.
 *
 * @param cause what it died of
 * @param detail what more is known, as a sentence for people
 */
public record Exit(Cause cause, String detail) {

    /** What a worker dies of. */
    public enum Cause {
        /** It was no longer needed. */
        CLOSED,
        /** It did not come up in time. */
        NEVER_READY,
        /** It gave no sign of life for too long, and was killed. */
        HUNG,
        /** It needed more memory than it has. */
        OUT_OF_MEMORY,
        /** It said what no worker says, and was killed. */
        NONSENSE,
        /** It closed the connection but went on, and was killed. */
        UNREACHABLE,
        /** It crashed, or somebody else killed it. */
        CRASHED
    }

    private static final int OUT_OF_MEMORY_STATUS = 3;

    /** What the status of a process that nobody here has killed says. */
    static Exit ofStatus(int status, String lastWords) {
        return switch (status) {
            case 0 -> new Exit(Cause.CLOSED, "It ended by itself.");
            case OUT_OF_MEMORY_STATUS ->
                    new Exit(Cause.OUT_OF_MEMORY, "It needed more memory than it has.");
            default -> {
                var detail = "It ended with status " + status + ". " + lastWords;
                yield new Exit(Cause.CRASHED, detail.strip());
            }
        };
    }
}
