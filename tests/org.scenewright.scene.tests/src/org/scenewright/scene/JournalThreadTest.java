// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.scene.JournaledScene.now;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.schema.Value;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The thread of a journal when the disk is slow or full, or when something is wrong with it. */
class JournalThreadTest {
    private static final Deed DEED = new Deed.Forgot(1);

    @TempDir Path directory;
    private final AtomicLong clock = new AtomicLong();
    private final CompletableFuture<Void> gate = new CompletableFuture<>();
    private LoadedScene files;
    private JournalThread thread;
    private boolean isEnded;

    @BeforeEach
    void begin() {
        JournaledScene.write(directory.resolve("yard"), SceneText.read("Box\n"));
        files = LoadedScene.open(SceneProject.of(directory.resolve("yard")), JournaledScene.CORE);
        thread = thread(() -> {});
    }

    @AfterEach
    void end() {
        gate.complete(null);
        if (!isEnded) {
            now(ended());
        }
    }

    private Path folder() {
        return directory.resolve("journal");
    }

    private JournalThread thread(Closeable lock) {
        var copy = new JournalCopy(folder().resolve("base"), files.project());
        var format = new JournalCheckpoints(JournaledScene.CORE, files, copy);
        var file = new JournalFile(folder().resolve("journal"));
        var place = new JournalThread.Place(format, file, copy, lock);
        return new JournalThread(place, JournalThread.Start.NONE, clock::get);
    }

    private void beginAnew() {
        var memory = new Scene(files.snapshot()).memory();
        thread.hand(
                new JournalThread.Job.Begin(
                        new JournalCheckpoint(files.fingerprint(), files.known(), 0, memory)));
    }

    private CompletableFuture<Void> told() {
        var done = new CompletableFuture<Void>();
        thread.hand(new JournalThread.Job.Tell(done));
        return done;
    }

    private CompletableFuture<Void> ended() {
        isEnded = true;
        var done = new CompletableFuture<Void>();
        thread.hand(new JournalThread.Job.End(true, done));
        return done;
    }

    /** Keeps the thread from going on until the gate is opened. */
    private void stall() {
        var stalled = new CompletableFuture<Void>();
        var done = new CompletableFuture<Void>();
        done.whenComplete(
                (nothing, failure) -> {
                    stalled.complete(null);
                    gate.join();
                });
        thread.hand(new JournalThread.Job.Tell(done));
        now(stalled);
    }

    private void makeFolder() throws IOException {
        Files.createDirectories(folder());
    }

    private void checkFails(CompletableFuture<Void> done) {
        assertThrows(ExecutionException.class, () -> done.get(20, TimeUnit.SECONDS));
    }

    @Test
    void whatWasDroppedIsNotSaidToBeDurableBeforeTheNewBeginning() throws IOException {
        makeFolder();
        beginAnew();
        stall();
        for (int i = 0; i <= JournalThread.MOST_WAITING; i++) {
            thread.hand(new JournalThread.Job.Add(DEED));
        }
        var told = told();
        assertTrue(thread.isDue());
        var after = told();
        gate.complete(null);
        now(after);
        assertFalse(told.isDone());
        beginAnew();
        now(told);
    }

    @Test
    void aBacklogIsDroppedOnce() throws IOException {
        makeFolder();
        stall();
        for (int i = 0; i <= JournalThread.MOST_WAITING; i++) {
            thread.hand(new JournalThread.Job.Add(DEED));
        }
        assertTrue(thread.isDue());
        assertFalse(thread.isDue());
    }

    /** What takes more stack than there is. */
    private static Deed tooDeep() {
        Value value = Value.of(0);
        for (int i = 0; i < 200_000; i++) {
            value = new Value.Items(List.of(value));
        }
        List<Act> acts = List.of(new Act.Configured(value));
        return new Deed.Edited(Deed.Kind.DID, Origin.USER, "", List.of(acts));
    }

    @Test
    void whoWaitsForTheEndIsToldWhateverGoesWrong() throws IOException {
        makeFolder();
        beginAnew();
        stall();
        thread.hand(new JournalThread.Job.Add(tooDeep()));
        var told = told();
        var ended = ended();
        gate.complete(null);
        now(ended);
        checkFails(told);
    }

    @Test
    void whoWaitsForTheEndIsToldAlsoWhenTheEndFails() {
        now(ended());
        thread =
                thread(
                        () -> {
                            throw new IllegalStateException("a mistake");
                        });
        now(ended());
    }

    @Test
    void afterAFailureItIsTriedAgainNowAndThen() throws IOException {
        beginAnew();
        checkFails(told());
        assertTrue(thread.isDue());
        assertFalse(thread.isDue());
        clock.addAndGet(JournalThread.PAUSE);
        assertTrue(thread.isDue());
        makeFolder();
        beginAnew();
        now(told());
        clock.addAndGet(JournalThread.PAUSE);
        assertFalse(thread.isDue());
    }

    @Test
    void aBeginningThatFailsLeavesNothingBehind() throws IOException {
        Files.createDirectories(folder().resolve("journal/in the way"));
        beginAnew();
        checkFails(told());
        try (var left = Files.list(folder())) {
            assertEquals(List.of(folder().resolve("journal")), left.toList());
        }
        Files.delete(folder().resolve("journal/in the way"));
    }
}
