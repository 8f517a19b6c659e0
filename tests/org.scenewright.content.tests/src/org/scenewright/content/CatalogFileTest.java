// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

class CatalogFileTest {
    private static final AssetHash A = ContentProofTest.hash("a");
    private static final AssetHash B = ContentProofTest.hash("b");

    @Test
    void readsWhatTheOfficialToolsWrite() {
        var file =
                read(
                        """
                        {"assetPacks": [{"id": "p", "name": "Pirates", "thumbnail": "%s", "assets":
                          [{"id": "1", "name": "Chest", "category": "decorations",
                            "tags": ["gold", "sea"], "description": "Full", "author": "Ann",
                            "composite": {"version":1, "x":  1.50, "components":[]},
                            "contents": {"chest.glb": "%s", "thumbnail.png": "%s"}, "new": {"a":[1]}}]}],
                         "version": 3}\
                        """
                                .formatted(B, A, B));
        var about =
                new CatalogAsset.About(
                        "Chest", "decorations", List.of("gold", "sea"), "Full", "Ann", "");
        var chest =
                new CatalogAsset(
                        "1",
                        "Pirates",
                        about,
                        "{\"version\":1, \"x\":  1.50, \"components\":[]}",
                        Optional.of(B),
                        Map.of("chest.glb", A, "thumbnail.png", B));
        assertEquals(List.of(), file.problems());
        assertEquals(
                List.of(new AssetPack("p", "Pirates", Optional.of(B), List.of(chest))),
                file.packs());
    }

    @Test
    void takesACaptionWhereThereIsNoDescription() {
        var asset = onlyAsset("\"caption\": \"Old\"");
        assertEquals("Old", asset.about().description());
    }

    @Test
    void knowsTheNameOfAPackThatIsSaidLast() {
        var file = read("{\"assetPacks\":[{\"assets\":[{\"id\":\"1\"}],\"name\":\"Late\"}]}");
        assertEquals("Late", file.packs().getFirst().assets().getFirst().pack());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "\"name\": 5|asset \"1\": \"name\" is no text and left out.",
                "\"tags\": {\"a\": 1}|asset \"1\": \"tags\" is no list and left out.",
                "\"tags\": [7]|asset \"1\": \"tags\" is no text and left out.",
                "\"contents\": [[]]|asset \"1\": \"contents\" is no object and left out.",
                "\"contents\": {\"a\": \"\"}|asset \"1\": file \"a\" has no content hash.",
                "\"contents\": {\"a\": {}}|asset \"1\": \"contents\" is no text and left out.",
                "\"composite\": \"x\"|asset \"1\": \"composite\" is no object and left out.",
            })
    void namesFileAssetAndFieldOfWhatIsWrong(String field, String problem) {
        var file = read(asset(field));
        assertEquals("c.json: " + problem, file.problems().getFirst());
        assertEquals("1", file.packs().getFirst().assets().getFirst().id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a.glb", "a/../../b", "C:\\\\a", "https://a/b", "", "./"})
    void leavesOutAFileThatLeadsOutside(String path) {
        var file = read(asset("\"contents\":{\"%s\":\"%s\",\"b\":\"%s\"}".formatted(path, A, B)));
        assertEquals(Map.of("b", B), file.packs().getFirst().assets().getFirst().contents());
        assertTrue(file.problems().getFirst().contains("leads outside"), file::toString);
    }

    @Test
    void leavesOutAnAssetWithoutOrWithATakenId() {
        var file =
                read(
                        "{\"assetPacks\":[7,{\"id\":\"p\",\"assets\":[{\"name\":\"x\"},null,"
                            + "{\"id\":\"1\",\"name\":\"y\"},{\"id\":\"1\",\"name\":\"z\"}]}]}");
        assertEquals(
                List.of(
                        "c.json: \"pack\" is no object and left out.",
                        "c.json: asset \"x\": it has no \"id\" and is left out.",
                        "c.json: asset \"z\": another asset has the same id, so this one is left"
                                + " out."),
                file.problems());
        assertEquals(1, file.packs().getFirst().assets().size());
    }

    @Test
    void usesWhatStandsBeforeTheTextBreaksOff() {
        String whole = asset("\"name\":\"Chest\"");
        var file = read(whole.substring(0, whole.length() - 3) + ",{\"id\":");
        assertEquals("1", file.packs().getFirst().assets().getFirst().id());
        assertEquals(1, file.problems().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "7", "{}", "{\"assetPacks\":5}", "nul", "\u0000{", "{\"a"})
    void saysWhatIsNoCatalog(String text) {
        var file = read(text);
        assertEquals(List.of(), file.packs());
        assertEquals(1, file.problems().size(), file::toString);
        assertTrue(file.problems().getFirst().startsWith("c.json: "), file::toString);
    }

    @Test
    void endsWhereItIsNestedTooDeep() {
        var file = read(asset("\"composite\":{\"a\":" + "[".repeat(100_000)));
        assertEquals(1, file.problems().size());
        assertTrue(file.problems().getFirst().contains("nesting"), file::toString);
    }

    @Test
    void doesNotLookAtMoreThanItTakes() {
        var file = CatalogFile.read(new byte[CatalogFile.LARGEST + 1], "c.json");
        assertEquals(List.of("c.json: more than 67108864 bytes."), file.problems());
    }

    @Test
    void doesNotDrownInProblems() {
        var file = read("{\"assetPacks\":[" + "7,".repeat(100_000) + "7]}");
        assertEquals(200, file.problems().size());
    }

    @Test
    void leavesOutTextsThatAreTooLong() {
        var file = read(asset("\"name\":\"" + "x".repeat(20_000) + '"'));
        assertEquals("1", file.packs().getFirst().assets().getFirst().about().name());
        assertEquals(1, file.problems().size());
    }

    @Test
    void takesTheMarkOfUtf8() {
        var file = read("\uFEFF" + asset("\"composite\":{\"a\":\"ä\"}"));
        assertEquals("{\"a\":\"ä\"}", file.packs().getFirst().assets().getFirst().composite());
    }

    @Test
    void readsBackWhatItWrites() {
        var asset =
                new CatalogAsset(
                        "1",
                        "Pack",
                        new CatalogAsset.About("N", "c", List.of("t"), "d", "a", "CC0"),
                        "{\"version\":1}",
                        Optional.of(B),
                        Map.of("a.glb", A, "thumbnail.png", B));
        var packs = List.of(new AssetPack("p", "Pack", Optional.of(A), List.of(asset)));
        assertEquals(
                new CatalogFile(packs, List.of()),
                CatalogFile.read(CatalogFile.write(packs), "c.json"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void neverFailsWhateverBytesItGets(long seed) {
        var random = new Random(seed);
        byte[] good = asset("\"tags\":[\"a\"],\"contents\":{\"a\":\"" + A + "\"}").getBytes();
        for (int i = 0; i < 300; i++) {
            byte[] bad = good.clone();
            for (int j = random.nextInt(4); j >= 0; j--) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            }
            var file = CatalogFile.read(bad, "c.json");
            assertTrue(file.packs().size() + file.problems().size() > 0);
        }
    }

    private static CatalogAsset onlyAsset(String fields) {
        return read(asset(fields)).packs().getFirst().assets().getFirst();
    }

    private static String asset(String fields) {
        return "{\"assetPacks\":[{\"id\":\"p\",\"assets\":[{\"id\":\"1\"," + fields + "}]}]}";
    }

    private static CatalogFile read(String json) {
        return CatalogFile.read(json.getBytes(StandardCharsets.UTF_8), "c.json");
    }
}
