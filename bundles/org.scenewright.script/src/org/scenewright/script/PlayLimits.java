// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import java.time.Duration;

/**
 * How long what runs scenes may take, and how many of them share a process.
 *
 * @param process until it comes up, until it is gone, and until its classes are in a file
 * @param frame until a scene goes on that was told to; up to three times that where others use the
 *     processors
 * @param call until it goes on while it waits for the answer to a call
 * @param stack until a scene that did not go on has said where it was, and given up
 * @param stop until nothing is heard any longer of a scene that was closed
 * @param rest until its process has let go of a scene that is over
 * @param scenes how many scenes a process runs at most
 */
record PlayLimits(
        WorkerLimits process,
        Duration frame,
        Duration call,
        Duration stack,
        Duration stop,
        Duration rest,
        int scenes) {

    /**
     * Two dozen scenes share a process and its memory. Fewer would mean that twenty scenes are
     * compiled in two processes, each of half a gigabyte, while a third one warms up; one that
     * hangs is mostly ended without the others.
     */
    static final PlayLimits USUAL =
            new PlayLimits(
                    WorkerLimits.USUAL,
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(30),
                    Duration.ofMillis(300),
                    Duration.ofMillis(200),
                    Duration.ofSeconds(1),
                    24);

    /** The same, with more or less patience for what a scene does at once. */
    PlayLimits withFrame(Duration longest) {
        return new PlayLimits(process, longest, call, stack, stop, rest, scenes);
    }
}
