// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Assertions;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.CoreComponents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A scene in a folder that is open with a journal in another one; whoever opens it closes it. */
final class JournaledScene implements AutoCloseable {
    static final ComponentTypes CORE = CoreComponents.load();

    private final Path project;
    private final Path folder;
    private LoadedScene files;
    private final Journal.Opened opened;
    private long savedState;

    private JournaledScene(Path project, Path folder) {
        this.project = project;
        this.folder = folder;
        this.files = LoadedScene.open(SceneProject.of(project), CORE);
        this.opened = Journal.open(folder, files, () -> CORE);
        this.savedState = opened.savedState();
    }

    /** Writes a scene and opens it for the first time. */
    static JournaledScene create(Path directory, String scene) {
        var project = directory.resolve("yard");
        write(project, SceneText.read(scene));
        return open(directory);
    }

    static void write(Path project, SceneSnapshot snapshot) {
        try {
            var composite = project.resolve("assets/scene/main.composite");
            Files.createDirectories(composite.resolveSibling(""));
            var empty = CompositeFile.of(new byte[0], "main.composite", CORE);
            Files.write(composite, empty.write(snapshot));
            Files.writeString(project.resolve("scene.json"), "{}");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Opens what was created there. */
    static JournaledScene open(Path directory) {
        return new JournaledScene(directory.resolve("yard"), directory.resolve("journal"));
    }

    Scene scene() {
        return opened.scene();
    }

    Journal journal() {
        return opened.journal().orElseThrow();
    }

    Journal.Opened opened() {
        return opened;
    }

    Path project() {
        return project;
    }

    Path file() {
        return folder.resolve("journal");
    }

    boolean isDirty() {
        return scene().state() != savedState;
    }

    Optional<JournalRecovery.Recovered> recovered(Path file) {
        try {
            var copy = new JournalCopy(file.resolveSibling("base"), files.project());
            return JournalRecovery.read(file, new JournalCheckpoints(CORE, files, copy));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void save() {
        Assertions.assertInstanceOf(SaveResult.Written.class, files.save(scene().snapshot()));
        savedState = scene().state();
        scene().forgetLosses(scene().lossCount());
        journal().files(files, savedState);
    }

    /** Begins the journal anew, as it does by itself where it has become large. */
    void compact() {
        journal().files(files, savedState);
    }

    void sync() {
        now(journal().durable());
    }

    /** Opens a copy of all that is on the disk, as a crash would have left it. */
    JournaledScene crashed(Path directory) {
        sync();
        copy(project, directory.resolve("yard"));
        copy(folder, directory.resolve("journal"));
        return open(directory);
    }

    private static void copy(Path from, Path to) {
        try (var all = Files.walk(from)) {
            for (var path : all.toList()) {
                var target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static <T> T now(CompletableFuture<T> future) {
        try {
            return future.get(20, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failure) {
            return Assertions.fail(failure);
        }
    }

    /** Requires that two are the same in all that counts of a document and its history. */
    static void checkSame(Scene one, Scene other) {
        assertEquals(one.undoLabel(), other.undoLabel(), "what would be undone");
        assertEquals(one.redoLabel(), other.redoLabel(), "what would be redone");
        var content = SceneInvariants.content(one.snapshot()).entrySet();
        var others = SceneInvariants.content(other.snapshot()).entrySet();
        assertEquals(without(content, others), without(others, content));
        assertEquals(
                one.snapshot().componentNames(), other.snapshot().componentNames(), "components");
        assertEquals(keys(one.snapshot()), keys(other.snapshot()), "ranks");
        assertEquals(one.snapshot().revision(), other.snapshot().revision(), "revision");
        assertEquals(one.state(), other.state(), "state");
    }

    private static <T> Set<T> without(Set<T> all, Set<T> others) {
        var rest = new HashSet<>(all);
        rest.removeAll(others);
        return rest;
    }

    private static List<OrderKey> keys(SceneSnapshot snapshot) {
        return snapshot.entities().stream().map(snapshot::key).toList();
    }

    void close(boolean isKept) {
        opened.journal().ifPresent(journal -> now(journal.close(isKept)));
    }

    /** Closes it as an editor does, without saving. */
    @Override
    public void close() {
        close(!isDirty());
    }
}
