// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import org.scenewright.testing.StorageContract;

import java.util.function.Consumer;

class BadSimulatorContractTest extends StorageContract {
    private static final Conditions BAD =
            Conditions.parse(
                    "loss=0.3&delay=40&jitter=60&reorder=0.3&duplicate=0.3"
                            + "&splitEvery=1000&splitFor=300&seed=5");

    private final HandDriven time = new HandDriven();
    private final SimulatedNetwork network = new SimulatedNetwork(time);

    @Override
    protected CommsAdapter adapter(Identity me, Consumer<CommsEvent> listener) {
        return network.adapter("room", BAD, me, listener);
    }

    @Override
    protected void pass() {
        time.advance(7);
    }
}
