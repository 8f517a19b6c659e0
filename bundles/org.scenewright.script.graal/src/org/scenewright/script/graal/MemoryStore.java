// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * The memory of a project in a file of the cache folder. A file that is damaged, or that another
 * build of the worker wrote, counts as none and is written anew.
 *
 * @param file where it is kept
 * @param build what the worker is made of, on which what it found out depends
 */
record MemoryStore(Path file, String build) {
    private static final System.Logger LOG = System.getLogger(MemoryStore.class.getName());

    private static final long MOST_BYTES = 256 << 20;

    static MemoryStore of(Path cache, Path project, String build) {
        var name = "reflection-" + Text.hash(project.toString()) + ".bin";
        return new MemoryStore(cache.resolve(name), build);
    }

    Memory read() {
        try {
            if (Files.size(file) <= MOST_BYTES) {
                return decode();
            }
        } catch (NoSuchFileException e) {
            LOG.log(System.Logger.Level.DEBUG, "Nothing is known of this project yet", e);
        } catch (IOException | IllegalArgumentException e) {
            LOG.log(System.Logger.Level.WARNING, "The cache of a project is damaged: " + file, e);
        }
        return new Memory(Map.of(), Map.of());
    }

    private Memory decode() throws IOException {
        try (var checked =
                new CheckedInputStream(
                        new BufferedInputStream(Files.newInputStream(file)), new CRC32())) {
            var in = new MemoryReader(new DataInputStream(checked), Files.size(file));
            if (!in.text().equals(build)) {
                return new Memory(Map.of(), Map.of());
            }
            var compiled = new HashMap<String, Compiled>();
            for (int left = in.count(); left > 0; left--) {
                compiled.put(in.text(), in.compiled());
            }
            var outcomes = new HashMap<String, Outcome>();
            for (int left = in.count(); left > 0; left--) {
                outcomes.put(in.text(), in.outcome());
            }
            in.expect((int) checked.getChecksum().getValue());
            return new Memory(compiled, outcomes);
        }
    }

    void write(Memory memory) {
        try {
            Files.createDirectories(file.getParent());
            var fresh = Files.createTempFile(file.getParent(), "reflection", ".tmp");
            try {
                encode(memory, fresh);
                Files.move(
                        fresh,
                        file,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "The cache cannot be written: " + file, e);
        }
    }

    private void encode(Memory memory, Path fresh) throws IOException {
        try (var checked =
                new CheckedOutputStream(
                        new BufferedOutputStream(Files.newOutputStream(fresh)), new CRC32())) {
            var out = new MemoryWriter(new DataOutputStream(checked));
            out.text(build);
            out.number(memory.allCompiled().size());
            for (var entry : memory.allCompiled().entrySet()) {
                out.text(entry.getKey());
                out.compiled(entry.getValue());
            }
            out.number(memory.allOutcomes().size());
            for (var entry : memory.allOutcomes().entrySet()) {
                out.text(entry.getKey());
                out.outcome(entry.getValue());
            }
            out.number((int) checked.getChecksum().getValue());
        }
    }
}
