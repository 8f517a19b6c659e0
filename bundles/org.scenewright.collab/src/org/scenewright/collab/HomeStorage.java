// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.collab.SessionStore.Part;
import org.scenewright.comms.CommsException;
import org.scenewright.comms.RoomStorage;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * What the person here keeps of a session at home, as a room may keep it for everybody: for when
 * they come back and nobody is there. It holds one thing, the copy of the session; any thread.
 */
record HomeStorage(SessionStore store) implements RoomStorage {
    private static final int LARGEST = 64 << 20;

    @Override
    public int mostBytes() {
        return LARGEST;
    }

    @Override
    public CompletableFuture<Void> put(String name, byte[] bytes) {
        RoomStorage.checkName(name);
        RoomStorage.checkSize(bytes, LARGEST);
        return CompletableFuture.runAsync(() -> write(bytes), SessionStore::beside);
    }

    private void write(byte[] bytes) {
        try {
            store.write(Part.COPY, bytes);
        } catch (IOException full) {
            throw new CommsException("It cannot be written to the disk.", full);
        }
    }

    @Override
    public CompletableFuture<Optional<byte[]>> get(String name, int most) {
        RoomStorage.checkName(name);
        return CompletableFuture.supplyAsync(() -> read(most), SessionStore::beside);
    }

    private Optional<byte[]> read(int most) {
        try {
            var bytes = store.read(Part.COPY);
            if (bytes.filter(copy -> copy.length > most).isPresent()) {
                throw CommsException.lasting("It is larger than what is wanted.");
            }
            return bytes;
        } catch (IOException unfit) {
            throw new CommsException(String.valueOf(unfit.getMessage()), unfit);
        }
    }
}
