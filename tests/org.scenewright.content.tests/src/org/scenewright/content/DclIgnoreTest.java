// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import static java.util.stream.Collectors.joining;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenewright.testing.OfficialSdk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

class DclIgnoreTest {
    private static final List<String> NAMES =
            List.of("a", "b", "ab", "A", "a.b", "b.ts", "x y", "dist", "thumbnails", ".a");
    private static final List<String> PIECES =
            List.of("a", "b", "ab", ".", "*", "?", "[ab]", "[a-b]", " ", "x y", "dist");

    @TempDir Path folder;

    private static void check(boolean ignored, String line, String path) {
        assertEquals(ignored, DclIgnore.of(line).ignores(path), line + " on " + path);
    }

    @ParameterizedTest
    @CsvSource({
        "models, models/a.glb",
        "models/, models/a.glb",
        "models, assets/models/a.glb",
        "*.psd, art/deep/a.psd",
        "*.PSD, a.psd",
        "/a.txt, a.txt",
        "art/*.psd, art/a.psd",
        "art/**, art/deep/a.psd",
        "art/**/a.psd, art/a.psd",
        "art/**/a.psd, art/x/y/a.psd",
        "**/old, x/y/old/a.png",
        "a?c, abc",
        "a[0-9].png, a7.png",
        "a\\*, a*",
    })
    void aRuleLeavesOutWhatItFits(String line, String path) {
        check(true, line, path);
    }

    @ParameterizedTest
    @CsvSource({
        "models/, models",
        "/a.txt, b/a.txt",
        "art/*.psd, art/deep/a.psd",
        "art/a.psd, x/art/a.psd",
        "art/**, art",
        "a?c, a/c",
        "a*c, ab/c",
        "a[0-9].png, ax.png",
        "a\\*, ab",
        "'#a', '#a'",
        "a\\, a",
        "[a, a",
    })
    void aRuleLeavesAloneWhatItDoesNotFit(String line, String path) {
        check(false, line, path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/index.ts",
                "package.json",
                "node_modules/x/y.js",
                ".git",
                "x/.y",
                "a/b.md",
                "bin/index.js.map",
                "dist/a.glb",
                "x/thumbnails/a.png",
                "scene.blend"
            })
    void someFilesAreNeverDeployed(String path) {
        check(true, "", path);
        check(true, "!" + path, path);
    }

    @Test
    void theLastRuleThatFitsDecides() {
        check(false, "*.psd\n!keep.psd", "keep.psd");
        check(true, "!keep.psd\n*.psd", "keep.psd");
        check(true, "art\n!art/keep.psd", "art/keep.psd");
    }

    @Test
    void whatTheProjectNamesItselfItMayTakeBack() {
        check(true, "!dist", "dist/a.glb");
        check(false, "dist\n!dist", "dist/a.glb");
    }

    @Test
    void aRuleThatTriesEverythingEndsSoon() {
        var line = "*a".repeat(200) + "b\n" + "**/a/".repeat(200) + "b";
        var path = "a/".repeat(300) + "a".repeat(250);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> check(false, line, path));
    }

    @Test
    void aFileOfRulesIsBounded() throws IOException {
        Files.writeString(folder.resolve(".dclignore"), "#".repeat((1 << 20) + 1));
        assertThrows(TooLargeException.class, () -> DclIgnore.of(folder));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theFilesAreThoseOfTheOfficialTools(long seed) throws Exception {
        var sdk = OfficialSdk.fetched();
        assumeTrue(sdk.isPresent(), "the official SDK was not fetched");
        var random = new Random(seed);
        var projects = new ArrayList<Path>();
        for (int i = 0; i < 60; i++) {
            projects.add(project(random, folder.resolve("project" + i)));
        }
        var words = projects.stream().skip(1).map(Path::toString).toList();
        var told = sdk.orElseThrow().ask("files.cjs", projects.getFirst(), words).lines().toList();
        for (int i = 0; i < projects.size(); i++) {
            var project = projects.get(i);
            assertEquals(
                    told.get(i), files(project), Files.readString(project.resolve(".dclignore")));
        }
    }

    private static String files(Path project) throws IOException {
        return DeployedFiles.of(project).paths().stream()
                .map(path -> '"' + path + '"')
                .collect(joining(",", "[", "]"));
    }

    private static Path project(Random random, Path project) throws IOException {
        for (int i = 0; i < 25; i++) {
            var path = project;
            for (int depth = random.nextInt(1, 5); depth > 0; depth--) {
                path = path.resolve(NAMES.get(random.nextInt(NAMES.size())));
            }
            if (!Files.exists(path) && isFree(project, path.getParent())) {
                Files.createDirectories(path.getParent());
                Files.createFile(path);
            }
        }
        var lines =
                IntStream.range(0, random.nextInt(1, 8))
                        .mapToObj(i -> line(random))
                        .collect(joining(random.nextInt(4) == 0 ? "\r\n" : "\n"));
        Files.writeString(project.resolve(".dclignore"), lines);
        return project;
    }

    private static boolean isFree(Path project, Path folder) {
        for (var path = folder; !path.equals(project); path = path.getParent()) {
            if (Files.isRegularFile(path)) {
                return false;
            }
        }
        return true;
    }

    private static String line(Random random) {
        var line = new StringBuilder(random.nextInt(4) == 0 ? "!" : "");
        line.append(random.nextInt(4) == 0 ? "/" : "");
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            // Two of them in a row mean something else to everybody.
            boolean isAny = random.nextInt(5) == 0 && !line.toString().endsWith("**/");
            line.append(isAny ? "**" : name(random));
            line.append(i > 1 || random.nextInt(4) == 0 ? "/" : "");
        }
        return line.toString();
    }

    private static String name(Random random) {
        return IntStream.range(0, random.nextInt(1, 3))
                .mapToObj(i -> PIECES.get(random.nextInt(PIECES.size())))
                .collect(joining());
    }
}
