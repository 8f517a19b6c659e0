// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Brings files into a project so that all of them come or none: they are copied beside where they
 * go, and moved there when all are complete. One thread.
 */
final class FileMoves implements AutoCloseable {
    private static final int PORTION = 1 << 20;

    private final Path project;
    private final Path stage;
    private final Deque<Taken> taken = new ArrayDeque<>();
    private boolean isDone;

    /**
     * A file to copy.
     *
     * @param target its path in the project
     * @param isReplaced whether there is another one, which gives way
     */
    record Move(Path source, String target, boolean isReplaced) {}

    /** A file that came, and where the one before it waits. */
    private record Taken(Path file, Optional<Path> before) {}

    FileMoves(Path project, String folder) {
        this.project = project;
        stage = project.resolve(folder).resolve(".import-" + UUID.randomUUID());
    }

    /** False where it was cancelled. */
    boolean run(List<Move> moves, AssetImport.Watcher watcher) throws IOException {
        requireInside(stage);
        Files.createDirectories(stage);
        var copies = new ArrayList<Path>();
        for (var move : moves) {
            watcher.copying(move.target);
            var copy = stage.resolve(String.valueOf(copies.size()));
            if (!copy(move, copy, watcher)) {
                return false;
            }
            copies.add(copy);
        }
        for (int i = 0; i < copies.size(); i++) {
            take(moves.get(i), copies.get(i));
        }
        isDone = true;
        return true;
    }

    private static boolean copy(Move move, Path to, AssetImport.Watcher watcher)
            throws IOException {
        try (var in = Files.newInputStream(move.source);
                var out = Files.newOutputStream(to, StandardOpenOption.CREATE_NEW)) {
            for (var next = in.readNBytes(PORTION);
                    next.length > 0;
                    next = in.readNBytes(PORTION)) {
                if (watcher.isCancelled()) {
                    return false;
                }
                out.write(next);
            }
        }
        return !watcher.isCancelled();
    }

    private void take(Move move, Path copy) throws IOException {
        var target = project.resolve(move.target);
        requireInside(target);
        Files.createDirectories(Optional.ofNullable(target.getParent()).orElse(project));
        if (move.isReplaced) {
            var aside = stage.resolve("old-" + taken.size());
            Files.move(target, aside);
            taken.push(new Taken(target, Optional.of(aside)));
            Files.move(copy, target);
        } else {
            // Whoever was faster keeps what is his.
            Files.move(copy, target);
            taken.push(new Taken(target, Optional.empty()));
        }
    }

    /** A folder of the project may be a link to somewhere else. */
    private void requireInside(Path file) throws IOException {
        var at = Optional.ofNullable(file.getParent()).orElse(project);
        while (!Files.exists(at)) {
            at = Optional.ofNullable(at.getParent()).orElse(project);
        }
        if (!at.toRealPath().startsWith(project)) {
            throw new IOException(
                    project.relativize(file) + " is not written: a link leads out of the project.");
        }
    }

    private void takeBack() throws IOException {
        while (!taken.isEmpty()) {
            var last = taken.pop();
            if (last.before.isPresent()) {
                Files.move(last.before.get(), last.file, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.deleteIfExists(last.file);
            }
        }
    }

    /** Takes back what came where not all came, and leaves nothing beside it. */
    @Override
    public void close() throws IOException {
        if (!isDone) {
            takeBack();
        }
        if (Files.exists(stage)) {
            try (var files = Files.walk(stage)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
