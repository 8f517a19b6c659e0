// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.script.wire.Source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class BadInputTest {
    private static final Reflector REFLECTOR = new Reflector();
    private static final String SOURCE =
            "import { engine, Schemas } from '@dcl/sdk/ecs'\n"
                    + "export const A = engine.defineComponent('m::Ä', { x: Schemas.Int })\n";

    @TempDir Path folder;
    private Project project;

    @BeforeEach
    void write() {
        project = new Project(folder.resolve("scene"), folder.resolve("cache"), REFLECTOR);
        project.write("--- src/good.ts\nSDK\nexport const G = engine.defineComponent('g', {})\n");
    }

    @Test
    void readsUtf8WithAMark() {
        project.write(
                "src/a.ts", marked(0xef, 0xbb, 0xbf, SOURCE.getBytes(StandardCharsets.UTF_8)));
        check("m::Ä src/a.ts:2\ng src/good.ts:2");
    }

    @Test
    void readsUtf16InBothOrders() {
        project.write(
                "src/a.ts", marked(0xff, 0xfe, -1, SOURCE.getBytes(StandardCharsets.UTF_16LE)));
        project.write(
                "src/b.ts",
                marked(
                        0xfe,
                        0xff,
                        -1,
                        SOURCE.replace("Ä", "Ö").getBytes(StandardCharsets.UTF_16BE)));
        check("m::Ä src/a.ts:2\nm::Ö src/b.ts:2\ng src/good.ts:2");
    }

    @Test
    void namesAFileThatIsNoText() {
        project.write("src/a.ts", SOURCE.getBytes(StandardCharsets.ISO_8859_1));
        check("g src/good.ts:2\nSYNTAX src/a.ts:0");
    }

    @Test
    void leavesOutAFileOfFiveMegabytes() {
        project.write("src/a.ts", SOURCE + "// x\n".repeat(1 << 20));
        check("g src/good.ts:2\nLIMIT src/a.ts:0");
    }

    @Test
    void leavesOutWhatIsTooMuchTogether() {
        for (int i = 0; i < 20; i++) {
            project.write("src/much%02d.ts".formatted(i), "// x\n".repeat(400_000));
        }
        var reflection = project.reflect();
        assertEquals("g src/good.ts:2\nLIMIT :0", Project.shown(reflection));
        long bytes = reflection.sources().stream().mapToLong(Source::bytes).sum();
        assertTrue(bytes <= 32 << 20 && bytes > 30 << 20, bytes + " bytes");
    }

    @Test
    void refusesBracketsWithoutEnd() {
        project.write("src/a.ts", SOURCE + "export const x = " + "[".repeat(50_000));
        check("g src/good.ts:2\nLIMIT src/a.ts:0");
    }

    @Test
    void refusesExpressionsWithoutEnd() {
        project.write("src/a.ts", SOURCE + "export const x = 1" + " + 1".repeat(20_000));
        project.write("src/b.ts", SOURCE + "export const x = " + "!".repeat(1_200) + "1");
        check("m::Ä src/b.ts:2\ng src/good.ts:2\nLIMIT src/a.ts:0");
    }

    @Test
    void doesNotFollowLinksInCircles() throws IOException {
        Files.createSymbolicLink(project.folder().resolve("src/loop"), project.folder());
        Files.createSymbolicLink(project.folder().resolve("self.ts"), Path.of("self.ts"));
        Files.createDirectories(project.folder().resolve("node_modules"));
        Files.createSymbolicLink(project.folder().resolve("node_modules/me"), project.folder());
        project.write("package.json", "{\"name\":\"me\",\"dependencies\":{\"me\":\"*\"}}");
        check("g src/good.ts:2");
    }

    @Test
    void survivesSettingsThatAreNone() {
        project.write("package.json", "[1, {");
        project.write("tsconfig.json", "{ \"compilerOptions\": { \"paths\": 3 } }");
        check("g src/good.ts:2");
    }

    @Test
    void survivesPackagesThatAreNonsense() {
        project.write(
                "package.json",
                "{\"name\":\"m\",\"dependencies\":{\"../..\":\"1\",\"a\":\"1\",\"b\":\"1\",\"c\":3}}");
        project.write("node_modules/a/package.json", "{\"name\":\"a\",\"exports\":{\".\":3}}");
        project.write(
                "node_modules/b/package.json",
                "{\"name\":\"b\",\"main\":\"../../../etc/passwd\",\"dependencies\":{\"a\":\"1\"}}");
        project.write(
                "src/a.ts",
                "import a from 'a'\nimport b from 'b'\n" + SOURCE + "export const c = [a, b]\n");
        check(
                "m::Ä src/a.ts:4\ng src/good.ts:2\nMISSING package.json:1\nMISSING src/a.ts:1\n"
                        + "MISSING src/a.ts:2");
    }

    @Test
    void survivesPackagesOfPathsThatCannotBe() {
        project.write(
                "package.json", "{\"name\":\"m\",\"dependencies\":{\"a\":\"1\",\"b\":\"1\"}}");
        String sdk = "\"peerDependencies\":{\"@dcl/sdk\":\"*\"}";
        project.write(
                "node_modules/a/package.json",
                "{\"name\":\"a\",\"main\":\"x\\u0000y\"," + sdk + "}");
        project.write(
                "node_modules/b/package.json",
                "{\"name\":\"b\",\"exports\":{\"./components\":\"./\\u0000\"}}");
        check("g src/good.ts:2");
    }

    @Test
    void doesNotLetCodeReachTheMachine() {
        project.write(
                "src/a.ts",
                SOURCE
                        + "const g = globalThis as any\n"
                        + "export const seen = [g.Java, g.Polyglot, g.Packages, g.load,"
                        + " g.process.exit, g.WebAssembly]\n"
                        + "export const B = engine.defineComponent('seen:' + seen.map((s) => typeof"
                        + " s).join(), {})\n");
        check(
                "m::Ä src/a.ts:2\n"
                        + "seen:undefined,undefined,undefined,undefined,undefined,undefined"
                        + " src/a.ts:5\n"
                        + "g src/good.ts:2");
    }

    @Test
    void aNodeModulesOfManyFilesIsNotWalked() throws IOException {
        var many = project.folder().resolve("node_modules/many");
        for (int i = 0; i < 50_000; i++) {
            var inner = many.resolve("f" + i % 500);
            if (i < 500) {
                Files.createDirectories(inner);
            }
            Files.createFile(inner.resolve("x" + i + ".ts"));
        }
        project.write("node_modules/many/x.ts", "engine.defineComponent('no', {})");
        check("g src/good.ts:2");
        assertEquals(
                0,
                project.reflect().sources().stream()
                        .filter(s -> s.file().startsWith("node_modules"))
                        .count());
    }

    @Test
    void readsNothingBesideTheProject() throws IOException {
        project.write("../secret.json", "{\"word\": \"hidden\"}");
        project.write("../secret.ts", "export const word = 'hidden'");
        Files.createSymbolicLink(
                project.folder().resolve("src/link.json"), Path.of("../../secret.json"));
        project.write("node_modules/p/package.json", "{\"name\":\"p\"}");
        project.write("node_modules/p/index.js", "export { word } from '../../../secret'");
        project.write(
                "src/a.ts",
                "import a from './link.json'\nimport { word } from 'p'\n"
                        + SOURCE
                        + "export const B = engine.defineComponent('seen:' + a.word + word, {})\n");
        var reflection = project.reflect();
        assertEquals(
                List.of("package.json", "src/a.ts", "src/good.ts"),
                reflection.sources().stream()
                        .map(Source::file)
                        .filter(file -> !file.startsWith("node_modules"))
                        .toList());
        assertFalse(reflection.toString().contains("hidden"), reflection::toString);
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void takesNoTimeForConditionsWithinConditions() {
        int depth = 60;
        project.write(
                "node_modules/p/package.json",
                "{\"name\":\"p\",\"exports\":"
                        + "{\"import\":".repeat(depth)
                        + "3"
                        + "}".repeat(depth)
                        + "}");
        project.write("src/a.ts", "import p from 'p'\n" + SOURCE + "export const c = p\n");
        check("m::Ä src/a.ts:3\ng src/good.ts:2\nMISSING src/a.ts:1");
    }

    @Test
    void aFileThatChangesWhatIsBuiltInHarmsOnlyItself() {
        project.write(
                "src/a.ts",
                SOURCE
                        + "const arrays = Array.prototype as any\n"
                        + "arrays.join = arrays.filter = () => 42\n"
                        + "export const x = (globalThis as any).y = 1\n");
        var shown = Project.shown(project.reflect());
        assertTrue(shown.contains("m::Ä src/a.ts:2\ng src/good.ts:2"), shown);
    }

    @Test
    void noNameOfCodeMisleads() {
        project.write(
                "src/a.ts",
                SOURCE
                        + "const e = eval\n"
                        + "e('throw new Error(1)\\n//# sourceURL=m99999999999.mjs:1')\n");
        project.write(
                "src/b.ts",
                SOURCE.replace("Ä", "Ö")
                        + "const f = { ['m99999999999.mjs:1:1']() { engine.defineComponent('x', {})"
                        + " } }\n"
                        + "export const y = f['m99999999999.mjs:1:1']()\n");
        var shown = Project.shown(project.reflect());
        assertTrue(shown.contains("m::Ä src/a.ts:2"), shown);
        assertTrue(shown.contains("m::Ö src/b.ts:2"), shown);
        assertTrue(shown.contains("g src/good.ts:2"), shown);
    }

    @Test
    void importsOfNoModuleFindNothing() {
        project.write(
                "src/a.ts",
                SOURCE
                        + "export const x = ['/m99.mjs', '/m99999999999.mjs', '/l0-77.mjs',"
                        + " '/l0.mjs', '/etc/passwd', 'a\\0b'].map((f) => import(f))\n");
        var shown = Project.shown(project.reflect());
        assertTrue(shown.contains("m::Ä src/a.ts:2\ng src/good.ts:2"), shown);
    }

    @Test
    void followsPackagesThatNeedEachOtherInALongRow() {
        int count = 1_900;
        project.write("package.json", "{\"name\":\"m\",\"dependencies\":{\"p0\":\"1\"}}");
        for (int i = 0; i < count; i++) {
            project.write(
                    "node_modules/p" + i + "/package.json",
                    "{\"name\":\"p%d\",\"dependencies\":{\"p%d\":\"1\"}}".formatted(i, i + 1));
        }
        project.write("node_modules/p" + count + "/package.json", "{\"name\":\"p\"}");
        check("g src/good.ts:2");
    }

    private static byte[] marked(int first, int second, int third, byte[] text) {
        var out = new ByteArrayOutputStream();
        out.write(first);
        out.write(second);
        if (third >= 0) {
            out.write(third);
        }
        out.writeBytes(text);
        return out.toByteArray();
    }

    private void check(String expected) {
        var reflection = project.reflect();
        assertEquals(expected, Project.shown(reflection), reflection.findings()::toString);
    }
}
