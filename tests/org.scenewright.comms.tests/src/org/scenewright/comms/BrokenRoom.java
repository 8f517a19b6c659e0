// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A room that nobody gets into. */
record BrokenRoom(String how) implements CommsAdapter {
    @Override
    public CompletableFuture<Void> connect() {
        return switch (how) {
            case "kicks" -> CompletableFuture.failedFuture(CommsException.kicked("No!"));
            case "is silent" -> new CompletableFuture<>();
            default -> CompletableFuture.failedFuture(new CommsException("Nobody is in."));
        };
    }

    @Override
    public void send(ByteBuffer data, SendHints hints) {
        throw new AssertionError("Nothing may be sent to who never was connected.");
    }

    @Override
    public int mostBytes() {
        return Sizes.MOST_BYTES;
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
