// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenewright.testing.LoopbackContent;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

@Timeout(60)
class ContentServerTest {
    private static final byte[] BYTES = ContentProofTest.bytes("model");
    private static final AssetHash HASH = Cid.of(BYTES);

    @TempDir Path disk;
    private final LoopbackContent remote = new LoopbackContent();
    private final Downloads downloads =
            new Downloads(DownloadsTest.limits(30_000, 30_000), HostReach.ofSystem());

    @AfterEach
    void close() {
        downloads.close();
        remote.close();
    }

    @Test
    void givesFilesByHash() throws IOException {
        remote.put("/contents/" + HASH, BYTES);
        assertArrayEquals(BYTES, server().bytes(HASH, 100));
        assertEquals(remote.address() + "/contents/", server().base());
    }

    @Test
    void whatWasFetchedIsNear() throws IOException {
        remote.put("/contents/" + HASH, BYTES);
        var cached = new CachedContent(server(), new ContentCache(disk, 1 << 20));
        var mapped = new MappedContent("Crate", cached, Map.of("crate.glb", HASH));
        var found = (Resolution.Found) mapped.resolve("crate.glb");
        assertFalse(found.content().isNear());
        found.content().fetch();
        assertTrue(found.content().isNear());
    }

    @Test
    void refusesOtherBytesThanTheHashSays() throws IOException {
        remote.put("/contents/" + HASH, new byte[5]);
        var server = server();
        var wrong = assertThrows(IOException.class, () -> server.bytes(HASH, 100));
        assertTrue(wrong.getMessage().contains("not what this hash says"), wrong::getMessage);
    }

    @Test
    void asksForNothingButTheHash() throws IOException {
        remote.put("/secret", BYTES).put("/contents/b64-a/b?c", BYTES);
        var server = server();
        for (var hash : List.of("../secret", "..", "%2e%2e/secret", "..?x")) {
            assertThrows(IOException.class, () -> server.bytes(new AssetHash(hash), 100));
        }
        assertEquals(5, server.bytes(new AssetHash("b64-a/b?c"), 100).length);
        assertEquals(
                List.of(
                        "GET /contents/..%2Fsecret",
                        "GET /contents/%252e%252e%2Fsecret",
                        "GET /contents/..%3Fx",
                        "GET /contents/b64-a%2Fb%3Fc"),
                remote.asked());
    }

    @Test
    void knowsWhatIsDeployed() throws IOException {
        remote.deploy(
                "3,-4",
                """
                {"version":"v3","id":"e1","type":"scene","pointers":["3,-4","3,-3"],"timestamp":5,
                 "content":[{"file":"a/B.glb","hash":"%s"}],"metadata":{"main": "bin/x.js"}}\
                """
                        .formatted(HASH));
        var expected =
                new DeployedEntity(
                        "e1",
                        "scene",
                        List.of("3,-4", "3,-3"),
                        Map.of("a/B.glb", HASH),
                        "{\"main\": \"bin/x.js\"}",
                        List.of());
        assertEquals(List.of(expected), server().active(List.of("3,-4")));
        assertEquals(List.of(), server().active(List.of("0,0")));
        assertEquals(HASH, expected.hash("A/b.GLB").orElseThrow());
    }

    @Test
    void saysWhereNoSceneStands() throws IOException {
        var server = server();
        var none = assertThrows(IOException.class, () -> server.scene("0,0"));
        assertEquals("No scene stands at 0,0 there.", none.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "nul", "[", "[7]", "{\"a\":[]}"})
    void saysWhatIsNoAnswer(String answer) throws IOException {
        try (var server = FaultyServer.saying("HTTP/1.1 200 OK", answer.getBytes())) {
            String address = server.address().resolve("/").toString();
            var asked = new ContentServer(address, downloads);
            assertThrows(IOException.class, () -> asked.active(List.of("0,0")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "peer.example", "file:///etc", "https://a/?b", "https://a b/"})
    void refusesWhatIsNoAddress(String address) {
        assertThrows(IOException.class, () -> new ContentServer(address, downloads));
    }

    @Test
    void asksForAPathOnlyWhenItIsNeeded() throws IOException {
        remote.put("/contents/" + HASH, BYTES)
                .deploy(
                        "0,0",
                        "{\"type\":\"scene\",\"pointers\":[\"0,0\"],\"content\":"
                                + "[{\"file\":\"textures/Wood.png\",\"hash\":\""
                                + HASH
                                + "\"}]}");
        var provider = new AskedContent("Scene", server(), server().mapping("0,0"));
        var found = (Resolution.Found) provider.resolveBeside("model.glb", "./textures/wood.png");
        var missing = (Resolution.Found) provider.resolve("none.png");
        assertEquals(List.of(), remote.asked());
        found.content().fetch();
        assertArrayEquals(BYTES, found.content().bytes(100));
        assertEquals(HASH, found.content().hash().orElseThrow());
        assertThrows(IOException.class, () -> missing.content().fetch());
        assertInstanceOf(Resolution.Missing.class, provider.resolve("none.png"));
        assertEquals(1, remote.asked().stream().filter("POST /entities/active"::equals).count());
        provider.put("NONE.png", HASH);
        assertArrayEquals(BYTES, missing.content().bytes(100));
        provider.forget("none.png");
        assertThrows(IOException.class, () -> missing.content().fetch());
    }

    @Test
    void keepsACatalogAndAsksWhetherItHasChanged() throws IOException {
        remote.put("/asset-packs/latest/catalog.json", catalog("Old"));
        assertEquals("Old", pack());
        assertEquals("Old", pack());
        remote.put("/asset-packs/latest/catalog.json", catalog("New"));
        assertEquals("New", pack());
        String asked = "GET /asset-packs/latest/catalog.json";
        assertEquals(List.of(asked, asked + " 304", asked), remote.asked());
    }

    @Test
    void givesTheCatalogThatWasThereWithoutAConnection() throws IOException {
        remote.put("/packs/catalog.json", catalog("Old")).put("/packs/contents/" + HASH, BYTES);
        var source = catalogServer("/packs/catalog.json");
        source.catalog();
        source.fetch(HASH);
        remote.close();
        var again = catalogServer("/packs/catalog.json");
        assertEquals("Old", again.catalog().packs().getFirst().name());
        assertTrue(again.catalog().problems().getFirst().contains("This is what was there at"));
        assertArrayEquals(BYTES, again.bytes(HASH, 100));
        assertThrows(IOException.class, () -> again.bytes(Cid.of(new byte[3]), 100));
    }

    @Test
    void aPageOfSomethingElseDoesNotTakeThePlaceOfACatalog() throws IOException {
        remote.put("/packs/catalog.json", catalog("Old"));
        var source = catalogServer("/packs/catalog.json");
        source.catalog();
        remote.put("/packs/catalog.json", ContentProofTest.bytes("<html>Log in</html>"));
        for (int time = 0; time < 2; time++) {
            var catalog = source.catalog();
            assertEquals("Old", catalog.packs().getFirst().name());
            assertTrue(catalog.problems().getFirst().contains("This is what was there at"));
        }
    }

    @Test
    void saysWhereThereIsNoCatalog() throws IOException {
        var source = catalogServer("");
        var none = assertThrows(NoAnswerException.class, source::catalog);
        assertEquals(404, none.status());
    }

    private String pack() throws IOException {
        return catalogServer("/").catalog().packs().getFirst().name();
    }

    private CatalogServer catalogServer(String path) throws IOException {
        var cache = new ContentCache(disk.resolve("cache"), 1 << 20);
        return new CatalogServer(remote.address() + path, downloads, cache);
    }

    private static byte[] catalog(String name) {
        return ContentProofTest.bytes("{\"assetPacks\":[{\"name\":\"" + name + "\"}]}");
    }

    private ContentServer server() throws IOException {
        return new ContentServer(remote.address() + "/", downloads);
    }
}
