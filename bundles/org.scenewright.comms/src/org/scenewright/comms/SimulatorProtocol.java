// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import org.osgi.service.component.annotations.Component;

import java.util.function.Consumer;

/**
 * Rooms inside this process, as bad as wanted: {@code simulator:ROOM?loss=0.1&delay=50}, see {@link
 * Conditions}.
 */
@Component
public final class SimulatorProtocol implements CommsProtocol {
    private final SimulatedNetwork network =
            new SimulatedNetwork(Schedule.onThread("Scenewright simulator"));

    @Override
    public String name() {
        return "simulator";
    }

    @Override
    public CommsAdapter adapter(
            ConnectionString connection, Identity me, Consumer<CommsEvent> listener) {
        String[] parts = connection.parameters().split("\\?", 2);
        Conditions conditions = Conditions.parse(parts.length > 1 ? parts[1] : "");
        return network.adapter(parts[0], conditions, me, listener);
    }
}
