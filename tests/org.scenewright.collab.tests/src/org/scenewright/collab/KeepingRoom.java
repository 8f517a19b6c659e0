// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.comms.CommsAdapter;
import org.scenewright.comms.RoomStorage;
import org.scenewright.testing.ForwardingAdapter;

import java.util.Optional;

/** A room as it is, but for who keeps things for it. */
final class KeepingRoom extends ForwardingAdapter {
    private final RoomStorage kept;

    KeepingRoom(CommsAdapter room, RoomStorage kept) {
        super(room);
        this.kept = kept;
    }

    @Override
    public Optional<RoomStorage> storage() {
        return Optional.of(kept);
    }
}
