// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;

class CrdtCommandsTest {
    private static final String MAIN = "assets/scene/main.composite";
    private static final String NAME_SCHEMA =
            "{'type':'object','properties':{'value':{'type':'string','serializationType':"
                    + "'utf8-string'}},'serializationType':'map'}";
    private static final String LOCK_SCHEMA =
            "{'type':'object','properties':{'value':{'type':'boolean','serializationType':"
                    + "'boolean'}},'serializationType':'map'}";
    private static final String NAME_OF_513 =
            "1d0000000100000001020000f9045ee600000000050000000100000061";
    private static final String ROOT_OF_0 =
            "4b0000000100000000000000"
                    + "9409eb9700000000"
                    + "33000000"
                    + "1b000000"
                    + HexFormat.of().formatHex(MAIN.getBytes(StandardCharsets.US_ASCII))
                    + "02000000"
                    + "0000000000000000"
                    + "0102000001020000";
    private static final String ROOT_512 =
            part("composite::root", "{}", "'512':{'json':{'src':'%s','entities':[]}}");

    @TempDir static Path cache;
    @TempDir Path folder = Path.of("");

    private Path out = Path.of("");

    /** What a command left behind. */
    private record Ended(int code, String out, String err) {}

    @BeforeEach
    void names() throws IOException {
        System.setProperty("scenewright.cache", cache.toString());
        out = folder.resolve("main.crdt");
        Files.writeString(folder.resolve("scene.json"), "{}");
    }

    private static Ended run(Object... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        String[] words = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
        int code = Main.run(words, new PrintStream(out, true), new PrintStream(err, true));
        return new Ended(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static String part(String name, String schema, String cells) {
        return "{'name':'%s','jsonSchema':%s,'data':{%s}}".formatted(name, schema, cells);
    }

    private void write(String file, String... parts) throws IOException {
        var path = folder.resolve(file);
        Files.createDirectories(path.resolveSibling(""));
        String text = "{'version':1,'components':[%s]}".formatted(String.join(",", parts));
        Files.writeString(path, text.replace('\'', '"'));
    }

    private Ended export() {
        return run("export-crdt", folder, "-o", out);
    }

    private void refused(String message) {
        var ended = export();
        assertEquals(new Ended(2, "", "scenewright: " + message + "\n"), ended);
        assertFalse(Files.exists(out));
    }

    private static String name(String entity) {
        return part(
                "core-schema::Name", NAME_SCHEMA, "'%s':{'json':{'value':'a'}}".formatted(entity));
    }

    @Test
    void aSceneBecomesPutsWithTimestampZero() throws IOException {
        write(MAIN, name("513"));
        assertEquals(new Ended(0, "", ""), export());
        assertEquals(NAME_OF_513, HexFormat.of().formatHex(Files.readAllBytes(out)));
    }

    @Test
    void twoCompositesWithOneComponentOfOneEntityAreRefused() throws IOException {
        write(MAIN, name("513"));
        write("other.composite", name("513"));
        refused(MAIN + ": entity 513, core-schema::Name: the entity has this component already.");
    }

    @Test
    void aCoreComponentThatTheSdkDoesNotHaveIsRefused() throws IOException {
        write(MAIN, part("core::Teapot", "{}", "'600':{'json':{}}"));
        refused(MAIN + ": core::Teapot of entity 600: the SDK has no such core component.");
    }

    @Test
    void aComponentWithoutSchemaIsRefused() throws IOException {
        write(MAIN, part("my::Thing", "null", "'600':{'json':{}}"));
        refused(MAIN + ": my::Thing of entity 600: it has no jsonSchema.");
    }

    @Test
    void aValueThatDoesNotFitIsRefused() throws IOException {
        write(MAIN, name("513").replace("'a'", "5"));
        refused(
                MAIN
                        + ": entity 513, core-schema::Name: value: expected a text but found a"
                        + " number.");
    }

    @Test
    void aCoreComponentThatLacksWhatTheSdkNeedsIsRefused() throws IOException {
        write(MAIN, part("core::Animator", "{}", "'600':{'json':{'states':[{}]}}"));
        refused(
                MAIN
                        + ": entity 600, core::Animator: states.0.clip: it is missing, without"
                        + " which the SDK's build fails.");
    }

    private String exportedWithEmptyRoot(Object... more) throws IOException {
        write(MAIN, part("composite::root", "{}", ""), name("513"));
        var words = Stream.concat(Stream.of("export-crdt", folder, "-o", out), Stream.of(more));
        assertEquals(new Ended(0, "", ""), run(words.toArray()));
        return HexFormat.of().formatHex(Files.readAllBytes(out));
    }

    @Test
    void anEmptyListOfNestedCompositesIsLeftOutAsInTheNewestBuild() throws IOException {
        assertEquals(NAME_OF_513, exportedWithEmptyRoot());
    }

    @Test
    void anEmptyListOfNestedCompositesIsWrittenWhereAsked() throws IOException {
        assertEquals(ROOT_OF_0 + NAME_OF_513, exportedWithEmptyRoot("--roots"));
    }

    @Test
    void aSetThatOnlyGrowsIsRefused() throws IOException {
        write(MAIN, part("core::PointerEventsResult", "{}", "'600':{'json':{}}"));
        refused(
                MAIN
                        + ": core::PointerEventsResult of entity 600: it is a set that only grows,"
                        + " which no composite can hold.");
    }

    @Test
    void aCompositeInsideItselfIsRefused() throws IOException {
        write(MAIN, ROOT_512.formatted("../tree.composite"));
        write("assets/tree.composite", ROOT_512.formatted("./scene/main.composite"));
        refused(
                "assets/tree.composite: entity 512, composite::root: it contains itself by way of "
                        + MAIN
                        + ".");
    }

    @Test
    void aNestedCompositeThatIsNotThereIsToldAndLeftOut() throws IOException {
        write(MAIN, ROOT_512.formatted("/gone.composite"), name("513"));
        var ended = export();
        assertEquals(0, ended.code, ended.err);
        assertEquals(
                MAIN + " nests gone.composite, which is not there; it is left out.\n", ended.err);
        assertEquals(29, Files.size(out));
    }

    @Test
    void aBrokenCompositeIsRefusedWithItsLine() throws IOException {
        write(MAIN, name("513"));
        Files.writeString(folder.resolve("broken.composite"), "{\n\"components\": 3}");
        refused("broken.composite, line 2: \"components\" is no list.");
    }

    @Test
    void aFolderWithoutSceneIsRefused() {
        assertEquals(2, run("export-crdt", folder.resolve("nowhere"), "-o", out).code);
    }

    private Ended bringIn(String... hex) throws IOException {
        Files.write(out, HexFormat.of().parseHex(String.join("", hex)));
        return run("import-crdt", out, folder);
    }

    private String main() throws IOException {
        return Files.readString(folder.resolve(MAIN));
    }

    @Test
    void theImportOfTheExportLeavesEveryByte() throws IOException {
        var sample = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(sample.resolve("tests/scenes/sample"))) {
            sample = sample.resolveSibling("");
        }
        var composite = sample.resolve("tests/scenes/sample").resolve(MAIN);
        Files.createDirectories(folder.resolve(MAIN).resolveSibling(""));
        Files.copy(composite, folder.resolve(MAIN));
        assertEquals(new Ended(0, "", ""), export());
        assertTrue(Files.size(out) > 1000);
        assertEquals(new Ended(0, "", ""), run("import-crdt", out, folder));
        assertEquals(Files.readString(composite), main());
    }

    @Test
    void aValueThatChangedInTheFileChangesInTheComposite() throws IOException {
        write(MAIN, name("513"));
        String before = main();
        assertEquals(new Ended(0, "", ""), bringIn(NAME_OF_513.replace("61", "62")));
        assertEquals(before.replace("\"value\":\"a\"", "\"value\":\"b\""), main());
    }

    @Test
    void aSceneWithoutCompositeGetsOne() throws IOException {
        assertEquals(new Ended(0, "", ""), bringIn(NAME_OF_513));
        assertTrue(main().contains("\"value\": \"a\""), main());
        assertEquals(0, export().code);
        String exported = HexFormat.of().formatHex(Files.readAllBytes(out));
        assertTrue(exported.contains(NAME_OF_513), exported);
    }

    @Test
    void whatNobodyKnowsIsTold() throws IOException {
        write(MAIN, name("513"));
        String before = main();
        var ended = bringIn(NAME_OF_513.replace("f9045ee6", "01020304"));
        assertEquals(
                new Ended(
                        0,
                        "",
                        "Entity 513, component 67305985 could not be kept: nothing in the scene"
                                + " says which component has this number.\n"),
                ended);
        assertEquals(before, main());
    }

    @Test
    void bytesThatAreNoValueAreTold() throws IOException {
        write(MAIN, name("513"));
        var ended = bringIn(NAME_OF_513.replace("0100000061", "0900000061"));
        assertEquals(0, ended.code);
        assertTrue(ended.err.startsWith("Entity 513, component core-schema::Name could not"));
    }

    @Test
    void aDeletionInTheFileIsOneInTheComposite() throws IOException {
        write(
                MAIN,
                name("513"),
                part("inspector::Lock", LOCK_SCHEMA, "'513':{'json':{'value':true}}"));
        String delete = "1400000002000000" + "01020000" + "f9045ee6" + "01000000";
        assertEquals(new Ended(0, "", ""), bringIn(delete));
        assertFalse(main().contains("\"a\""), main());
    }

    @Test
    void whatBelongsToAnotherCompositeIsTold() throws IOException {
        write(MAIN, name("513"));
        write("other.composite", name("514"));
        String before = main();
        String of514 = NAME_OF_513.replace("01020000", "02020000");
        assertEquals(new Ended(0, "", ""), bringIn(of514));
        var ended = bringIn(of514.replace("61", "62"));
        assertEquals(
                "Entity 514, component core-schema::Name could not be kept: it belongs to"
                        + " other.composite.\n",
                ended.err);
        assertEquals(before, main());
    }

    @Test
    void aFileThatEndsTooEarlyChangesNothing() throws IOException {
        write(MAIN, name("513"));
        String before = main();
        var ended = bringIn(NAME_OF_513.replace("61", "62"), "1d00000001");
        assertEquals(2, ended.code);
        assertTrue(ended.err.contains("message at byte 29"), ended.err);
        assertEquals(before, main());
    }

    @Test
    void aFolderWithoutSceneJsonTakesNothing() throws IOException {
        Files.write(out, new byte[0]);
        Files.createDirectories(folder.resolve("empty"));
        Files.delete(folder.resolve("scene.json"));
        assertEquals(2, run("import-crdt", out, folder.resolve("empty")).code);
    }
}
