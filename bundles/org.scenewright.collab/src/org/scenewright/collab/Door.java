// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.comms.RoomServer;

/** Whoever decides who comes into the room where a session meets, such as a server of ours. */
@FunctionalInterface
public interface Door {
    /** Why somebody has to go, for them to read. */
    String AWAY = "The owner of the session sent you away.";

    /**
     * Somebody may come in from now on, or not.
     *
     * @param address who
     * @param isOpen whether they may; where not, who is inside has to go
     */
    void let(String address, boolean isOpen);

    /** That of a server of ours; it has the same reason as the owner who sends somebody away. */
    static Door of(RoomServer server) {
        return (address, isOpen) -> {
            if (isOpen) {
                server.unban(address);
            } else {
                server.ban(address, AWAY);
            }
        };
    }
}
