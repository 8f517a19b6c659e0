// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** What is deleted comes back as it was. */
class TrashTest {
    private static final Path NAME = Path.of("project/models/bell.glb");

    @TempDir Path root;

    private Instant now = Instant.parse("2026-11-21T08:30:00Z");
    private Path bell;
    private byte[] bytes;

    @BeforeEach
    void makeALargeFile() throws IOException {
        bell = root.resolve("models/bell.glb");
        bytes = new byte[2 << 20];
        new Random(1).nextBytes(bytes);
        Files.createDirectories(root.resolve("models"));
        Files.write(bell, bytes);
    }

    private Trash trash() {
        return new Trash(root.resolve("trash"), () -> now);
    }

    private List<String> entries() throws IOException {
        try (var all = Files.list(root.resolve("trash"))) {
            return all.map(entry -> entry.getFileName().toString().substring(0, 17)).toList();
        }
    }

    @Test
    void aLargeFileComesBackByteForByte() throws IOException {
        var kept = trash().keep(bell, NAME);
        assertTrue(Files.exists(bell));
        Files.delete(bell);
        kept.restore();
        assertArrayEquals(bytes, Files.readAllBytes(bell));
        assertFalse(kept.isThere());
        assertEquals(List.of(), entries());
    }

    @Test
    void itsFolderComesBackWithIt() throws IOException {
        var kept = trash().keep(bell, NAME);
        Files.delete(bell);
        Files.delete(bell.getParent());
        kept.restore();
        assertArrayEquals(bytes, Files.readAllBytes(bell));
    }

    @Test
    void aFolderComesBackWithAllThatIsInIt() throws IOException {
        var folder = bell.getParent();
        Files.createDirectories(folder.resolve("inner/empty"));
        Files.writeString(folder.resolve("inner/a.txt"), "a");
        var kept = trash().keep(folder, Path.of("project/models"));
        for (var name : List.of("inner/empty", "inner/a.txt", "inner", "bell.glb", "")) {
            Files.delete(folder.resolve(name));
        }
        kept.restore();
        assertArrayEquals(bytes, Files.readAllBytes(bell));
        assertEquals("a", Files.readString(folder.resolve("inner/a.txt")));
        assertTrue(Files.isDirectory(folder.resolve("inner/empty")));
    }

    @Test
    void nothingThatIsThereIsWrittenOver() throws IOException {
        var kept = trash().keep(bell, NAME);
        Files.writeString(bell, "another");
        assertThrows(FileAlreadyExistsException.class, kept::restore);
        assertEquals("another", Files.readString(bell));
        assertTrue(kept.isThere());
    }

    @Test
    void peopleFindItByWhenAndWhat() throws IOException {
        var kept = trash().keep(bell, NAME);
        assertEquals(List.of("2026-11-21-083000"), entries());
        assertTrue(kept.copy().endsWith(NAME));
    }

    @Test
    void whatCannotBeKeptLeavesNothing() throws IOException {
        assertThrows(IOException.class, () -> trash().keep(root.resolve("absent"), NAME));
        assertEquals(List.of(), entries());
    }

    @Test
    void nothingIsKeptOutsideOfIt() {
        assertThrows(IOException.class, () -> trash().keep(bell, Path.of("../../out.glb")));
        assertFalse(Files.exists(root.resolve("out.glb")));
    }

    @Test
    void whatIsOldGoesWhenSomethingElseComes() throws IOException {
        var old = trash().keep(bell, NAME);
        now = now.plus(Duration.ofDays(Trash.DAYS));
        trash().keep(bell, NAME);
        assertTrue(old.isThere());
        now = now.plusSeconds(1);
        trash().keep(bell, NAME);
        assertFalse(old.isThere());
        assertEquals(2, entries().size());
    }
}
