// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.script.wire.Source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Notices that source files of a project change, whoever writes them: at once where the system
 * tells, and else within seconds, or longer where it takes long to look at all of them. It looks on
 * a thread of its own; any thread.
 */
final class SourceWatch implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(SourceWatch.class.getName());
    private static final int LOOK_MILLIS = 2000;
    private static final int CALM_MILLIS = 10_000;

    private final Path directory;
    private final Runnable changed;
    private final Thread thread = Thread.ofVirtual().name("source watch").unstarted(this::run);
    private final LookRest rest = new LookRest(LOOK_MILLIS, CALM_MILLIS);
    private volatile boolean isClosed;
    private volatile List<Source> expected = List.of();
    private List<Source> told = List.of();

    /**
     * @param changed called once if there are source files at all, and whenever they change, on any
     *     thread
     */
    SourceWatch(Path directory, Runnable changed) {
        this.directory = directory;
        this.changed = changed;
    }

    void start() {
        thread.start();
    }

    /** Files that were read, and how they were then. */
    void expect(List<Source> sources) {
        expected = sources;
    }

    /** Somebody saved a file by way of the workspace. */
    void saved(Path file) {
        if (SourceFolders.holds(directory, file)) {
            changed.run();
        }
    }

    /** Whatever goes wrong in it is told, and the watch goes on. */
    private void run() {
        while (!isClosed) {
            try {
                watch();
            } catch (InterruptedException closed) {
                LOG.log(System.Logger.Level.DEBUG, "No longer watched: " + directory, closed);
            } catch (Exception unexpected) {
                LOG.log(
                        System.Logger.Level.ERROR,
                        "Watching " + directory + " went wrong; it begins again",
                        unexpected);
                rest.saw(false);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(rest.millis()));
            }
        }
    }

    private void watch() throws InterruptedException {
        try (var folders = new SourceFolders(directory)) {
            follow(folders);
        } catch (IOException unwatched) {
            LOG.log(System.Logger.Level.INFO, "Cannot be watched: " + directory, unwatched);
            look();
        }
    }

    private void follow(SourceFolders folders) throws IOException, InterruptedException {
        if (folders.watch()) {
            changed.run();
        }
        while (true) {
            if (folders.await(rest.millis()) || isOtherwise()) {
                changed.run();
            }
        }
    }

    /** Where the system does not tell; new files are found with the next change of an old one. */
    private void look() throws InterruptedException {
        changed.run();
        while (true) {
            Thread.sleep(rest.millis());
            if (isOtherwise()) {
                changed.run();
            }
        }
    }

    /** Whether files are not as they were read, which is told once. */
    private boolean isOtherwise() {
        var read = expected;
        var now = rest.timed(() -> read.stream().map(this::now).toList());
        boolean isNews = !now.equals(read) && !now.equals(told);
        told = now;
        rest.saw(isNews);
        return isNews;
    }

    private Source now(Source source) {
        try {
            var file = directory.resolve(source.file());
            var state = Files.readAttributes(file, BasicFileAttributes.class);
            return new Source(source.file(), state.size(), state.lastModifiedTime().toMillis());
        } catch (IOException gone) {
            return new Source(source.file(), 0, 0);
        }
    }

    @Override
    public void close() {
        isClosed = true;
        thread.interrupt();
    }
}
