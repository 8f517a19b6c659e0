// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.collab.SessionStore.Part;
import org.scenewright.scene.Author;
import org.scenewright.scene.BatchCodec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.Optional;

/** What a session left on the disk. */
record Leftovers(SessionStore store) {
    Optional<byte[]> read(Part part) {
        try {
            return store.read(part);
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    /** The number of the last edit of an author that nobody heard. */
    long keptLast(Author author) {
        long last = 0;
        try {
            var in = new Input(read(Part.EDITS).orElse(new byte[Long.BYTES + Integer.BYTES]));
            in.number();
            for (byte[] bytes : in.list(1 << 16, each -> each.bytes(1 << 20))) {
                var batch = BatchCodec.read(bytes);
                last = batch.author().equals(author) ? batch.sequence() : last;
            }
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
        return last;
    }

    /** How many edits nobody heard. */
    int kept() {
        return read(Part.EDITS).map(bytes -> ByteBuffer.wrap(bytes).getInt(Long.BYTES)).orElse(0);
    }

    /** Makes what is kept unreadable. */
    void spoil(String file) throws IOException {
        var path = store.folder().resolve(file);
        byte[] bytes = Files.readAllBytes(path);
        bytes[bytes.length - 1]++;
        Files.write(path, bytes);
    }

    /** Lets a file be neither read nor written. */
    void block(String file) throws IOException {
        var path = store.folder().resolve(file);
        Files.deleteIfExists(path);
        Files.createDirectories(path.resolve("taken"));
    }

    boolean isBlocked(String file) {
        return Files.exists(store.folder().resolve(file).resolve("taken"));
    }

    boolean isSetAside(String file) {
        return Files.exists(store.folder().resolve(file + ".damaged"));
    }
}
