// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file of a project on this machine, which nobody has given a hash yet.
 *
 * @param file where it really lies
 */
public record ProjectFile(Path file) implements Content {

    @Override
    public byte[] bytes(long most) throws IOException {
        // Asked of the disk first, so that a huge file is refused before anything is read.
        long size = Files.size(file);
        if (size > most) {
            throw new TooLargeException("It has " + size + " bytes.");
        }
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes((int) Math.min(most, Integer.MAX_VALUE - 8));
        }
    }

    @Override
    public Optional<AssetHash> hash() {
        return Optional.empty();
    }
}
