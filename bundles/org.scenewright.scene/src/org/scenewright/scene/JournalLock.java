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

/**
 * The right to write the journal of a scene, which one window of one process has.
 *
 * <p>On many systems the locks of a process on a file go with the first of its channels that is
 * closed. So a second window of this process must never get as far as opening the file that is
 * locked: what keeps it away is the lock of another file, the door, which the Java platform knows
 * of all windows of its process before it asks the system.
 */
final class JournalLock implements Closeable {
    private static final System.Logger LOG = System.getLogger(JournalLock.class.getName());

    // An editor that is closed and opened again is still writing its last edits.
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMillis(10);

    private final FileChannel door;
    private final FileChannel channel;

    private JournalLock(FileChannel door, FileChannel channel) {
        this.door = door;
        this.channel = channel;
    }

    /** Takes the right, after a short wait where needed; nothing where somebody else keeps it. */
    static Optional<JournalLock> take(Path folder) throws IOException {
        Files.createDirectories(folder);
        long end = System.nanoTime() + PATIENCE.toNanos();
        var lock = attempt(folder);
        while (lock.isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE.toNanos());
            lock = attempt(folder);
        }
        return lock;
    }

    private static Optional<JournalLock> attempt(Path folder) throws IOException {
        var door = locked(folder.resolve("door"));
        return door.isEmpty() ? Optional.empty() : behind(door.get(), folder);
    }

    private static Optional<JournalLock> behind(FileChannel door, Path folder) throws IOException {
        var lock = Optional.<JournalLock>empty();
        try {
            lock = locked(folder.resolve("lock")).map(channel -> new JournalLock(door, channel));
        } finally {
            if (lock.isEmpty()) {
                door.close();
            }
        }
        return lock;
    }

    /** Opens and locks a file; nothing where somebody else has locked it. */
    private static Optional<FileChannel> locked(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean isOurs = false;
        try {
            isOurs = channel.tryLock() != null;
        } catch (OverlappingFileLockException inThisProcess) {
            LOG.log(System.Logger.Level.DEBUG, "another window has the journal", inThisProcess);
        } finally {
            if (!isOurs) {
                channel.close();
            }
        }
        return isOurs ? Optional.of(channel) : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        // First what is locked: as long as the door is closed nobody of ours looks at it.
        try (door) {
            channel.close();
        }
    }
}
