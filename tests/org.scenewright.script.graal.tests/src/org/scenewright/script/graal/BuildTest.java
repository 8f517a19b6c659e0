// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

class BuildTest {
    @TempDir Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(folder.resolve("own/sdk"));
        write("own/A.class", "abc");
        write("own/sdk/realm.js", "def");
        write("lib-1.jar", "ghi");
        jar("A.class", "abc");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private void jar(String name, String text) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("own.jar")))) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes());
        }
    }

    private String hash() throws IOException {
        return Build.of(
                List.of(folder.resolve("own"), folder.resolve("own.jar")),
                List.of(folder.resolve("lib-1.jar"), folder.resolve("absent.jar")));
    }

    private interface Deed {
        void make() throws IOException;
    }

    private void check(Deed deed) throws IOException {
        var before = hash();
        assertEquals(before, hash());
        deed.make();
        assertNotEquals(before, hash());
    }

    @Test
    void aClassMakesAnother() throws IOException {
        check(() -> write("own/A.class", "abd"));
    }

    @Test
    void aScriptMakesAnother() throws IOException {
        check(() -> write("own/sdk/realm.js", "deg"));
    }

    @Test
    void aFileThatIsNewMakesAnother() throws IOException {
        check(() -> write("own/B.class", ""));
    }

    @Test
    void aClassInAJarMakesAnother() throws IOException {
        check(() -> jar("A.class", "abd"));
    }

    @Test
    void aLibraryMakesAnother() throws IOException {
        check(() -> write("lib-1.jar", "ghij"));
    }

    @Test
    void theTimeOfAFileDoesNot() throws IOException {
        var before = hash();
        write("own/A.class", "abc");
        assertEquals(before, hash());
    }

    @Test
    void thisOneIsKnown() {
        assertEquals(Build.ofThis(), Build.ofThis());
        assertEquals(32, Build.ofThis().length());
    }

    @Test
    void whatAnotherBuildHasKeptIsNotBelieved() {
        var file = folder.resolve("cache/kept.bin");
        var memory = new Memory(Map.of(), Map.of());
        var outcome = new Outcome(List.of(), List.of(), List.of(), false);
        memory.keep("key", outcome);
        new MemoryStore(file, "this").write(memory);
        assertEquals(Optional.of(outcome), new MemoryStore(file, "this").read().outcome("key"));
        assertEquals(Optional.empty(), new MemoryStore(file, "that").read().outcome("key"));
    }
}
