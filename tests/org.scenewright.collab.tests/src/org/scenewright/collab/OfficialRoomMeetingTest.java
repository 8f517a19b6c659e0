// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.comms.Adapters;
import org.scenewright.comms.ConnectionString;
import org.scenewright.comms.WsRoomProtocol;
import org.scenewright.testing.OfficialServer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** In a room of the server that others use. */
class OfficialRoomMeetingTest extends MeetingContract {
    private Optional<OfficialServer> server = Optional.empty();
    private int port;

    @Override
    Adapters adapters() {
        return new Adapters(List.of(new WsRoomProtocol()));
    }

    @Override
    void serve(Path directory) throws IOException {
        var started = port == 0 ? OfficialServer.start() : OfficialServer.start(port);
        port = started.port();
        server = Optional.of(started);
    }

    @Override
    void vanish() {
        server.ifPresent(OfficialServer::close);
        server = Optional.empty();
    }

    @Override
    ConnectionString room() {
        return server.orElseThrow().connection("yard");
    }
}
