// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import org.scenewright.testing.AdapterContract;

import java.util.function.Consumer;

/** By the connection string, the clock and what ServiceLoader finds. */
class FoundSimulatorContractTest extends AdapterContract {
    private final Adapters adapters = new Adapters(java.util.List.of(new SimulatorProtocol()));

    @Override
    protected CommsAdapter adapter(Identity me, Consumer<CommsEvent> listener) {
        return adapters.adapter(
                ConnectionString.parse("simulator:room?delay=2&jitter=3&seed=3"), me, listener);
    }
}
