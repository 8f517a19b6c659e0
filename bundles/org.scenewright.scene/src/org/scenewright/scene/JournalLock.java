// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** The right to write the journal of a scene, which one window of one process has. */
final class JournalLock implements Closeable {
    // An editor that is closed and opened again is still writing its last edits.
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMillis(10);

    private final FileChannel channel;

    private JournalLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the right, after a short wait where needed; nothing where somebody else keeps it. */
    static Optional<JournalLock> take(Path folder) throws IOException {
        Files.createDirectories(folder);
        var channel =
                FileChannel.open(
                        folder.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        long end = System.nanoTime() + PATIENCE.toNanos();
        boolean isOurs = isLocked(channel);
        while (!isOurs && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE.toNanos());
            isOurs = isLocked(channel);
        }
        if (!isOurs) {
            channel.close();
        }
        return isOurs ? Optional.of(new JournalLock(channel)) : Optional.empty();
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException inThisProcess) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
