// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import org.scenewright.script.wire.Finding;
import org.scenewright.script.wire.Place;
import org.scenewright.script.wire.Source;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The files of a project as they are read during one reflection, each once. What a former one has
 * read is taken over if size and time say that nobody has written since.
 */
final class SourceFiles {
    static final int MOST_BYTES = 2 << 20;

    /** Ten thousand usual files; their texts and what is made of them have to fit into the heap. */
    static final long MOST_BYTES_IN_ALL = 32 << 20;

    // A file may be written twice within what its time can tell apart.
    private static final long SETTLED_MILLIS = 2_000;

    private final Path project;
    private final Map<Path, Read> former;
    private final Map<Path, Read> read = new HashMap<>();
    private final Map<String, Finding> refused = new TreeMap<>();
    private long bytes;
    private boolean isWhole = true;

    SourceFiles(Path project, Map<Path, Read> former) {
        this.project = project;
        this.former = former;
    }

    /**
     * A file as it was read.
     *
     * @param trusted whether size and time would tell a change
     */
    record Read(Text text, Source source, boolean trusted) {}

    /** What a file holds, nothing if it is too large or no text. */
    Optional<Text> text(Path file) {
        var known = read.get(file);
        if (known != null) {
            return Optional.of(known.text);
        }
        return refused.containsKey(name(file)) ? Optional.empty() : take(file).map(Read::text);
    }

    private Optional<Read> take(Path file) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            var now = source(file, attributes);
            if (bytes + Math.min(now.bytes(), MOST_BYTES) > MOST_BYTES_IN_ALL) {
                isWhole = false;
                return Optional.empty();
            }
            var before = former.get(file);
            if (before != null && before.trusted && before.source.equals(now)) {
                return keep(file, before);
            }
            return read(file, now);
        } catch (CharacterCodingException e) {
            refuse(file, Finding.Kind.SYNTAX, "This file is not encoded as UTF-8 or UTF-16.");
        } catch (IOException e) {
            refuse(file, Finding.Kind.MISSING, "This file cannot be read: " + e.getMessage());
        }
        return Optional.empty();
    }

    private Optional<Read> read(Path file, Source now) throws IOException {
        if (now.bytes() > MOST_BYTES) {
            refuse(
                    file,
                    Finding.Kind.LIMIT,
                    "This file is larger than %d MB and is left out.".formatted(MOST_BYTES >> 20));
            return Optional.empty();
        }
        try (var in = Files.newInputStream(file)) {
            var text = Text.of(in.readNBytes(MOST_BYTES));
            var age = System.currentTimeMillis() - now.modifiedMillis();
            var result = new Read(text, now, age > SETTLED_MILLIS);
            return keep(file, result);
        }
    }

    private Optional<Read> keep(Path file, Read result) {
        read.put(file, result);
        bytes += result.source.bytes();
        return Optional.of(result);
    }

    /** How much was read, in bytes. */
    long bytes() {
        return bytes;
    }

    /** Whether nothing was left out because there was too much before it. */
    boolean isWhole() {
        return isWhole;
    }

    private Source source(Path file, BasicFileAttributes attributes) {
        return new Source(name(file), attributes.size(), attributes.lastModifiedTime().toMillis());
    }

    private void refuse(Path file, Finding.Kind kind, String message) {
        refused.put(name(file), new Finding(kind, new Place(name(file), 0, 0), message));
    }

    /** The path of a file below the project, with slashes. */
    String name(Path file) {
        return project.relativize(file).toString().replace('\\', '/');
    }

    boolean isFile(Path file) {
        return read.containsKey(file) || Files.isRegularFile(file);
    }

    /** The file itself where a name is a link; two names of one file are one module. */
    Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file.toAbsolutePath().normalize();
        }
    }

    static boolean isFolder(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    Map<Path, Read> all() {
        return read;
    }

    Map<String, Finding> refused() {
        return refused;
    }
}
