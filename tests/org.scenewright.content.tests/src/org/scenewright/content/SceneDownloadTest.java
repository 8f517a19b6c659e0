// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

@Timeout(60)
class SceneDownloadTest {
    @TempDir Path disk;
    private final ContentCacheTest.CountingStore store = new ContentCacheTest.CountingStore();
    private final Map<String, AssetHash> content = new LinkedHashMap<>();
    private final AtomicInteger reached = new AtomicInteger();

    @Test
    void bringsAllFilesAndTheSettings() throws IOException {
        file("assets/scene/main.composite", "{}");
        file("models/Tree.glb", "tree");
        assertEquals(List.of(), fetch());
        assertEquals(
                Map.of(
                        "assets/scene/main.composite",
                        "{}",
                        "models/Tree.glb",
                        "tree",
                        "scene.json",
                        "{\"main\":\"x\"}"),
                files());
        assertEquals(1, reached.get());
    }

    @Test
    void whoMayReadOtherFoldersMayReadThatOfTheScene() throws IOException {
        file("a", "1");
        fetch();
        var other = Files.createDirectory(disk.resolve("other"));
        assertEquals(
                Files.getAttribute(other, "posix:permissions"),
                Files.getAttribute(disk.resolve("new"), "posix:permissions"));
    }

    @Test
    void keepsTheSettingsThatWereDeployed() throws IOException {
        file("scene.json", "{}");
        fetch();
        assertEquals(Map.of("scene.json", "{}"), files());
    }

    @ParameterizedTest
    @ValueSource(strings = {".git/config", "a/.GIT/hooks/x", ".project", ".hg/hgrc"})
    void leavesOutWhatWouldMakeToolsRunIt(String path) throws IOException {
        file(path, "x");
        checkLeftOut(fetch());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "/evil", "a/con.txt", "a\\..\\..\\evil", "A.GLB", "c:x"})
    void leavesOutWhatIsNoPlainPath(String path) throws IOException {
        file("a.glb", "a");
        file(path, "b");
        var problems = fetch();
        assertEquals(1, problems.size(), problems::toString);
        assertEquals("a", files().get("a.glb"));
        assertFalse(Files.exists(disk.resolve("evil")));
    }

    @Test
    void leavesOutAFileWithTheNameOfAFolder() throws IOException {
        file("a/b", "1");
        file("A", "2");
        checkLeftOut(fetch());
    }

    @Test
    void leavesOutAFileThatIsWrong() throws IOException {
        file("a", "right");
        store.files.put(content.get("a"), ContentProofTest.bytes("wrong"));
        var cache = new ContentCache(disk.resolve("cache"), 1 << 20);
        checkLeftOut(fetch(new CachedContent(store, cache), disk.resolve("new")));
    }

    @Test
    void holdsFewFilesThatAreNotWrittenYet() throws IOException {
        for (int i = 0; i < 2000; i++) {
            file("a" + i, "1");
        }
        var most = new AtomicInteger();
        var watcher =
                new SceneDownload.Watcher() {
                    @Override
                    public void reached(int files, int of) {
                        most.accumulateAndGet(store.asked.get() - files, Math::max);
                    }

                    @Override
                    public boolean isCanceled() {
                        return false;
                    }
                };
        SceneDownload.fetch(store, entity(), disk.resolve("new"), watcher);
        assertTrue(most.get() <= 12, most::toString);
    }

    @Test
    void endsAndLeavesNothingWhereTheServerFails() throws IOException {
        file("a", "1");
        var failing =
                new ContentStore() {
                    @Override
                    public String base() {
                        return "";
                    }

                    @Override
                    public byte[] bytes(AssetHash hash, long most) throws IOException {
                        throw new NoAnswerException("It answers 500.", 500, false);
                    }
                };
        assertThrows(NoAnswerException.class, () -> fetch(failing, disk.resolve("new")));
        assertNothingLeft();
    }

    @Test
    void endsAndLeavesNothingWhereItIsCancelled() throws IOException {
        file("a", "1");
        var never = new CountDownLatch(1);
        var slow =
                new ContentStore() {
                    @Override
                    public String base() {
                        return "";
                    }

                    @Override
                    public byte[] bytes(AssetHash hash, long most) throws IOException {
                        try {
                            never.await();
                        } catch (InterruptedException stopped) {
                            throw new IOException(stopped);
                        }
                        return new byte[0];
                    }
                };
        var entity = entity();
        var watcher = watcher(true);
        assertThrows(
                CancellationException.class,
                () -> SceneDownload.fetch(slow, entity, disk.resolve("new"), watcher));
        assertNothingLeft();
    }

    @Test
    void endsWhereAllFilesTogetherAreTooLarge() throws IOException {
        byte[] large = new byte[30 << 20];
        for (int i = 0; i < 11; i++) {
            content.put("a" + i, Cid.of(large));
        }
        store.put(large);
        var message = assertThrows(TooLargeException.class, this::fetch).getMessage();
        assertEquals(
                "The files of this scene are too large for its parcels: with \"a9\" they take more"
                        + " than 300 MB.",
                message.replaceFirst("a\\d+", "a9"));
        assertNothingLeft();
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 300", "1, 10000, 300", "10, 1, 500", "10000, 1, 4096"})
    void hasAsMuchRoomAsItsParcelsButNeverMoreThanFourGigabytes(int parcels, int times, long mb) {
        var pointers =
                IntStream.range(0, parcels * times).mapToObj(i -> i % parcels + ",0").toList();
        var entity = new DeployedEntity("", "scene", pointers, Map.of(), "", List.of());
        assertEquals(mb << 20, SceneDownload.room(entity));
    }

    @Test
    void neverWritesIntoAFolderOfSomebody() throws IOException {
        Files.createDirectories(disk.resolve("new"));
        Files.writeString(disk.resolve("new/mine"), "mine");
        assertThrows(IOException.class, this::fetch);
        assertEquals(Map.of("mine", "mine"), files());
    }

    private void checkLeftOut(List<String> problems) throws IOException {
        assertEquals(1, problems.size(), problems::toString);
        assertTrue(problems.getFirst().contains("left out"), problems::toString);
        assertEquals(content.size() - 1, files().size() - 1);
    }

    private void assertNothingLeft() throws IOException {
        try (var all = Files.list(disk)) {
            assertEquals(List.of(), all.toList());
        }
    }

    private void file(String path, String text) {
        store.put(ContentProofTest.bytes(text));
        content.put(path, Cid.of(ContentProofTest.bytes(text)));
    }

    private List<String> fetch() throws IOException {
        return fetch(store, disk.resolve("new"));
    }

    private List<String> fetch(ContentStore from, Path folder) throws IOException {
        return SceneDownload.fetch(from, entity(), folder, watcher(false));
    }

    /** By way of the text that a server sends. */
    private DeployedEntity entity() {
        String files =
                content.entrySet().stream()
                        .map(
                                file ->
                                        "{\"file\":\"%s\",\"hash\":\"%s\"}"
                                                .formatted(
                                                        file.getKey().replace("\\", "\\\\"),
                                                        file.getValue()))
                        .collect(Collectors.joining(","));
        String json =
                "[{\"type\":\"scene\",\"pointers\":[\"0,0\"],\"metadata\":{\"main\":\"x\"},"
                        + "\"content\":["
                        + files
                        + "]}]";
        var entities = new ArrayList<DeployedEntity>();
        JsonWalk.read(
                ContentProofTest.bytes(json), "", walk -> DeployedEntity.readAll(walk, entities));
        return entities.getFirst();
    }

    private SceneDownload.Watcher watcher(boolean isCanceled) {
        return new SceneDownload.Watcher() {
            @Override
            public void reached(int files, int of) {
                reached.set(files);
            }

            @Override
            public boolean isCanceled() {
                return isCanceled;
            }
        };
    }

    private Map<String, String> files() throws IOException {
        var root = disk.resolve("new");
        try (var all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .collect(
                            Collectors.toMap(
                                    file -> root.relativize(file).toString(),
                                    SceneDownloadTest::text));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }
}
