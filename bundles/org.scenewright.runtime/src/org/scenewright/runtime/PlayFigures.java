// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import java.time.Duration;
import java.util.Map;

/**
 * How a play went up to now.
 *
 * @param ticks how many frames its script ran
 * @param ticksPerSecond how many of the last second
 * @param update how long the script's code ran in its last frame
 * @param send how long it then waited for the answer to what it had sent, the merging included
 * @param apply how long it took to merge what came of that frame
 * @param dropped how many frames of the renderer went by without an answer to it
 * @param waiting what it has sent and was not merged yet
 * @param heapBytes what the heap of its process holds
 * @param traffic what was sent, by component; of components that nobody knows by number, and of
 *     entities that it deleted by "entities"
 */
public record PlayFigures(
        long ticks,
        double ticksPerSecond,
        Duration update,
        Duration send,
        Duration apply,
        long dropped,
        Traffic waiting,
        long heapBytes,
        Map<String, Traffic> traffic) {
    public PlayFigures {
        traffic = Map.copyOf(traffic);
    }
}
