// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms.nats;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.comms.Adapters;
import org.scenewright.comms.CommsAdapter;
import org.scenewright.comms.CommsEvent;
import org.scenewright.comms.Identity;
import org.scenewright.testing.NatsServer;
import org.scenewright.testing.StorageContract;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Against a real server, by what finds protocols. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NatsContractTest extends StorageContract {
    private final Adapters adapters = new Adapters(List.of(new NatsProtocol()));
    private final String room = UUID.randomUUID().toString();
    private Optional<NatsServer> server = Optional.empty();

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        server = Optional.of(NatsServer.start(folder, List.of()));
    }

    @AfterAll
    void end() {
        server.ifPresent(NatsServer::close);
    }

    @Override
    protected CommsAdapter adapter(Identity me, Consumer<CommsEvent> listener) {
        return adapters.adapter(server.orElseThrow().connection(room), me, listener);
    }
}
