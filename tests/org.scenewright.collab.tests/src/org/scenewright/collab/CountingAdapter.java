// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.comms.CommsAdapter;
import org.scenewright.comms.CommsException;
import org.scenewright.comms.SendHints;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Counts what is sent, and sends nothing. */
final class CountingAdapter implements CommsAdapter {
    private int count;

    int count() {
        return count;
    }

    @Override
    public CompletableFuture<Void> connect() {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void send(ByteBuffer data, SendHints hints) {
        count++;
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
