// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

/**
 * What a room server puts up with.
 *
 * @param guests how many connections there may be at once
 * @param messagesPerSecond of one guest, on average; who sends more is read more slowly
 * @param bytesPerSecond of one guest, likewise
 * @param waitingBytes how much may wait for one guest; then it is too slow to stay
 * @param handshakeMillis how long each step of a login may take
 * @param idleMillis how long a guest may be silent; a ping is enough
 */
public record RoomLimits(
        int guests,
        int messagesPerSecond,
        int bytesPerSecond,
        int waitingBytes,
        long handshakeMillis,
        long idleMillis) {
    public static final RoomLimits STANDARD =
            new RoomLimits(1000, 2000, 8 << 20, Sizes.MOST_WAITING, 5000, 90_000);
}
