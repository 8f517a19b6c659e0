// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

class CustomFolderTest {
    @TempDir Path project = Path.of("");

    private static final String COMPOSITE = "{\"version\":1,\"components\":[]}";

    private Path custom() {
        return project.resolve("custom");
    }

    private Content file(String text) throws IOException {
        return new ProjectFile(Files.writeString(Files.createTempFile(project, "f", ""), text));
    }

    private Path made(String name, String... paths) throws IOException {
        var files = new LinkedHashMap<String, Content>();
        for (var path : paths) {
            files.put(path, file("of " + path));
        }
        var picture = Optional.of("PNG".getBytes(StandardCharsets.UTF_8));
        return new CustomItem(name, COMPOSITE, picture, files).write(custom());
    }

    private List<CatalogAsset> read() throws IOException {
        return new CustomFolder(custom())
                .catalog().packs().stream().flatMap(pack -> pack.assets().stream()).toList();
    }

    @Test
    void anItemIsKeptAsTheOfficialToolsDo() throws IOException {
        var item = made("Wooden Chair!", "a.glb", "sub/t.png");
        assertEquals(custom().resolve("wooden_chair"), item);
        var id = read().getFirst().id();
        assertEquals(
                "{\n  \"id\": \""
                        + id
                        + "\",\n  \"name\": \"Wooden Chair!\",\n"
                        + "  \"category\": \"custom\",\n  \"tags\": []\n}",
                Files.readString(item.resolve("data.json")));
        assertEquals(
                "{\n  \"version\": 1,\n  \"components\": []\n}",
                Files.readString(item.resolve("composite.json")));
        assertEquals("PNG", Files.readString(item.resolve("thumbnail.png")));
        assertEquals("of sub/t.png", Files.readString(item.resolve("sub/t.png")));
    }

    @Test
    void anItemIsReadAsAnAsset() throws IOException {
        made("Chair", "a.glb");
        var source = new CustomFolder(custom());
        var asset = source.catalog().packs().getFirst().assets().getFirst();
        assertEquals("Custom", asset.pack());
        assertEquals("Chair", asset.about().name());
        assertEquals("custom", asset.about().category());
        assertEquals(
                List.of("a.glb", "thumbnail.png"),
                asset.contents().keySet().stream().sorted().toList());
        var hash = Optional.ofNullable(asset.contents().get("a.glb")).orElseThrow();
        assertEquals("of a.glb", new String(source.bytes(hash, 100), StandardCharsets.UTF_8));
        var provider = new MappedContent("", source, asset.contents());
        assertTrue(CustomFolder.isOne(new AssetCatalog.Entry(asset, provider)));
    }

    @Test
    void theSecondOfANameGetsANumber() throws IOException {
        made("Chair");
        assertEquals(custom().resolve("chair_2"), made("chair"));
    }

    @ParameterizedTest
    @CsvSource({"'...',item", "Tür,t_r", "con,con_", "A--B,a_b"})
    void foldersHaveSafeNames(String name, String folder) throws IOException {
        assertEquals(folder, made(name).getFileName().toString());
    }

    @Test
    void anItemThatCannotBeWrittenLeavesNothing() throws IOException {
        var why = assertThrows(IOException.class, () -> made("Chair", "a.glb", "../b.glb"));
        assertEquals("The name of ../b.glb is no name of a file.", why.getMessage());
        try (var left = Files.list(custom())) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void anItemWithAnotherNameIsTheSame() throws IOException {
        var item = made("Chair");
        var before = read().getFirst();
        CustomItem.rename(item, "Table");
        var after = read().getFirst();
        assertEquals("Table", after.about().name());
        assertEquals(before.id(), after.id());
        assertEquals(Optional.of(item), new CustomFolder(custom()).find(after));
    }

    private Path copied(Path item, String name) throws IOException {
        var copy = Files.createDirectory(custom().resolve(name));
        for (var file : List.of("data.json", "composite.json", "thumbnail.png")) {
            Files.copy(item.resolve(file), copy.resolve(file));
        }
        return copy;
    }

    @Test
    void ofTwoWithOneIdTheFirstCountsAndTheOtherIsTold() throws IOException {
        var item = made("B");
        var copy = copied(item, "c");
        CustomItem.rename(copy, "Copy");
        var catalog = new CustomFolder(custom()).catalog();
        assertEquals(List.of("B"), read().stream().map(asset -> asset.about().name()).toList());
        assertEquals(
                List.of("custom/c: its \"id\" is that of custom/b, so it is left out."),
                catalog.problems());
        assertEquals(Optional.of(item), new CustomFolder(custom()).find(read().getFirst()));
    }

    @Test
    void anotherItemOfTheSameIdIsNeverTakenForIt() throws IOException {
        var item = made("B");
        var shown = read().getFirst();
        CustomItem.rename(copied(item, "a"), "Copy");
        var why = assertThrows(IOException.class, () -> new CustomFolder(custom()).find(shown));
        assertEquals("custom/a has changed meanwhile.", why.getMessage());
    }

    @Test
    void aCopyThatIsTheSameInAllIsNotTakenForTheFirst() throws IOException {
        var first = made("A");
        copied(first, "a_2");
        assertEquals(Optional.of(first), new CustomFolder(custom()).find(read().getFirst()));
    }

    @Test
    void anUnreadableItemOfTheSameIdIsPassedOver() throws IOException {
        var item = made("B");
        Files.delete(copied(item, "a").resolve("composite.json"));
        assertEquals(Optional.of(item), new CustomFolder(custom()).find(read().getFirst()));
    }

    @Test
    void anItemThatIsGoneIsNotFound() throws IOException {
        var item = made("A");
        var shown = read().getFirst();
        Files.delete(item.resolve("data.json"));
        assertEquals(Optional.empty(), new CustomFolder(custom()).find(shown));
    }

    @Test
    void renamingKeepsWhatOthersWrote() throws IOException {
        var item = made("Chair");
        Files.writeString(
                item.resolve("data.json"), "{\"id\":\"1\",\"mine\":{\"a\":[1]},\"name\":\"x\"}");
        CustomItem.rename(item, "Table");
        assertEquals(
                "{\n  \"id\": \"1\",\n  \"mine\": {\n    \"a\": [\n      1\n    ]\n  },\n"
                        + "  \"name\": \"Table\"\n}",
                Files.readString(item.resolve("data.json")));
    }

    @Test
    void whatCannotBeReadIsToldAndTheRestIsThere() throws IOException {
        made("A");
        Files.writeString(made("B").resolve("data.json"), "[");
        Files.delete(made("C").resolve("composite.json"));
        var catalog = new CustomFolder(custom()).catalog();
        assertEquals(
                List.of(
                        "custom/b: data.json is no JSON object.",
                        "custom/c: There is no file composite.json."),
                catalog.problems());
        assertEquals(1, catalog.packs().getFirst().assets().size());
    }

    @Test
    void aLinkBringsNoFileOfThisMachineIntoAnItem() throws IOException {
        var secret = Files.writeString(project.resolve("secret"), "s");
        Files.createSymbolicLink(made("A", "a.glb").resolve("b.png"), secret);
        assertEquals(
                List.of("a.glb", "thumbnail.png"),
                read().getFirst().contents().keySet().stream().sorted().toList());
    }

    @Test
    void aProjectWithoutItemsHasNoPack() throws IOException {
        assertEquals(CatalogFile.EMPTY, new CustomFolder(custom()).catalog());
    }

    @Test
    void aFolderOfItemsIsKnownByItsName() throws IOException {
        made("A");
        assertTrue(CatalogSource.open(custom()) instanceof CustomFolder);
        assertFalse(CatalogSource.open(project) instanceof CustomFolder);
    }

    @Test
    void changesAreSeenByTheVersion() throws IOException {
        var none = CustomFolder.version(custom());
        var item = made("A");
        var one = CustomFolder.version(custom());
        Files.writeString(item.resolve("composite.json"), COMPOSITE + " ");
        assertNotEquals(none, one);
        assertNotEquals(one, CustomFolder.version(custom()));
    }

    @Test
    void bytesThatChangedMeanwhileAreRefused() throws IOException {
        var item = made("A", "a.glb");
        var source = new CustomFolder(custom());
        var asset = source.catalog().packs().getFirst().assets().getFirst();
        Files.writeString(item.resolve("a.glb"), "other");
        var hash = Optional.ofNullable(asset.contents().get("a.glb")).orElseThrow();
        assertThrows(IOException.class, () -> source.bytes(hash, 100));
    }
}
