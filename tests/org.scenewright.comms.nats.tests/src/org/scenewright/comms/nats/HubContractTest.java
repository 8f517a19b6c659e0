// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms.nats;

import org.junit.jupiter.api.BeforeEach;
import org.scenewright.comms.CommsAdapter;
import org.scenewright.comms.CommsEvent;
import org.scenewright.comms.HandDriven;
import org.scenewright.comms.Identity;
import org.scenewright.testing.StorageContract;

import java.util.function.Consumer;

/** On a server in memory that takes little at once and forgets to answer. */
class HubContractTest extends StorageContract {
    private final HandDriven time = new HandDriven();
    private final Hub hub = new Hub(time);

    @BeforeEach
    void worsen() {
        hub.takesAtOnce(8 << 10);
        hub.forgetsToAnswer(5);
    }

    @Override
    protected CommsAdapter adapter(Identity me, Consumer<CommsEvent> listener) {
        return hub.adapter(me, listener);
    }

    @Override
    protected void pass() {
        time.advance(20);
    }
}
