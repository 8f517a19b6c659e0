// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import org.scenewright.testing.StorageContract;

import java.util.function.Consumer;

class SimulatorContractTest extends StorageContract {
    private final HandDriven time = new HandDriven();
    private final SimulatedNetwork network = new SimulatedNetwork(time);

    @Override
    protected CommsAdapter adapter(Identity me, Consumer<CommsEvent> listener) {
        return network.adapter("room", Conditions.PERFECT, me, listener);
    }

    @Override
    protected void pass() {
        time.advance(1);
    }
}
