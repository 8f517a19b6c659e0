// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class AssetImportTest {
    @TempDir Path project = Path.of("");

    private final Map<AssetHash, byte[]> store = new HashMap<>();
    private final List<String> watched = new ArrayList<>();
    private int most = Integer.MAX_VALUE;

    private final class Store implements ContentStore {
        @Override
        public String base() {
            return "memory:";
        }

        @Override
        public byte[] bytes(AssetHash hash, long limit) throws IOException {
            return Optional.ofNullable(store.get(hash))
                    .orElseThrow(() -> new IOException("The server is away."));
        }
    }

    private final class Watching implements AssetImport.Watcher {
        @Override
        public void copying(String path) {
            watched.add(path);
        }

        @Override
        public boolean isCancelled() {
            return watched.size() >= most;
        }
    }

    @BeforeEach
    void aRealProject() throws IOException {
        project = project.toRealPath();
    }

    /** An asset of files {@code path=text}. */
    private AssetCatalog.Entry asset(String name, String... files) {
        var contents = new HashMap<String, AssetHash>();
        for (var file : files) {
            var bytes = file.substring(file.indexOf('=') + 1).getBytes(StandardCharsets.UTF_8);
            var hash = Cid.of(bytes);
            store.put(hash, bytes);
            contents.put(file.substring(0, file.indexOf('=')), hash);
        }
        var about = new CatalogAsset.About(name, "", List.of(), "", "", "");
        var asset = new CatalogAsset(name, "Pack", about, "", Optional.empty(), contents);
        return new AssetCatalog.Entry(asset, new MappedContent(name, new Store(), contents));
    }

    private AssetImport copy(String folder, AssetCatalog.Entry asset) {
        return new AssetImport(project, folder, asset);
    }

    private String there() throws IOException {
        try (var all = Files.walk(project)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> project.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .collect(Collectors.joining(" "));
        }
    }

    private String chosen(AssetCatalog.Entry asset) throws IOException {
        return new AssetFolder(project, folder -> false).choose(AssetFolder.PACKS, asset);
    }

    @Test
    void allFilesButTheThumbnailAreCopied() throws IOException {
        var copy = copy("assets/a", asset("A", "a.glb=1", "sub/t.png=2", "thumbnail.png=3"));
        assertEquals(List.of("assets/a/a.glb", "assets/a/sub/t.png"), copy.copy(new Watching()));
        assertEquals("assets/a/a.glb assets/a/sub/t.png", there());
        assertEquals("2", Files.readString(project.resolve("assets/a/sub/t.png")));
        assertEquals(List.of("a.glb", "sub/t.png"), watched);
    }

    @Test
    void onlyWhatIsMissingIsCopied() throws IOException {
        Files.createDirectories(project.resolve("assets/a"));
        Files.writeString(project.resolve("assets/a/A.glb"), "mine");
        var copy = copy("assets/a", asset("A", "a.glb=1", "b.bin=2"));
        assertEquals(List.of("b.bin"), copy.missing());
        copy.copy(new Watching());
        assertEquals("assets/a/A.glb assets/a/b.bin", there());
        assertEquals("mine", Files.readString(project.resolve("assets/a/A.glb")));
    }

    @Test
    void whatCannotBeHadIsSaidAndTheRestStays() throws IOException {
        var asset = asset("A", "a.glb=1", "b.bin=2");
        store.remove(Cid.of("2".getBytes(StandardCharsets.UTF_8)));
        var failure =
                assertThrows(IOException.class, () -> copy("assets/a", asset).copy(new Watching()));
        assertEquals("The server is away.", failure.getMessage());
        assertEquals("assets/a/a.glb", there());
    }

    @ParameterizedTest
    @CsvSource({"3, 123 45", "4, 123 45", "2, 123"})
    void notMoreIsCopiedThanAnAssetMayHave(long bytes, String texts) throws IOException {
        var parts = texts.split(" ");
        var asset =
                parts.length == 2
                        ? asset("A", "a.glb=" + parts[0], "b.bin=" + parts[1])
                        : asset("A", "a.glb=" + parts[0]);
        var last = parts.length == 2 ? "b.bin" : "a.glb";
        var copy = copy("assets/a", asset);
        var failure = assertThrows(TooLargeException.class, () -> copy.copy(new Watching(), bytes));
        assertEquals(
                last
                        + " of \"A\" cannot be imported: with it the asset takes more than "
                        + bytes
                        + " bytes.",
                failure.getMessage());
        assertEquals(parts.length == 2 ? "assets/a/a.glb" : "", there());
    }

    @Test
    void whatIsThereAlreadyCountsAmongWhatAnAssetMayHave() throws IOException {
        var copy = copy("assets/a", asset("A", "a.glb=123", "b.bin=45"));
        assertThrows(TooLargeException.class, () -> copy.copy(new Watching(), 4));
        assertThrows(TooLargeException.class, () -> copy.copy(new Watching(), 4));
        assertThrows(TooLargeException.class, () -> copy.copy(new Watching(), 2));
        assertEquals("assets/a/a.glb", there());
        copy.copy(new Watching(), 5);
        assertEquals("assets/a/a.glb assets/a/b.bin", there());
    }

    @Test
    void asMuchIsCopiedAsAnAssetMayHave() throws IOException {
        copy("assets/a", asset("A", "a.glb=123", "b.bin=45")).copy(new Watching(), 5);
        assertEquals("assets/a/a.glb assets/a/b.bin", there());
    }

    @Test
    void anAssetOfVeryManyFilesIsNotImported() throws IOException {
        var files = IntStream.range(0, 2001).mapToObj(i -> i + ".bin=1").toArray(String[]::new);
        var copy = copy("assets/a", asset("A", files));
        assertEquals(
                "\"A\" cannot be imported: it has 2,001 files, and an asset may have 2,000.",
                assertThrows(TooLargeException.class, () -> copy.copy(new Watching()))
                        .getMessage());
        assertEquals("", there());
    }

    @Test
    void somebodyMayCancelIt() throws IOException {
        most = 1;
        copy("assets/a", asset("A", "a.glb=1", "b.bin=2")).copy(new Watching());
        assertEquals("assets/a/a.glb", there());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../x.glb | ../x.glb of \"A\" cannot be imported: its name is no name of a file.",
                "con.glb | con.glb of \"A\" cannot be imported: its name is reserved on some"
                        + " systems.",
                "a/b:c | a/b:c of \"A\" cannot be imported: its name has a character that file"
                        + " names cannot have everywhere."
            })
    void aFileThatIsCalledWrongIsNotImported(String path, String why) throws IOException {
        var copy = copy("assets/a", asset("A", path + "=1"));
        assertEquals(
                why, assertThrows(IOException.class, () -> copy.copy(new Watching())).getMessage());
        assertEquals("", there());
    }

    @Test
    void aLinkOutOfTheProjectIsNotFollowed(@TempDir Path outside) throws IOException {
        Files.createDirectories(project.resolve("assets"));
        Files.createSymbolicLink(project.resolve("assets/a"), outside);
        var copy = copy("assets/a", asset("A", "a.glb=1"));
        assertEquals(
                "a.glb of \"A\" cannot be imported: a link leads out of the project.",
                assertThrows(IOException.class, () -> copy.copy(new Watching())).getMessage());
        assertFalse(Files.exists(outside.resolve("a.glb")));
    }

    @Test
    void anAssetGetsAFolderOfItsName() throws IOException {
        assertEquals("assets/asset-packs/wooden_chair", chosen(asset("Wooden Chair", "a=1")));
    }

    @Test
    void aFolderWithTheSameFilesIsUsedAgain() throws IOException {
        var asset = asset("Chair", "a.glb=1", "b.bin=2");
        copy(chosen(asset), asset).copy(new Watching());
        assertEquals("assets/asset-packs/chair", chosen(asset));
    }

    @Test
    void aFolderWithSomeOfTheFilesIsUsedAgain() throws IOException {
        copy("assets/asset-packs/chair", asset("Chair", "a.glb=1")).copy(new Watching());
        assertEquals("assets/asset-packs/chair", chosen(asset("Chair", "a.glb=1", "b.bin=2")));
    }

    @ParameterizedTest
    @CsvSource({"a.glb=other", "c.glb=1"})
    void aFolderOfOtherFilesIsNot(String file) throws IOException {
        copy("assets/asset-packs/chair", asset("Chair", file)).copy(new Watching());
        assertEquals("assets/asset-packs/chair_2", chosen(asset("Chair", "a.glb=1")));
    }

    @Test
    void aFolderThatIsPromisedToAnotherAssetIsNot() throws IOException {
        assertEquals(
                "assets/asset-packs/chair_3",
                new AssetFolder(project, folder -> !folder.endsWith("_3"))
                        .choose(AssetFolder.PACKS, asset("Chair", "a=1")));
    }

    @Test
    void hashesThatProveNothingAreNotBelieved() throws IOException {
        var asset = asset("Chair", "a.glb=1");
        var only = new AssetHash("QmNoProof");
        store.put(only, "1".getBytes(StandardCharsets.UTF_8));
        var unproved =
                new CatalogAsset(
                        "id",
                        "Pack",
                        asset.asset().about(),
                        "",
                        Optional.empty(),
                        Map.of("a.glb", only));
        var entry =
                new AssetCatalog.Entry(
                        unproved, new MappedContent("", new Store(), unproved.contents()));
        copy("assets/asset-packs/chair", asset).copy(new Watching());
        assertEquals("assets/asset-packs/chair", chosen(entry));
        Files.writeString(project.resolve("assets/asset-packs/chair/a.glb"), "2");
        assertEquals("assets/asset-packs/chair_2", chosen(entry));
    }

    @ParameterizedTest
    @CsvSource({
        "Wooden Chair,wooden_chair",
        "Open/Closed Sign,open_closed_sign",
        "Über-Tür 2.0,ber-t_r_2.0",
        "...,asset",
        "CON,con_",
        "'  A  ',a",
        "../../x,x"
    })
    void namesOfFoldersAreSafe(String name, String folder) {
        assertEquals(folder, AssetFolder.named(name));
    }

    @Test
    void namesOfFoldersAreShort() {
        assertEquals(60, AssetFolder.named("a".repeat(500)).length());
    }
}
