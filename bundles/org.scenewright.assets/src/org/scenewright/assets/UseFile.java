// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import org.scenewright.content.LocalPath;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A file that can name others: how its text is read, and how it is written. */
final class UseFile {
    /** Of text and of the JSON in a binary model. */
    private static final int LARGEST = 128 << 20;

    private static final int MAGIC = 0x46546C67;
    private static final int JSON = 0x4E4F534A;
    private static final int HEADER = 20;

    private UseFile() {}

    /** Whether a file can name others, by its name. */
    static boolean isOne(String path) {
        String name = LocalPath.names(path).map(List::getLast).orElse("").toLowerCase(Locale.ROOT);
        return name.endsWith(".composite")
                || isBinaryComposite(name)
                || isModel(name)
                || isSource(name)
                || name.endsWith(".json")
                        && !name.startsWith("package")
                        && !name.startsWith("tsconfig");
    }

    private static boolean isBinaryComposite(String name) {
        return name.matches("(?i).*\\.composite\\.bin");
    }

    static boolean isSource(String name) {
        return name.matches("(?i).*\\.(ts|tsx|js|jsx|mjs|cjs|mts|cts)");
    }

    static boolean isModel(String name) {
        return name.matches("(?i).*\\.(gltf|glb)");
    }

    /**
     * The uses in a file.
     *
     * @throws IOException when it cannot be read, is too large or is not what its name says
     */
    static List<FileUse> uses(Path file, String path) throws IOException {
        if (isBinaryComposite(path)) {
            throw new IOException("what a binary composite names is not looked for");
        }
        return uses(text(file), path);
    }

    static List<FileUse> uses(String text, String path) throws IOException {
        if (isSource(path)) {
            return SourceUses.of(path, text);
        }
        return isModel(path) ? JsonUses.ofModel(path, text) : JsonUses.of(path, text);
    }

    private static String text(Path file) throws IOException {
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] head = new byte[(int) Math.min(HEADER, in.length())];
            in.readFully(head);
            var header = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
            if (!isBinary(header)) {
                return Files.size(file) > LARGEST ? tooLarge(file) : text(Files.readAllBytes(file));
            }
            byte[] json = new byte[length(header, in.length())];
            in.readFully(json);
            return text(json);
        }
    }

    private static String tooLarge(Path file) throws IOException {
        throw new IOException(file.getFileName() + " is larger than " + (LARGEST >> 20) + " MB");
    }

    private static boolean isBinary(ByteBuffer header) {
        return header.limit() == HEADER
                && header.getInt(0) == MAGIC
                && header.getInt(4) == 2
                && header.getInt(16) == JSON;
    }

    private static int length(ByteBuffer header, long size) throws IOException {
        long length = Integer.toUnsignedLong(header.getInt(12));
        if (length > Math.min(LARGEST, size - HEADER)) {
            throw new IOException("its JSON promises " + length + " bytes");
        }
        return (int) length;
    }

    /** Strictly UTF-8: what is not could not be written back as it was. */
    static String text(byte[] content) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    }

    /**
     * The content of a file with uses that say something else; all other bytes are the same.
     *
     * @param said what uses are to say
     * @throws IOException where the file cannot be understood
     */
    static byte[] rewritten(byte[] content, String path, Map<FileUse, String> said)
            throws IOException {
        var header = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        if (content.length < HEADER || !isBinary(header.slice(0, HEADER).order(header.order()))) {
            return changed(text(content), path, said).getBytes(StandardCharsets.UTF_8);
        }
        int length = length(header, content.length);
        String json = text(Arrays.copyOfRange(content, HEADER, HEADER + length));
        return binary(header, length, padded(changed(json, path, said)));
    }

    private static byte[] padded(String json) {
        var trimmed = json.stripTrailing();
        int length = trimmed.getBytes(StandardCharsets.UTF_8).length;
        return (trimmed + " ".repeat((4 - length % 4) % 4)).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] binary(ByteBuffer content, int length, byte[] json) {
        var rest = content.slice(HEADER + length, content.limit() - HEADER - length);
        var out = ByteBuffer.allocate(HEADER + json.length + rest.limit());
        out.order(ByteOrder.LITTLE_ENDIAN).putInt(MAGIC).putInt(2).putInt(out.capacity());
        return out.putInt(json.length).putInt(JSON).put(json).put(rest).array();
    }

    private static String changed(String text, String path, Map<FileUse, String> said)
            throws IOException {
        var parts = new ArrayList<Splice.Part>();
        var wishes = new HashMap<List<Object>, String>();
        said.forEach((use, now) -> wishes.put(key(use), now));
        for (var use : uses(text, path)) {
            var now = wishes.get(key(use));
            if (now != null) {
                String written = isSource(path) ? now : JsonUses.quoted(now);
                parts.add(new Splice.Part(use.start(), use.end(), written));
            }
        }
        return Splice.apply(text, parts);
    }

    /** Where a use is and what it says, wherever that is in the text. */
    private static List<Object> key(FileUse use) {
        return List.of(use.entity(), use.component(), use.field(), use.text());
    }
}
