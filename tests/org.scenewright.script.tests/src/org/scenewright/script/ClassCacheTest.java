// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

class ClassCacheTest {
    @TempDir Path folder;
    private Path cache;
    private WorkerHome home;
    private Jvm jvm;

    @BeforeEach
    void packJars() throws IOException {
        cache = Files.createDirectory(folder.resolve("cache"));
        var loose = TestWorkers.home(cache);
        List<Path> jars = new ArrayList<>();
        for (Path path : loose.classPath()) {
            jars.add(Files.isDirectory(path) ? pack(path) : path);
        }
        home = new WorkerHome(loose.javaHomes(), jars, loose.main(), cache);
        jvm = home.jvm().orElseThrow();
    }

    private Path pack(Path classes) throws IOException {
        var jar = Files.createTempFile(folder, "classes", ".jar");
        try (var zip = new ZipOutputStream(Files.newOutputStream(jar));
                var files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                var separator = FileSystems.getDefault().getSeparator();
                var name = classes.relativize(file).toString().replace(separator, "/");
                zip.putNextEntry(new ZipEntry(name));
                Files.copy(file, zip);
            }
        }
        return jar;
    }

    private ClassCache classes() {
        return ClassCache.ofReading(jvm, home);
    }

    /** The file of the cache as the command line names it. */
    private Path file() {
        var use = classes().use();
        assertEquals(1, use.size());
        return Path.of(use.get(0).substring("-XX:AOTCache=".length()));
    }

    private void make() throws Exception {
        var exit = classes().make().ended().get(120, TimeUnit.SECONDS);
        assertEquals(Exit.Cause.CLOSED, exit.cause(), exit.detail());
        assertTrue(Files.size(file()) > 1_000_000);
    }

    /** What a worker that uses the cache has to say. */
    private String wordsOfAWorker() throws Exception {
        try (var source = new WorkerSource(home, TestWorkers.LIMITS, WatchClock.REAL)) {
            var worker = source.worker();
            var job = TestWorkers.job("answer");
            worker.give(job);
            assertInstanceOf(Answer.Reflected.class, job.answer().get(30, TimeUnit.SECONDS));
            worker.close();
            worker.ended().get(6, TimeUnit.SECONDS);
            return worker.lastWords();
        }
    }

    @Test
    @EnabledForJreRange(minVersion = 25)
    void aWorkerStartsFromItWithoutAComplaint() throws Exception {
        make();
        assertFalse(classes().isMissing());
        assertEquals("", wordsOfAWorker());
        assertTrue(Files.exists(file()));
    }

    @Test
    @EnabledForJreRange(minVersion = 25)
    void aBrokenOneIsIgnoredAndMadeAgain() throws Exception {
        Files.write(classes().file(), new byte[2_000_000]);
        assertTrue(ClassCache.isRefused(wordsOfAWorker()));
        assertTrue(classes().isMissing());
    }

    @Test
    @EnabledForJreRange(minVersion = 25)
    void anotherStateOfTheJarsHasAnother() throws IOException {
        var jar = Files.copy(home.classPath().get(0), folder.resolve("copy.jar"));
        home = new WorkerHome(home.javaHomes(), List.of(jar), home.main(), cache);
        var before = classes().file();
        assertEquals(before, classes().file());
        Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
        assertNotEquals(before, classes().file());
    }

    @Test
    @EnabledForJreRange(minVersion = 25)
    void classesInFoldersAreNotKept() throws IOException {
        var folders = List.of(Files.createDirectory(folder.resolve("classes")));
        home = new WorkerHome(home.javaHomes(), folders, home.main(), cache);
        assertFalse(classes().isMissing());
    }

    @Test
    void aJavaThatKeepsNoClassesIsNotAskedTo() {
        jvm = new Jvm(jvm.launcher(), 24, "24");
        assertFalse(classes().isMissing());
        assertEquals(List.of(), classes().use());
    }
}
