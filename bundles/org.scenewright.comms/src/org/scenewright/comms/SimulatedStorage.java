// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.CompletableFuture;

/**
 * What a simulated network keeps, by the room and the name, as one participant has it; but for what
 * is checked at once only tasks of its schedule look.
 */
record SimulatedStorage(SimulatedAdapter adapter, SequencedMap<String, byte[]> kept)
        implements RoomStorage {
    private static final int MOST_BYTES = 16 << 20;
    private static final int MOST_THINGS = 64;

    @Override
    public int mostBytes() {
        return MOST_BYTES;
    }

    @Override
    public CompletableFuture<Void> put(String name, byte[] bytes) {
        RoomStorage.checkName(name);
        RoomStorage.checkSize(bytes, MOST_BYTES);
        var done = new CompletableFuture<Void>();
        later(
                done,
                () -> {
                    kept.remove(key(name));
                    kept.put(key(name), bytes);
                    if (kept.size() > MOST_THINGS) {
                        kept.pollFirstEntry();
                    }
                    done.complete(null);
                });
        return done;
    }

    @Override
    public CompletableFuture<Optional<byte[]>> get(String name, int most) {
        RoomStorage.checkName(name);
        var found = new CompletableFuture<Optional<byte[]>>();
        later(found, () -> give(Optional.ofNullable(kept.get(key(name))), most, found));
        return found;
    }

    private static void give(
            Optional<byte[]> thing, int most, CompletableFuture<Optional<byte[]>> to) {
        if (thing.filter(bytes -> bytes.length > most).isPresent()) {
            to.completeExceptionally(
                    CommsException.lasting("What the room keeps is more than " + most + " bytes."));
        } else {
            to.complete(thing.map(byte[]::clone));
        }
    }

    private String key(String name) {
        return adapter.seat().room() + "/" + name;
    }

    private void later(CompletableFuture<?> done, Runnable task) {
        adapter.network()
                .schedule()
                .after(
                        adapter.seat().conditions().delayMillis(),
                        () -> {
                            if (adapter.isPresent()) {
                                task.run();
                            } else {
                                done.completeExceptionally(
                                        new CommsException("There is no connection to the room."));
                            }
                        });
    }
}
