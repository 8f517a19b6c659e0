// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.comms.Adapters;
import org.scenewright.comms.ConnectionString;
import org.scenewright.comms.nats.NatsProtocol;
import org.scenewright.testing.NatsServer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** On a real NATS server, which keeps its streams when it is gone for a while. */
class NatsMeetingTest extends MeetingContract {
    private Optional<NatsServer> server = Optional.empty();
    private int port;

    @Override
    Adapters adapters() {
        return new Adapters(List.of(new NatsProtocol()));
    }

    @Override
    void serve(Path directory) throws IOException {
        port = port == 0 ? NatsServer.free() : port;
        server = Optional.of(NatsServer.start(directory.resolve("store"), port, List.of()));
    }

    @Override
    void vanish() throws InterruptedException {
        if (server.isPresent()) {
            server.get().kill();
        }
        server = Optional.empty();
    }

    @Override
    ConnectionString room() {
        return server.orElseThrow().connection("yard");
    }
}
