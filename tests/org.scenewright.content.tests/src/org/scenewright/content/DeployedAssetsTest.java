// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.scenewright.testing.LoopbackContent;

import java.io.IOException;
import java.util.Collections;
import java.util.List;

@Timeout(60)
class DeployedAssetsTest {
    private static final byte[] BYTES = ContentProofTest.bytes("model");
    private static final String HAT = "urn:test:Hat";

    private final LoopbackContent remote = new LoopbackContent();
    private final Downloads downloads =
            new Downloads(DownloadsTest.limits(30_000, 30_000), HostReach.ofSystem());

    DeployedAssetsTest() {
        var entity =
                """
                {"id":"e","type":"wearable","pointers":["urn:test:hat"],
                 "content":[{"file":"male/hat.glb","hash":"%s"}]}\
                """
                        .formatted(Cid.of(BYTES));
        remote.put("/contents/" + Cid.of(BYTES), BYTES).deploy(HAT, entity);
    }

    @AfterEach
    void close() {
        downloads.close();
        remote.close();
    }

    private DeployedAssets assets() throws IOException {
        var server = new ContentServer(remote.address(), downloads);
        return new DeployedAssets(server, server);
    }

    @Test
    void anAssetIsWhatIsDeployedUnderItsId() throws IOException {
        var entry = assets().find(List.of("urn:test:other", HAT)).getFirst();
        assertEquals(HAT, entry.asset().id());
        var file = entry.provider().resolve("assets/asset-packs/hat/male/HAT.glb");
        var found = assertInstanceOf(Resolution.Found.class, file);
        assertArrayEquals(BYTES, found.content().bytes(100));
    }

    @Test
    void allAreAskedForInOneQuestion() throws IOException {
        assertEquals(1, assets().find(List.of("a", "b", HAT)).size());
        assertEquals(List.of("POST /entities/active"), remote.asked());
    }

    @Test
    void whatTheServerSendsUnaskedIsNotTaken() throws IOException {
        remote.deploy("urn:test:shoe", "{\"id\":\"x\",\"pointers\":[\"urn:test:coat\"]}");
        assertEquals(List.of(), assets().find(List.of("urn:test:shoe")));
    }

    @Test
    void nothingIsAskedForNothing() throws IOException {
        assertEquals(List.of(), assets().find(List.of()));
        assertEquals(List.of(), remote.asked());
    }

    @Test
    void noQuestionIsLonger() throws IOException {
        var assets = assets();
        var ids = Collections.nCopies(DeployedAssets.MOST + 1, "a");
        assertThrows(IllegalArgumentException.class, () -> assets.find(ids));
    }

    @Test
    void aServerThatIsAwayIsNamed() throws IOException {
        var assets = assets();
        remote.close();
        var why = assertThrows(NoAnswerException.class, () -> assets.find(List.of(HAT)));
        assertEquals(true, why.getMessage().contains("127.0.0.1"));
    }
}
