// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * An item that somebody has made, to be kept in a project.
 *
 * @param name what people call it
 * @param composite its composite as JSON
 * @param thumbnail a PNG that shows it small
 * @param files the files that it needs, by their paths in its folder
 */
public record CustomItem(
        String name,
        String composite,
        Optional<byte[]> thumbnail,
        SequencedMap<String, Content> files) {
    private static final Pattern UNSAFE = Pattern.compile("[^a-z0-9]+");
    private static final Pattern EDGES = Pattern.compile("^_|_$");
    private static final long LARGEST = 512L << 20;
    private static final int LONGEST = 60;

    /**
     * Writes it as a whole or not at all.
     *
     * @param custom the folder of all items of a project, which need not exist yet
     * @return its own folder
     * @throws IOException with a sentence for people
     */
    public Path write(Path custom) throws IOException {
        Files.createDirectories(custom);
        // Not a temporary directory of the system's kind, which nobody else may read.
        var part = Files.createDirectory(custom.resolve(".new-" + UUID.randomUUID()));
        try {
            writeInto(part);
            var target = free(custom);
            Files.move(part, target);
            return target;
        } finally {
            clear(part);
        }
    }

    private void writeInto(Path folder) throws IOException {
        Files.write(folder.resolve(CustomFolder.DATA), printed(data()));
        Files.write(folder.resolve(CustomFolder.COMPOSITE), printed(utf8(composite)));
        if (thumbnail.isPresent()) {
            Files.write(folder.resolve(CustomFolder.THUMBNAIL), thumbnail.get());
        }
        for (var file : files.entrySet()) {
            var flaw = PortableName.pathFlaw(file.getKey());
            if (flaw.isPresent()) {
                throw new IOException("The name of " + file.getKey() + " " + flaw.get() + ".");
            }
            var target = folder.resolve(file.getKey());
            Files.createDirectories(Optional.ofNullable(target.getParent()).orElse(folder));
            // What is there already is ours: two files cannot share a name.
            Files.write(target, file.getValue().bytes(LARGEST), StandardOpenOption.CREATE_NEW);
        }
    }

    private byte[] data() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var json = new JsonFactory().createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("id", UUID.randomUUID().toString());
            json.writeStringField("name", name);
            json.writeStringField("category", CustomFolder.NAME);
            json.writeArrayFieldStart("tags");
            json.writeEndArray();
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    /** The first folder of its name, or of that with a number, which is not there. */
    private Path free(Path custom) {
        String lower = name.toLowerCase(Locale.ROOT);
        String safe = EDGES.matcher(UNSAFE.matcher(lower).replaceAll("_")).replaceAll("");
        String slug = safe.isEmpty() ? "item" : safe.substring(0, Math.min(LONGEST, safe.length()));
        String stem = PortableName.mended(slug);
        var target = custom.resolve(stem);
        for (int number = 2; Files.exists(target); number++) {
            target = custom.resolve(stem + "_" + number);
        }
        return target;
    }

    /**
     * Gives an item that is kept another name; its folder stays.
     *
     * @param item its folder
     * @throws IOException with a sentence for people
     */
    public static void rename(Path item, String name) throws IOException {
        var data = item.resolve(CustomFolder.DATA);
        var out = new ByteArrayOutputStream();
        try (var json = new JsonFactory().createGenerator(out)) {
            json.writeStartObject();
            CustomFolder.copyFields(data, List.of("name"), json);
            json.writeStringField("name", name);
            json.writeEndObject();
        }
        var part = item.resolve(".data-" + UUID.randomUUID());
        try {
            Files.write(part, printed(out.toByteArray()));
            Files.move(part, data, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** JSON as {@code JSON.stringify} prints it with two spaces. */
    private static byte[] printed(byte[] json) throws IOException {
        var out = new ByteArrayOutputStream();
        var printer =
                new DefaultPrettyPrinter(
                        Separators.createDefaultInstance()
                                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                                .withObjectEmptySeparator("")
                                .withArrayEmptySeparator("")
                                .withRootSeparator(""));
        var lines = new DefaultIndenter("  ", "\n");
        printer.indentObjectsWith(lines);
        printer.indentArraysWith(lines);
        try (var reader = new JsonFactory().createParser(json);
                var writer = new JsonFactory().createGenerator(out)) {
            writer.setPrettyPrinter(printer);
            reader.nextToken();
            writer.copyCurrentStructure(reader);
        }
        return out.toByteArray();
    }

    private static void clear(Path part) throws IOException {
        if (Files.exists(part)) {
            try (var all = Files.walk(part)) {
                for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
