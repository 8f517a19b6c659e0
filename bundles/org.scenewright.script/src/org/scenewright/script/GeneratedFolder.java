// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import org.scenewright.script.wire.Definition;
import org.scenewright.script.wire.Finding;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The folder of a project that generated TypeScript is written into. */
public record GeneratedFolder(Path directory) {
    private static final int HEAD = 64;

    /**
     * Writes the files whose text changes, none of them if one would be over somebody's own file or
     * if components would be missing.
     *
     * @param definitions those that count, one for each name
     * @param findings what is the matter with the files that they come from
     */
    public Generated write(List<Definition> definitions, List<Finding> findings) {
        return objection(findings)
                .<Generated>map(Generated.Refused::new)
                .orElseGet(() -> write(definitions));
    }

    /** Why nothing can be generated, where a source file of the project itself is not known. */
    private static Optional<String> objection(List<Finding> findings) {
        var unread =
                findings.stream()
                        .filter(GeneratedFolder::hidesComponents)
                        .map(finding -> finding.place().file())
                        .filter(file -> !("/" + file).contains("/node_modules/"))
                        .map(file -> file.isEmpty() ? "the project as a whole" : file)
                        .distinct()
                        .toList();
        return Optional.of(String.join(", ", unread))
                .filter(files -> !files.isEmpty())
                .map(
                        files ->
                                "Nothing is generated, as components would be missing from it:"
                                        + " there are problems with "
                                        + files);
    }

    private static boolean hidesComponents(Finding finding) {
        return switch (finding.kind()) {
            case SYNTAX, LIMIT, FAILED -> true;
            case SIDE_EFFECT, MISSING -> false;
        };
    }

    private Generated write(List<Definition> definitions) {
        var texts = new LinkedHashMap<String, String>();
        texts.put(GeneratedComponents.FILE, GeneratedComponents.of(definitions));
        texts.put(GeneratedComponents.SUPPORT_FILE, GeneratedComponents.support());
        try {
            for (var name : texts.keySet()) {
                var file = directory.resolve(name);
                if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !isOurs(file)) {
                    return new Generated.Refused(
                            file + " was written by somebody; it stays as it is.");
                }
            }
            return new Generated.Written(write(texts), omitted(definitions));
        } catch (IOException e) {
            return new Generated.Refused("Nothing can be generated in " + directory + ": " + e);
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

    private List<String> write(Map<String, String> texts) throws IOException {
        var written = new ArrayList<String>();
        for (var text : texts.entrySet()) {
            if (write(directory.resolve(text.getKey()), text.getValue())) {
                written.add(text.getKey());
            }
        }
        return written;
    }

    private static boolean write(Path file, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        boolean isNew =
                !Files.exists(file)
                        || Files.size(file) != bytes.length
                        || !Arrays.equals(bytes, Files.readAllBytes(file));
        if (isNew) {
            Files.write(file, bytes, CREATE, TRUNCATE_EXISTING, WRITE, LinkOption.NOFOLLOW_LINKS);
        }
        return isNew;
    }

    private static List<String> omitted(List<Definition> definitions) {
        return definitions.stream()
                .filter(d -> d.isNameless() && d.exported().isEmpty())
                .map(d -> d.name() + " is not generated: no import leads to it.")
                .toList();
    }
}
