// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenewright.script.wire.FromScene;
import org.scenewright.script.wire.Place;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

/** Where in the sources something happened. */
@Timeout(60)
class FaultTest {
    private static final SceneEngine ENGINE = new SceneEngine();

    /** Its three lines come from the lines 3, 4 and 5 of the source, from column 1, 3 and 1. */
    private static final String CODE =
            "exports.onStart = function begin() {\n  throw new Error('ouch'); };\n";

    private static final String MAPPINGS = "AAEA;AACE;AACF";

    @TempDir Path folder;
    private PlayedWorker worker;

    @BeforeEach
    void connect() throws IOException {
        worker = new PlayedWorker(folder, ENGINE);
    }

    @AfterEach
    void disconnect() throws IOException {
        worker.close();
    }

    private static String map(String root, String source, String mappings) {
        return """
        {"version": 3, "sourcesContent": ["", {}], "sourceRoot": "%s", "sources": ["%s"],
         "mappings": "%s", "names": []}\
        """
                .formatted(root, source, mappings);
    }

    private static String inline(String map) {
        var text = Base64.getEncoder().encodeToString(map.getBytes(StandardCharsets.UTF_8));
        return "//# sourceMappingURL=data:application/json;base64," + text + "\n";
    }

    private FromScene.Threw threw(String code) throws IOException {
        worker.start(1, code);
        return worker.next(1, FromScene.Threw.class);
    }

    private void check(String map, String file, int line, int column) throws IOException {
        checkPlace(threw(CODE + inline(map)), file, line, column);
    }

    private static void checkPlace(FromScene.Threw threw, String file, int line, int column) {
        assertEquals("Error: ouch", threw.message());
        assertEquals(Optional.of(new Place(file, line, column)), threw.place());
        assertEquals(
                "Error: ouch\n    at Object.begin (%s:%d:%d)".formatted(file, line, column),
                threw.stack());
    }

    @Test
    void aFaultIsInTheSource() throws IOException {
        check(map("", "../src/index.ts", MAPPINGS), "src/index.ts", 4, 3);
    }

    @Test
    void sourcesMayBeBelowARoot() throws IOException {
        check(map("../src", "index.ts", MAPPINGS), "src/index.ts", 4, 3);
    }

    @Test
    void sourcesMayBeBelowAnAddress() throws IOException {
        var root = folder.resolve("scene 1/bin").toUri().toString();
        check(map(root, "../src/index.ts", MAPPINGS), "src/index.ts", 4, 3);
    }

    @Test
    void aSourceOfAPackageIsNamedByThat() throws IOException {
        check(
                map("", "../../../elsewhere/node_modules/a/b.ts", MAPPINGS),
                "node_modules/a/b.ts",
                4,
                3);
    }

    @Test
    void aMapMayLieBesideTheBundle() throws IOException {
        Files.writeString(
                worker.bundle(1, "").resolveSibling("index.js.map"),
                map("", "../src/index.ts", MAPPINGS));
        checkPlace(threw(CODE), "src/index.ts", 4, 3);
    }

    @Test
    void withoutAMapAFaultIsInTheBundle() throws IOException {
        checkPlace(threw(CODE), "bin/index.js", 2, 9);
    }

    @Test
    void theFirstLineIsCountedFromItsOwnBeginning() throws IOException {
        var threw = threw("exports.onStart = () => { throw new Error('ouch') }");
        assertEquals(Optional.of(new Place("bin/index.js", 1, 33)), threw.place());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "null",
                "{\"mappings\": 1}",
                "{\"sources\": {}, \"mappings\": \"A\"}",
                "{\"sources\": [[[",
                "{\"sources\": [\"a\"], \"mappings\": \"AAEA;!!\"}",
                "{\"sources\": [\"a\"], \"mappings\": \"ACEA\"}",
                "{\"sources\": [\"a\"], \"mappings\": \"AADA\"}",
                "{\"sources\": [\"a\"], \"mappings\": \"gggggggggggg\"}",
                "{\"sources\": [\"a\"], \"mappings\": \"g\"}"
            })
    void aBrokenMapIsNone(String map) throws IOException {
        checkPlace(threw(CODE + inline(map)), "bin/index.js", 2, 9);
    }

    @Test
    void aMapThatIsNoBase64IsNone() throws IOException {
        var url = "//# sourceMappingURL=data:application/json;base64,!!!";
        checkPlace(threw(CODE + url), "bin/index.js", 2, 9);
    }

    @Test
    void aLineOfOutputKnowsItsSource() throws IOException {
        var code = CODE.replace("throw new Error('ouch')", "console.log('hello')");
        worker.start(1, code + inline(map("", "../src/index.ts", MAPPINGS)));
        assertEquals(
                new FromScene.Said(
                        FromScene.Level.LOG, "hello", Optional.of(new Place("src/index.ts", 4, 3))),
                worker.next(1));
    }

    @Test
    void anErrorThatIsWrittenIsInTheSource() throws IOException {
        var code = CODE.replace("throw new Error('ouch')", "console.error(new Error('ouch'))");
        worker.start(1, code + inline(map("", "../src/index.ts", MAPPINGS)));
        var said = worker.next(1, FromScene.Said.class);
        assertTrue(said.text().contains("at Object.begin (src/index.ts:4:3)"), said::text);
    }
}
