// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import org.scenewright.script.wire.FromWorker;
import org.scenewright.script.wire.Reflection;
import org.scenewright.script.wire.WireException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;

/** The last answer about each project, as the worker gave it, in a file of its own. */
final class LastReflections {
    private static final System.Logger LOG = System.getLogger(LastReflections.class.getName());

    /** No answer of a worker is longer. */
    private static final long MOST = 64L << 20;

    private final Path folder;

    LastReflections(Path folder) {
        this.folder = folder;
    }

    /** What is damaged counts as not there. */
    Optional<Reflection> read(Path project) {
        var file = file(project);
        try {
            return Files.size(file) <= MOST
                    ? reflection(ByteBuffer.wrap(Files.readAllBytes(file)))
                    : Optional.empty();
        } catch (NoSuchFileException never) {
            return Optional.empty();
        } catch (IOException | WireException unusable) {
            LOG.log(System.Logger.Level.DEBUG, file + " cannot be used", unusable);
            return Optional.empty();
        }
    }

    private static Optional<Reflection> reflection(ByteBuffer frame) {
        return FromWorker.read(frame) instanceof FromWorker.Reflected(var job, var reflection)
                ? Optional.of(reflection)
                : Optional.empty();
    }

    /** It comes whole or not at all; that it does not is no harm. */
    void write(Path project, Reflection reflection) {
        try {
            Files.createDirectories(folder);
            var fresh = Files.createTempFile(folder, "last", ".new");
            try {
                Files.write(fresh, bytes(reflection));
                move(fresh, file(project));
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "What was reflected cannot be kept", e);
        }
    }

    private static void move(Path fresh, Path file) throws IOException {
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static byte[] bytes(Reflection reflection) {
        var frame = new FromWorker.Reflected(0, reflection).toFrame();
        // The length before it is the file's own.
        frame.position(Integer.BYTES);
        var bytes = new byte[frame.remaining()];
        frame.get(bytes);
        return bytes;
    }

    private Path file(Path project) {
        var id = UUID.nameUUIDFromBytes(project.toString().getBytes(StandardCharsets.UTF_8));
        return folder.resolve(id + ".last");
    }
}
