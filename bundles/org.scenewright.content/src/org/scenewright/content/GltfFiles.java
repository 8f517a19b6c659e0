// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/** The files that a glTF file refers to: its buffers and its pictures. Any thread. */
public final class GltfFiles {
    private static final int MAGIC = 0x46546C67;

    /** What stands before the text of a binary file. */
    private static final int HEAD = 20;

    private final Path gltf;

    private GltfFiles(Path gltf) {
        this.gltf = gltf;
    }

    /**
     * The paths of those that are there, relative to the folder of the glTF file; none for a file
     * of another kind.
     *
     * @throws IOException with a sentence for people where one lies outside that folder, or where
     *     the file cannot be read
     */
    static List<String> of(Path file) throws IOException {
        return FileKind.MODEL.fits(file.toString())
                ? List.copyOf(new GltfFiles(file).files())
                : List.of();
    }

    /**
     * The paths of those of a file that lies anywhere, as its own is spelled; none for a file of
     * another kind.
     *
     * @param path its own
     * @throws IOException with a sentence for people where its text is longer than any needs
     */
    public static List<String> of(String path, byte[] file) throws IOException {
        return of(path, new ByteArrayInputStream(file));
    }

    /** As {@link #of(String, byte[])}, of a stream, which is read no further than that needs. */
    public static List<String> of(String path, InputStream file) throws IOException {
        if (!FileKind.MODEL.fits(path)) {
            return List.of();
        }
        return uris(path, file).stream()
                .flatMap(uri -> LocalPath.beside(path, uri).stream())
                .distinct()
                .toList();
    }

    private SequencedSet<String> files() throws IOException {
        var files = new LinkedHashSet<String>();
        try (var in = Files.newInputStream(gltf)) {
            for (var uri : uris(gltf.getFileName() + "", in)) {
                there(uri).ifPresent(files::add);
            }
        }
        return files;
    }

    /** What it names that is neither in its own text nor somewhere on the web. */
    private static SequencedSet<String> uris(String name, InputStream in) throws IOException {
        var uris = new LinkedHashSet<String>();
        GltfText.uris(text(name, in)).stream()
                .filter(uri -> !uri.isEmpty() && !uri.startsWith("data:") && !uri.contains("://"))
                .map(GltfFiles::decoded)
                .forEach(uris::add);
        return uris;
    }

    private static byte[] text(String name, InputStream in) throws IOException {
        byte[] start = in.readNBytes(HEAD);
        var head = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN);
        if (start.length == HEAD && head.getInt(0) == MAGIC) {
            long length = Integer.toUnsignedLong(head.getInt(12));
            return in.readNBytes((int) bounded(name, length));
        }
        byte[] rest = in.readNBytes(GltfText.LARGEST + 1);
        bounded(name, rest.length);
        var text = Arrays.copyOf(start, start.length + rest.length);
        System.arraycopy(rest, 0, text, start.length, rest.length);
        return text;
    }

    private static long bounded(String name, long length) throws IOException {
        if (length > GltfText.LARGEST) {
            throw new IOException(name + " has more text than a glTF file needs.");
        }
        return length;
    }

    /** A URI as what is no URI says it: without percent signs. */
    public static String decoded(String uri) {
        try {
            // URLDecoder is made for forms, in which a plus is a space.
            return URLDecoder.decode(uri.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return uri;
        }
    }

    private Optional<String> there(String uri) throws IOException {
        var folder = Optional.ofNullable(gltf.getParent()).orElse(gltf).toRealPath();
        var names = LocalPath.names(uri).filter(found -> !uri.startsWith("/"));
        if (names.isEmpty()) {
            throw outside(uri);
        }
        String path = String.join("/", names.get());
        var flaw = PortableName.pathFlaw(path);
        if (flaw.isPresent()) {
            throw new IOException(
                    "%s refers to a file whose name %s: %s."
                            .formatted(gltf.getFileName(), flaw.get(), path));
        }
        var file = folder.resolve(path);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        // A link in a downloaded folder must not bring files of this machine into a scene.
        if (!file.toRealPath().startsWith(folder)) {
            throw outside(uri);
        }
        return Optional.of(path);
    }

    private IOException outside(String uri) {
        return new IOException(
                "%s refers to %s, which is not in its folder; put its files beside it."
                        .formatted(gltf.getFileName(), uri));
    }
}
