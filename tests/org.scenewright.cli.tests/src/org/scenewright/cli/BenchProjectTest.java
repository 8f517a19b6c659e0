// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

class BenchProjectTest {
    @TempDir Path folder;

    private Map<Path, String> sources(BenchProject project) throws IOException {
        var texts = new TreeMap<Path, String>();
        try (var all = Files.walk(project.folder())) {
            for (var file : all.filter(f -> f.toString().endsWith(".ts")).toList()) {
                texts.put(project.folder().relativize(file), Files.readString(file));
            }
        }
        return texts;
    }

    private BenchProject generated() throws IOException {
        return BenchProject.generate(folder.resolve("generated"));
    }

    @Test
    void aGeneratedOneDefinesTwoHundredComponents() throws IOException {
        var sources = sources(generated()).values().stream();
        assertEquals(200, sources.filter(text -> text.contains("engine.defineComponent(")).count());
    }

    @Test
    void allFilesBecomeOthers() throws IOException {
        var project = generated();
        var before = sources(project);
        project.changeAll();
        sources(project).forEach((file, text) -> assertFalse(text.equals(before.get(file))));
    }

    @Test
    void oneFileBecomesAnother() throws IOException {
        var project = generated();
        var before = sources(project);
        project.changeOne();
        var after = sources(project);
        before.entrySet().removeAll(after.entrySet());
        assertEquals(1, before.size());
    }

    @Test
    void aCopyHasTheSourcesAndALinkToThePackages() throws IOException {
        var from = folder.resolve("from");
        Files.createDirectories(from.resolve("node_modules/lib"));
        Files.createDirectories(from.resolve("bin"));
        Files.writeString(from.resolve("a.ts"), "1");
        Files.writeString(from.resolve("bin/b.ts"), "2");
        var copy = BenchProject.copy(from, folder.resolve("to"));
        assertEquals(Map.of(Path.of("a.ts"), "1"), sources(copy));
        assertTrue(Files.isDirectory(copy.folder().resolve("node_modules/lib")));
        assertTrue(Files.isSymbolicLink(copy.folder().resolve("node_modules")));
        copy.changeAll();
        assertEquals("1", Files.readString(from.resolve("a.ts")));
        assertFalse(Files.exists(copy.folder().resolve("bin"), LinkOption.NOFOLLOW_LINKS));
    }
}
