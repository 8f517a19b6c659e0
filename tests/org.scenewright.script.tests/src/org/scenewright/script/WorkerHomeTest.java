// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

class WorkerHomeTest {
    @TempDir Path folder;

    /** A folder that looks like a Java virtual machine. */
    private Path java(String release) throws IOException {
        var home = Files.createTempDirectory(folder, "java");
        var launcher = Files.createDirectory(home.resolve("bin")).resolve("java");
        assertTrue(Files.createFile(launcher).toFile().setExecutable(true));
        Files.writeString(home.resolve("release"), release);
        return home;
    }

    /** The release of the Java that is taken. */
    private void check(int expected, Path... homes) {
        var home = new WorkerHome(List.of(homes), List.of(), "none", folder);
        assertEquals(expected, home.jvm().map(Jvm::feature).orElse(0));
    }

    @Test
    void theFirstJavaThatIsNewEnoughIsTaken() throws IOException {
        check(
                21,
                folder.resolve("nowhere"),
                java("JAVA_VERSION=\"17.0.2\"\n"),
                java("IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"21.0.1\"\n"),
                java("JAVA_VERSION=\"25\"\n"));
    }

    @Test
    void aJavaThatDoesNotSayItsVersionIsNone() throws IOException {
        check(0, java("nothing"), java("JAVA_VERSION=\"99999999999\"\n"));
        var home = java("");
        Files.delete(home.resolve("release"));
        check(0, home);
    }

    @Test
    void theJavaThatRunsThisWillDo() {
        var home = WorkerHome.of(List.of(), folder);
        assertEquals(Optional.of(Runtime.version().feature()), home.jvm().map(Jvm::feature));
    }

    @Test
    void anOptionIsGivenToNoJavaThatDoesNotKnowIt() {
        var unsafe = "--sun-misc-unsafe-memory-access=allow";
        var counts =
                Stream.of(21, 22, 23, 25)
                        .map(feature -> new Jvm(Path.of("java"), feature, ""))
                        .map(jvm -> jvm.command(folder).contains(unsafe))
                        .toList();
        assertEquals(List.of(false, false, true, true), counts);
    }
}
