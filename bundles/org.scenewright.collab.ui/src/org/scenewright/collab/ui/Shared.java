// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.scenewright.collab.SharedSession;
import org.scenewright.comms.RoomServer;

import java.util.Optional;

/**
 * A scene that is shared.
 *
 * @param server the room where the people meet, if it is here
 */
record Shared(SharedSession session, Optional<RoomServer> server) implements AutoCloseable {

    @Override
    public void close() {
        session.close();
        server.ifPresent(RoomServer::close);
    }
}
