// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.scenewright.testing.AdapterContract;

import java.net.InetSocketAddress;
import java.util.UUID;
import java.util.function.Consumer;

/** Against our own server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WsRoomContractTest extends AdapterContract {
    private final CommsProtocol protocol = new WsRoomProtocol();
    private RoomServer server;
    private ConnectionString room;

    @BeforeAll
    void open() {
        server = RoomServer.start(new InetSocketAddress("127.0.0.1", 0), RoomRules.OPEN);
        room = server.connection(UUID.randomUUID().toString());
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Override
    protected CommsAdapter adapter(Identity me, Consumer<CommsEvent> listener) {
        return protocol.adapter(room, me, listener);
    }
}
