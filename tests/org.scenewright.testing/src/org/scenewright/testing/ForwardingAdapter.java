// SPDX-License-Identifier: EPL-2.0
package org.scenewright.testing;

import org.scenewright.comms.CommsAdapter;
import org.scenewright.comms.CommsException;
import org.scenewright.comms.RoomStorage;
import org.scenewright.comms.SendHints;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Another adapter as it is, but for what a test wants otherwise. */
public abstract class ForwardingAdapter implements CommsAdapter {
    private final CommsAdapter inner;

    protected ForwardingAdapter(CommsAdapter inner) {
        this.inner = inner;
    }

    @Override
    public CompletableFuture<Void> connect() {
        return inner.connect();
    }

    @Override
    public void send(ByteBuffer data, SendHints hints) {
        inner.send(data, hints);
    }

    @Override
    public boolean isPrivate() {
        return inner.isPrivate();
    }

    @Override
    public Optional<RoomStorage> storage() {
        return inner.storage();
    }

    @Override
    public int mostBytes() {
        return inner.mostBytes();
    }

    @Override
    public long waitingBytes() {
        return inner.waitingBytes();
    }

    @Override
    public CompletableFuture<Void> disconnect(Optional<CommsException> error) {
        return inner.disconnect(error);
    }
}
