// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.comms.CommsAdapter;
import org.scenewright.comms.CommsEvent;
import org.scenewright.comms.CommsProtocol;
import org.scenewright.comms.ConnectionString;
import org.scenewright.comms.Identity;
import org.scenewright.comms.WsRoomProtocol;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Rooms as everybody connects to them, of which is counted what comes out. */
final class CountedRooms implements CommsProtocol {
    private final CommsProtocol rooms = new WsRoomProtocol();
    private final AtomicLong bytes = new AtomicLong();

    /** How many bytes others sent that came to here. */
    long bytes() {
        return bytes.get();
    }

    @Override
    public String name() {
        return rooms.name();
    }

    @Override
    public CommsAdapter adapter(
            ConnectionString connection, Identity me, Consumer<CommsEvent> listener) {
        return rooms.adapter(
                connection,
                me,
                event -> {
                    if (event instanceof CommsEvent.Message message) {
                        bytes.addAndGet(message.data().remaining());
                    }
                    listener.accept(event);
                });
    }
}
