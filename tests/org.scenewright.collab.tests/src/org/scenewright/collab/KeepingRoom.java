// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.comms.CommsAdapter;
import org.scenewright.comms.CommsException;
import org.scenewright.comms.RoomStorage;
import org.scenewright.comms.SendHints;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A room as it is, but for who keeps things for it. */
record KeepingRoom(CommsAdapter room, RoomStorage kept) implements CommsAdapter {
    @Override
    public CompletableFuture<Void> connect() {
        return room.connect();
    }

    @Override
    public void send(ByteBuffer data, SendHints hints) {
        room.send(data, hints);
    }

    @Override
    public boolean isPrivate() {
        return room.isPrivate();
    }

    @Override
    public Optional<RoomStorage> storage() {
        return Optional.of(kept);
    }

    @Override
    public int mostBytes() {
        return room.mostBytes();
    }

    @Override
    public long waitingBytes() {
        return room.waitingBytes();
    }

    @Override
    public CompletableFuture<Void> disconnect(Optional<CommsException> error) {
        return room.disconnect(error);
    }
}
