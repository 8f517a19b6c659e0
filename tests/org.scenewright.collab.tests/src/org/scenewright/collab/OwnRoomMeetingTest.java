// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.comms.Adapters;
import org.scenewright.comms.ConnectionString;
import org.scenewright.comms.RoomRules;
import org.scenewright.comms.RoomServer;
import org.scenewright.comms.WsRoomProtocol;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** In a room of our own server. */
class OwnRoomMeetingTest extends MeetingContract {
    private Optional<RoomServer> server = Optional.empty();
    private int port;

    @Override
    Adapters adapters() {
        return new Adapters(List.of(new WsRoomProtocol()));
    }

    @Override
    void serve(Path directory) {
        var started = RoomServer.start(new InetSocketAddress("127.0.0.1", port), RoomRules.OPEN);
        port = started.address().getPort();
        server = Optional.of(started);
    }

    @Override
    void vanish() {
        server.ifPresent(RoomServer::close);
        server = Optional.empty();
    }

    @Override
    ConnectionString room() {
        return server.orElseThrow().connection("yard");
    }
}
