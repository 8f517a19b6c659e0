// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.collab.Workplace.await;

import org.junit.jupiter.api.Test;
import org.scenewright.collab.SharedStatus.Stage;
import org.scenewright.comms.Adapters;
import org.scenewright.comms.ConnectionString;
import org.scenewright.comms.RoomRules;
import org.scenewright.comms.RoomServer;
import org.scenewright.comms.WsRoomProtocol;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

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

    @Test
    void whoIsSentAwayIsNotLetIntoTheRoomAnyMore() {
        share();
        anns.onDoor(Door.of(server.orElseThrow()));
        join();
        anns.kick(bob.identity.address());
        await(bobs, status -> status.stage() == Stage.KICKED);
        assertEquals(Optional.of(Door.AWAY), bobs.status().problem());
        var refused = adapters().adapter(room(), bob.identity, event -> {});
        var why = assertThrows(CompletionException.class, () -> refused.connect().join());
        assertTrue(why.getMessage().contains("not invited"), why.getMessage());
        anns.allow(bob.identity.address(), Role.EDITOR);
        awaitLetIn();
    }

    private void awaitLetIn() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        boolean isIn = false;
        while (!isIn) {
            var adapter = adapters().adapter(room(), bob.identity, event -> {});
            isIn = adapter.connect().handle((done, failure) -> failure == null).join();
            adapter.disconnect(Optional.empty()).join();
            assertTrue(System.nanoTime() < end, "let in again");
        }
    }

    @Override
    ConnectionString room() {
        return server.orElseThrow().connection("yard");
    }
}
