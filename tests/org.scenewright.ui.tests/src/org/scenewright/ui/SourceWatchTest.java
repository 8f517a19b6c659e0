// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.script.wire.Source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Whoever changes a source file, it is noticed; and nothing else is. */
class SourceWatchTest {
    @TempDir Path directory;

    private final Semaphore news = new Semaphore(0);
    private SourceWatch watch;

    @BeforeEach
    void watchAProject() throws Exception {
        Files.createDirectories(directory.resolve("src/deep"));
        write("src/one.ts", "1");
        watch = new SourceWatch(directory, news::release);
        watch.start();
        assertNews();
    }

    @AfterEach
    void close() {
        watch.close();
    }

    private void write(String file, String text) throws IOException {
        var path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private void assertNews() throws InterruptedException {
        assertTrue(news.tryAcquire(20, TimeUnit.SECONDS), "nothing was noticed");
    }

    /** What is noticed next is the file that is written last. */
    private void assertNothingBut(String last) throws Exception {
        assertFalse(news.tryAcquire(300, TimeUnit.MILLISECONDS), "something was noticed");
        write(last, "last");
        assertNews();
    }

    @Test
    void aChangedFileIsNoticed() throws Exception {
        write("src/one.ts", "2");
        assertNews();
    }

    @Test
    void aFileInANewFolderIsNoticed() throws Exception {
        write("src/deep/deeper/two.tsx", "2");
        assertNews();
        news.drainPermits();
        write("src/deep/deeper/two.tsx", "3");
        assertNews();
    }

    @Test
    void aDeletedFileIsNoticed() throws Exception {
        Files.delete(directory.resolve("src/one.ts"));
        assertNews();
    }

    @Test
    void aLibraryThatIsInstalledIsNoticed() throws Exception {
        write("node_modules/rotator/package.json", "{}");
        assertNews();
    }

    @Test
    void whatIsBuiltOrNoSourceIsNot() throws Exception {
        write("bin/index.js", "1");
        write("assets/one.png", "1");
        write(".git/one.ts", "1");
        assertNothingBut("src/one.ts");
    }

    @Test
    void aFileThatIsNotAsItWasReadIsNoticedWhereverItLies() throws Exception {
        write("bin/library.js", "1");
        watch.expect(List.of(new Source("bin/library.js", 7, 7)));
        assertNews();
        assertNothingBut("src/one.ts");
    }

    @Test
    void whatIsWrittenInStepsIsNoticedOnce() throws Exception {
        for (int step = 0; step < 5; step++) {
            write("src/one.ts", "x".repeat(step));
        }
        assertNews();
        assertEquals(0, news.availablePermits());
    }

    @Test
    void savingByWayOfTheWorkspaceIsNoticedUnlessItIsElsewhere() {
        watch.saved(directory.resolve("src/one.ts"));
        watch.saved(directory.resolve("src/one.png"));
        watch.saved(directory.resolve("node_modules/a/one.ts"));
        watch.saved(directory.resolveSibling("other").resolve("one.ts"));
        assertEquals(1, news.availablePermits());
    }

    @Test
    void whatGoesWrongWithNewsDoesNotEndTheWatch() throws Exception {
        watch.close();
        var isWrong = new AtomicBoolean(true);
        watch =
                new SourceWatch(
                        directory,
                        () -> {
                            if (isWrong.getAndSet(false)) {
                                throw new IllegalStateException("on purpose");
                            }
                            news.release();
                        });
        watch.start();
        assertNews();
        write("src/one.ts", "2");
        assertNews();
    }
}
