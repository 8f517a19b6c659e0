// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Tiny projects with a stand-in for the SDK's package. */
@Timeout(120)
class ProjectToolTest {
    @TempDir Path folder = Path.of("");
    private final List<String> said = new CopyOnWriteArrayList<>();

    private final class Ears implements BuildHearing {
        @Override
        public void said(String line) {
            said.add(line);
        }

        @Override
        public boolean isCancelled() {
            return said.contains("serving");
        }
    }

    private void project(String scripts, String code) throws IOException {
        boolean hasNode =
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(place -> Files.isExecutable(Path.of(place, "npm")));
        assumeTrue(hasNode, "there is no npm");
        var sdk = folder.resolve("node_modules/@dcl/sdk-commands/dist");
        Files.createDirectories(sdk);
        Files.writeString(sdk.resolve("index.js"), code);
        Files.writeString(folder.resolve("package.json"), "{\"scripts\":{" + scripts + "}}");
    }

    private String missing(String path) {
        return String.valueOf(
                assertThrows(
                                IOException.class,
                                () -> ProjectTool.of(folder, ProjectTool.Verb.START, path))
                        .getMessage());
    }

    @Test
    void aFolderWithoutAPackageHasNone() {
        var told = missing("");
        assertTrue(told.contains("no package.json in " + folder + " that can be read."), told);
        assertTrue(told.contains("npx @dcl/sdk-commands init"), told);
    }

    @Test
    void packagesHaveToBeInstalled() throws IOException {
        Files.writeString(folder.resolve("package.json"), "{}");
        assertEquals(
                "The packages of the project are not installed: run npm install in " + folder + ".",
                missing(""));
    }

    @Test
    void nodeHasToBeThere() throws IOException {
        project("", "");
        assertEquals(
                "There is no program \"node\" on the PATH: Node has to be installed.",
                missing(folder.toString()));
    }

    @Test
    void theSdkOfTheProjectIsRunInItsFolder() throws Exception {
        project("", "console.log(process.argv[2] + ' in ' + process.cwd()); process.exit(3)");
        var tool = ProjectTool.of(folder, ProjectTool.Verb.DEPLOY);
        assertEquals("sdk-commands deploy has ended with exit code 3.", tool.run(new Ears()));
        assertEquals(List.of("deploy in " + folder.toRealPath()), said);
    }

    @Test
    void aScriptOfTheProjectComesFirst() throws Exception {
        project("\"start\":\"node -p 40+2\"", "console.log('not this')");
        var tool = ProjectTool.of(folder, ProjectTool.Verb.START);
        assertEquals("npm run start has ended.", tool.run(new Ears()));
        assertTrue(said.contains("42"), said::toString);
    }

    @Test
    void whatItStartsEndsWithIt() throws Exception {
        project(
                "",
                "const child = require('child_process').spawn(process.execPath, ['-e',"
                        + " 'setInterval(() => {}, 1000)']);console.log(child.pid);"
                        + " console.log('serving'); setInterval(() => {}, 1000)");
        var tool = ProjectTool.of(folder, ProjectTool.Verb.START);
        assertEquals("sdk-commands start was ended.", tool.run(new Ears()));
        var child = ProcessHandle.of(Long.parseLong(said.getFirst()));
        child.map(ProcessHandle::onExit)
                .ifPresent(exit -> exit.orTimeout(20, TimeUnit.SECONDS).join());
        assertFalse(child.map(ProcessHandle::isAlive).orElse(false));
    }

    @Test
    void nothingInAFolderIsTakenForACommand() throws Exception {
        folder =
                Files.createDirectories(
                        folder.resolve("a; touch pwned; $(touch pwned) `touch pwned`"));
        project("", "console.log('here')");
        assertEquals(
                "sdk-commands start has ended.",
                ProjectTool.of(folder, ProjectTool.Verb.START).run(new Ears()));
        try (var all = Files.walk(Optional.ofNullable(folder.getParent()).orElseThrow())) {
            assertTrue(all.noneMatch(file -> file.endsWith("pwned")));
        }
    }
}
