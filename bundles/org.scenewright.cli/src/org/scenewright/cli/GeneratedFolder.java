// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import org.scenewright.script.GeneratedComponents;
import org.scenewright.script.wire.Definition;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;

/** The folder of a project that generated TypeScript is written into. */
record GeneratedFolder(Path directory) {
    private static final int HEAD = 64;

    /**
     * Writes the files whose text changes.
     *
     * @param warn is told what cannot be in them
     * @return the names of those files
     * @throws CommandFailed before anything is written if that would be over somebody's own file
     */
    List<String> write(List<Definition> definitions, Consumer<String> warn) {
        var texts = new LinkedHashMap<String, String>();
        texts.put(GeneratedComponents.FILE, GeneratedComponents.of(definitions));
        texts.put(GeneratedComponents.SUPPORT_FILE, GeneratedComponents.support());
        var written = new ArrayList<String>();
        try {
            for (var file : texts.keySet()) {
                requireOurs(directory.resolve(file));
            }
            for (var text : texts.entrySet()) {
                if (write(directory.resolve(text.getKey()), text.getValue())) {
                    written.add(text.getKey());
                }
            }
        } catch (IOException e) {
            throw new CommandFailed("Nothing can be generated in " + directory + ": " + e);
        }
        definitions.stream()
                .filter(d -> d.isNameless() && d.exported().isEmpty())
                .forEach(d -> warn.accept(d.name() + " is not generated: no import leads to it."));
        return written;
    }

    private static void requireOurs(Path file) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !isOurs(file)) {
            throw new CommandFailed(file + " was written by somebody; it stays as it is.");
        }
    }

    private static boolean isOurs(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (var in = Files.newInputStream(file)) {
            var head = new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
            return GeneratedComponents.isGenerated(head);
        }
    }

    private static boolean write(Path file, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        boolean isNew = !Files.exists(file) || !Arrays.equals(bytes, Files.readAllBytes(file));
        if (isNew) {
            Files.write(file, bytes, CREATE, TRUNCATE_EXISTING, WRITE, LinkOption.NOFOLLOW_LINKS);
        }
        return isNew;
    }
}
