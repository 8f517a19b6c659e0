// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.scenewright.testing.AdapterContract;
import org.scenewright.testing.OfficialServer;

import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Against the server that others use. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfficialServerContractTest extends AdapterContract {
    private final CommsProtocol protocol = new WsRoomProtocol();
    private Optional<OfficialServer> server = Optional.empty();
    private String room = "";

    @BeforeAll
    void start() throws IOException {
        server = Optional.of(OfficialServer.start());
        room = UUID.randomUUID().toString();
    }

    @AfterAll
    void end() {
        server.ifPresent(OfficialServer::close);
    }

    @Override
    protected CommsAdapter adapter(Identity me, Consumer<CommsEvent> listener) {
        return protocol.adapter(server.orElseThrow().connection(room), me, listener);
    }
}
