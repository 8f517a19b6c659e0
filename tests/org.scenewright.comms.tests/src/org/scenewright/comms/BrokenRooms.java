// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.util.function.Consumer;

/** Where nobody gets in, for one reason or the other. */
final class BrokenRooms implements CommsProtocol {
    @Override
    public String name() {
        return "broken";
    }

    @Override
    public CommsAdapter adapter(ConnectionString to, Identity who, Consumer<CommsEvent> listener) {
        return new BrokenRoom(to.parameters());
    }
}
