// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.schema.ComponentTypes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A copy of the files that a journal begins with, which costs less than a checkpoint: what was done
 * to them makes sense for as long as the copy is there, whatever becomes of the files.
 *
 * <p>Confined to the thread of the journal, once that runs.
 */
final class JournalCopy {
    private static final String SETTINGS = "scene.json";

    private final Path folder;
    private final String composite;
    private Optional<String> fingerprint = Optional.empty();

    /**
     * @param folder the folder of the copy alone
     * @param project the files that are copied
     */
    JournalCopy(Path folder, SceneProject project) {
        this.folder = folder;
        this.composite = String.valueOf(project.composite().getFileName());
    }

    /** The content of files as it was read. */
    record Content(String fingerprint, byte[] composite, byte[] settings) {}

    /** Copies files; returns when the copy is on the disk. */
    void write(Content files) throws IOException {
        delete();
        try {
            new DiskFile(folder.resolve(SETTINGS), SETTINGS).write(files.settings());
            new DiskFile(folder.resolve(composite), composite).write(files.composite());
        } catch (SceneFormatException failure) {
            throw new IOException(failure.message(), failure);
        }
        JournalFile.forceFolder(folder);
        fingerprint = Optional.of(files.fingerprint());
    }

    /** Whether these files were copied and the copy is on the disk. */
    boolean holds(String files) {
        return fingerprint.equals(Optional.of(files));
    }

    /** What files held that were copied once; nothing where the copy is of others. */
    Optional<SceneSnapshot> read(String files, Supplier<ComponentTypes> core) {
        var copy = LoadedScene.open(SceneProject.of(folder.resolve(composite)), core);
        boolean isIt = copy.isReadable() && copy.fingerprint().equals(files);
        fingerprint = isIt ? Optional.of(files) : Optional.empty();
        return isIt ? Optional.of(copy.snapshot()) : Optional.empty();
    }

    void delete() throws IOException {
        fingerprint = Optional.empty();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (var file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }
}
