// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.scene.SceneProject;
import org.scenewright.schema.Value;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files of a project as its scene sees them: by their paths, and none outside. Any thread. */
final class ProjectFiles {
    static final int LARGEST = 64 << 20;
    static final int MOST = 10_000;

    private final SceneProject project;

    ProjectFiles(SceneProject project) {
        this.project = project;
    }

    /** The answer to {@code readFile}: what is in a file, or why that cannot be told. */
    SystemAnswer read(String name) {
        try {
            var file = file(name);
            return file.isPresent()
                    ? content(name, file.get())
                    : new SystemAnswer.Rejected("There is no file " + name + " in the project.");
        } catch (IOException | InvalidPathException unreadable) {
            return new SystemAnswer.Rejected(name + " cannot be read.");
        }
    }

    /** The file of a name, also where that leads through links, as long as it is inside. */
    private Optional<Path> file(String name) throws IOException {
        var root = project.directory().toRealPath();
        var file = root.resolve(name).normalize();
        return file.startsWith(root)
                        && Files.isRegularFile(file)
                        && file.toRealPath().startsWith(root)
                ? Optional.of(file)
                : Optional.empty();
    }

    private static SystemAnswer content(String name, Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                return new SystemAnswer.Rejected(name + " is larger than 64 MB.");
            }
            var content = Value.of(List.of(Value.of(0), Value.of(bytes.length)));
            return EditorCalls.fulfilled(
                    EditorCalls.with(
                            Value.fields("content", Value.fields("$bytes", content)),
                            "hash",
                            Value.of(hash(name))),
                    ByteBuffer.wrap(bytes).asReadOnlyBuffer());
        }
    }

    // Nothing is deployed: a file is known by its name.
    private static String hash(String name) {
        return "file:" + name;
    }

    /** The files in the order of their paths, but for installed packages and hidden ones. */
    Value list() {
        var names = new ArrayList<String>();
        var open = new ArrayDeque<Path>(List.of(project.directory()));
        while (!open.isEmpty() && names.size() < MOST) {
            list(open.removeFirst(), open, names);
        }
        return Value.of(names.stream().sorted().limit(MOST).map(ProjectFiles::mapping).toList());
    }

    private static Value mapping(String name) {
        return EditorCalls.with(Value.fields("file", Value.of(name)), "hash", Value.of(hash(name)));
    }

    private void list(Path folder, ArrayDeque<Path> open, List<String> names) {
        try (var entries = Files.list(folder)) {
            entries.filter(entry -> !isHidden(entry))
                    .limit(MOST)
                    .forEach(
                            entry -> {
                                if (Files.isSymbolicLink(entry)) {
                                    return;
                                }
                                if (Files.isDirectory(entry)) {
                                    open.add(entry);
                                } else {
                                    names.add(project.relative(entry));
                                }
                            });
        } catch (IOException | UncheckedIOException unreadable) {
            // What cannot be listed is not there for the scene either.
            return;
        }
    }

    private static boolean isHidden(Path entry) {
        String name = String.valueOf(entry.getFileName());
        return name.startsWith(".") || name.equals("node_modules");
    }
}
