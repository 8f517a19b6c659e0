// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Stream;

/** The files that a glTF file refers to: its buffers and its pictures. */
final class GltfFiles {
    private static final int MAGIC = 0x46546C67;

    /** What stands before the text of a binary file. */
    private static final int HEAD = 20;

    private static final int LARGEST_TEXT = 64 << 20;
    private static final int DEEPEST = 100;
    private static final ObjectMapper JSON =
            new ObjectMapper(
                    JsonFactory.builder()
                            .streamReadConstraints(
                                    StreamReadConstraints.builder()
                                            .maxNestingDepth(DEEPEST)
                                            .maxStringLength(LARGEST_TEXT)
                                            .build())
                            .build());

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
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".gltf") || name.endsWith(".glb")
                ? List.copyOf(new GltfFiles(file).files())
                : List.of();
    }

    private SequencedSet<String> files() throws IOException {
        var uris = new LinkedHashSet<String>();
        var root = json();
        Stream.of("buffers", "images")
                .flatMap(
                        list ->
                                Stream.iterate(0, i -> i + 1)
                                        .limit(root.path(list).size())
                                        .map(i -> root.path(list).path(i).path("uri").asText("")))
                .filter(uri -> !uri.isEmpty() && !uri.startsWith("data:") && !uri.contains("://"))
                .forEach(uris::add);
        var files = new LinkedHashSet<String>();
        for (var uri : uris) {
            there(decoded(uri)).ifPresent(files::add);
        }
        return files;
    }

    private JsonNode json() throws IOException {
        try (var in = Files.newInputStream(gltf)) {
            var head = ByteBuffer.wrap(in.readNBytes(HEAD)).order(ByteOrder.LITTLE_ENDIAN);
            if (head.limit() == HEAD && head.getInt(0) == MAGIC) {
                long length = Integer.toUnsignedLong(head.getInt(12));
                return parse(in.readNBytes((int) Math.min(length, LARGEST_TEXT)));
            }
        }
        if (Files.size(gltf) > LARGEST_TEXT) {
            throw new IOException(gltf.getFileName() + " has more text than a glTF file needs.");
        }
        return parse(Files.readAllBytes(gltf));
    }

    /** What is no JSON refers to nothing; whoever loads it says what is wrong with it. */
    private static JsonNode parse(byte[] text) throws IOException {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException damaged) {
            return JSON.readTree("{}");
        }
    }

    private static String decoded(String uri) {
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
