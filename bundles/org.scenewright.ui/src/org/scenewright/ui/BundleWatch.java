// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Looks whether the file that is played is built anew, on a thread of its own, until closed. */
final class BundleWatch implements AutoCloseable {
    private static final long PAUSE_NANOS = Duration.ofMillis(400).toNanos();

    private final Path file;
    private final Runnable rebuilt;
    private final Thread looking;

    /** What tells one build from the next. */
    private record Build(FileTime time, long bytes) {}

    /**
     * @param rebuilt called once, on that thread, when the file is another one and is written no
     *     longer
     */
    BundleWatch(Path file, Runnable rebuilt) {
        this.file = file;
        this.rebuilt = rebuilt;
        looking = Thread.ofVirtual().name("watch of " + file.getFileName()).start(this::look);
    }

    private void look() {
        var first = build();
        var last = first;
        while (!Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(PAUSE_NANOS);
            var now = build();
            boolean isDone = now.equals(last) && now.filter(b -> b.bytes() > 0).isPresent();
            last = now;
            if (isDone && !now.equals(first) && !Thread.currentThread().isInterrupted()) {
                rebuilt.run();
                return;
            }
        }
    }

    /** A file that is being exchanged may be nowhere for a moment. */
    private Optional<Build> build() {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new Build(attributes.lastModifiedTime(), attributes.size()));
        } catch (IOException gone) {
            System.getLogger(BundleWatch.class.getName())
                    .log(System.Logger.Level.TRACE, "There is no build", gone);
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        looking.interrupt();
    }
}
