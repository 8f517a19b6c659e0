// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.comms.CommsAdapter;
import org.scenewright.comms.CommsException;
import org.scenewright.comms.SendHints;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Keeps what is to be sent, and sends nothing. */
final class KeepingAdapter implements CommsAdapter {
    final List<ByteBuffer> sent = new ArrayList<>();

    @Override
    public CompletableFuture<Void> connect() {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void send(ByteBuffer data, SendHints hints) {
        sent.add(data);
    }

    @Override
    public int mostBytes() {
        return 12 << 10;
    }

    @Override
    public long waitingBytes() {
        return 0;
    }

    @Override
    public CompletableFuture<Void> disconnect(Optional<CommsException> error) {
        return CompletableFuture.completedFuture(null);
    }
}
