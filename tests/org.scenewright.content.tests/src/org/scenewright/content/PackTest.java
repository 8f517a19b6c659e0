// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

class PackTest {
    private static final AssetHash HASH = ContentProofTest.hash("model");
    private static final String CATALOG =
            "{\"assetPacks\":[{\"id\":\"p\",\"name\":\"P\",\"assets\":[{\"id\":\"1\"}]}]}";

    @TempDir Path disk;
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    PackTest() {
        files.put("catalog.json", ContentProofTest.bytes(CATALOG));
        files.put("contents/" + HASH, ContentProofTest.bytes("model"));
    }

    @Test
    void givesCatalogAndContentsOfAFolder() throws IOException {
        check(folder());
        check(folder().resolve("catalog.json"));
    }

    @Test
    void givesCatalogAndContentsOfAZip() throws IOException {
        check(zip());
    }

    @Test
    void givesCatalogAndContentsOfAZipWithOneFolder() throws IOException {
        var moved = new LinkedHashMap<String, byte[]>();
        files.forEach((name, bytes) -> moved.put("pirates/" + name, bytes));
        check(zip(moved));
    }

    @Test
    void aHashCanBeAppendedToTheBaseOfAFolderThatIsNotThereYet() {
        var base = new PackFolder(disk.resolve("none")).base();
        assertEquals(disk.resolve("none/contents").toUri() + "/", base);
    }

    @Test
    void refusesOtherBytesThanTheHashSays() throws IOException {
        files.put("contents/" + HASH, ContentProofTest.bytes("modem"));
        refuses(folder(), "not what this hash says");
        refuses(zip(), "not what this hash says");
    }

    @Test
    void refusesMoreBytesThanWanted() throws IOException {
        for (var place : List.of(folder(), zip())) {
            try (var pack = CatalogSource.open(place)) {
                assertThrows(TooLargeException.class, () -> pack.bytes(HASH, 4));
                assertEquals(5, pack.bytes(HASH, 5).length);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret", "..\\secret", "C:secret", "none", "/etc/passwd"})
    void refusesAHashThatIsAPath(String hash) throws IOException {
        Files.writeString(disk.resolve("secret"), "secret");
        for (var place : List.of(folder(), zip())) {
            try (var pack = CatalogSource.open(place)) {
                assertThrows(IOException.class, () -> pack.bytes(new AssetHash(hash), 100));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../evil", "/evil", "a/../../evil", "a\\evil", "contents/con", "c:evil"})
    void refusesAZipThatLeadsOutside(String name) throws IOException {
        files.put(name, new byte[1]);
        refuses(zip(), JsonWalk.quoted(name));
    }

    @Test
    void refusesNamesThatDifferOnlyInCase() throws IOException {
        files.put("Catalog.json", new byte[1]);
        refuses(zip(), "only one file");
    }

    @Test
    void refusesNamesThatOccurTwice() throws IOException {
        files.put("catalog.jsom", new byte[1]);
        refuses(patched("catalog.jsom", "catalog.json"), "only one file");
    }

    @Test
    void refusesAZipBombByTheBytesThatCome() throws IOException {
        var hash = new AssetHash("bomb");
        files.put("contents/bomb", new byte[50 << 20]);
        var place = zip();
        assertTrue(Files.size(place) < 1 << 20);
        try (var pack = CatalogSource.open(place)) {
            assertThrows(TooLargeException.class, () -> pack.bytes(hash, 1 << 20));
        }
    }

    @Test
    void refusesEncryptedFiles() throws IOException {
        byte[] zip = Files.readAllBytes(zip());
        int table = indexOf(zip, new byte[] {'P', 'K', 1, 2});
        zip[table + 8] |= 1;
        refuses(Files.write(disk.resolve("pack.zip"), zip), "encrypted");
    }

    @Test
    void refusesATableThatIsTooLarge() throws IOException {
        byte[] zip = Files.readAllBytes(zip());
        int end = indexOf(zip, new byte[] {'P', 'K', 5, 6});
        zip[end + 15] = 0x7F;
        refuses(Files.write(disk.resolve("pack.zip"), zip), "table of contents");
    }

    @Test
    void refusesWhatIsNoPack() throws IOException {
        refuses(Files.writeString(disk.resolve("a.zip"), "no zip at all, but long enough"), "zip");
        refuses(Files.createFile(disk.resolve("b.zip")), "zip");
        refuses(disk.resolve("none.zip"), "no file");
        refuses(Files.createDirectories(disk.resolve("empty")), "no file");
        files.remove("catalog.json");
        refuses(zip(), "no catalog.json");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void survivesDamage(long seed) throws IOException {
        var random = new Random(seed);
        byte[] good = Files.readAllBytes(zip());
        for (int i = 0; i < 100; i++) {
            byte[] bad = good.clone();
            for (int j = random.nextInt(3); j >= 0; j--) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            }
            readAll(Files.write(disk.resolve("bad.zip"), bad));
        }
    }

    /** What is read, or refused with a sentence; nothing else may happen. */
    private static void readAll(Path place) {
        try (var pack = CatalogSource.open(place)) {
            pack.catalog();
            assertEquals("model", new String(pack.bytes(HASH, 100), StandardCharsets.UTF_8));
        } catch (IOException refused) {
            assertTrue(refused.getMessage().endsWith("."), refused::toString);
        }
    }

    private static void check(Path place) throws IOException {
        try (var pack = CatalogSource.open(place)) {
            var catalog = pack.catalog();
            assertEquals(List.of(), catalog.problems());
            assertEquals("1", catalog.packs().getFirst().assets().getFirst().id());
            assertArrayEquals(ContentProofTest.bytes("model"), pack.bytes(HASH, 100));
        }
    }

    private static void refuses(Path place, String why) {
        var refused =
                assertThrows(
                        IOException.class,
                        () -> {
                            try (var pack = CatalogSource.open(place)) {
                                pack.catalog();
                                pack.bytes(HASH, 100);
                            }
                        });
        assertTrue(refused.getMessage().contains(why), refused::getMessage);
    }

    private Path folder() throws IOException {
        for (var file : files.entrySet()) {
            var path = disk.resolve("pack").resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        return disk.resolve("pack");
    }

    private Path zip() throws IOException {
        return zip(files);
    }

    private Path zip(Map<String, byte[]> content) throws IOException {
        var place = disk.resolve("pack.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(place))) {
            for (var file : content.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return place;
    }

    /** A zip in which a name, wherever it stands, is another of the same length. */
    private Path patched(String name, String other) throws IOException {
        String zip = Files.readString(zip(), StandardCharsets.ISO_8859_1);
        return Files.writeString(
                disk.resolve("pack.zip"), zip.replace(name, other), StandardCharsets.ISO_8859_1);
    }

    private static int indexOf(byte[] bytes, byte[] sought) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.indexOf(new String(sought, StandardCharsets.ISO_8859_1));
    }
}
