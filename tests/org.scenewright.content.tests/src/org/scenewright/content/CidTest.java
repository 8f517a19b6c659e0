// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

class CidTest {
    private static final String HELLO =
            "bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e";

    @TempDir Path folder;

    /** Bytes that go from 0 to 255 again and again. */
    private static byte[] counting(int length) {
        var bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }

    private static AssetHash inPieces(byte[] bytes, Random random) {
        var cid = new Cid();
        for (int at = 0; at < bytes.length; ) {
            int length = Math.min(bytes.length - at, random.nextInt(700_000));
            cid.add(bytes, at, length);
            at += length;
        }
        return cid.hash();
    }

    /** Every way to the hash of some bytes leads to this one. */
    private void check(String cid, byte[] bytes) throws IOException {
        var file = Files.write(folder.resolve("content"), bytes);
        assertEquals(cid, Cid.of(bytes).text());
        assertEquals(cid, Cid.of(new ByteArrayInputStream(bytes)).text());
        assertEquals(cid, Cid.of(file).text());
        assertEquals(cid, inPieces(bytes, new Random(bytes.length)).text());
        assertTrue(new AssetHash(cid).isProvable());
        assertTrue(Cid.proves(new AssetHash(cid), bytes));
    }

    /** Lengths at which something begins: a chunk, a tree, another level of the tree. */
    @ParameterizedTest
    @CsvSource({
        "0, bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku",
        "1, bafkreidogqfzz75tpkmjzjke425xqcrmpcib2p5tg44hnbirumdbpl5adu",
        "11, bafkreidyuyttca6rpq42bnqsnyrgz3dq4mztp5f4ni4am5abwvfdhz4ovu",
        "262143, bafkreibc7q5r37m3unuq5urr2wrquow77mloszqwjclfgqax5f3indtzai",
        "262144, bafkreibdci4uxwmvixm54ey4etx3paphmwwbv3beh4xnsndvs6tzhjav5e",
        "262145, bafybeibp4affrl5svfd2wwp3l2srpu76awzmvyc37zmrtap5iqydfxffuy",
        "524288, bafybeidskqir6ikiqxozidrejcofr3zho3eenlrvzlx56zysq2nqepsqhe",
        "1048576, bafybeiclphklsx6bfzfb5aezogjldbkeicyyvma6wrfnielfg7haplwahy",
        "1048577, bafybeie625n3xdbykl67p5ubr7mjaonhwq3uagw2gkhtk7y4agxck3dz5u",
        "45613056, bafybeic6aphmw3ff6rusfv3xkhvt5hr5qukkef4uybaq2kr4gfurjdadwi",
        "45613057, bafybeifesat4tfkoyjquv3u4ptxx43lfa3xewmq4wlbn6gmosvp7ov6nfy"
    })
    void theHashIsThatOfTheOfficialTools(int length, String cid) throws IOException {
        check(cid, counting(length));
    }

    @Test
    void textIsHashedAsItsBytes() throws IOException {
        check(HELLO, "hello world".getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyBytesAreHashedAsTheOfficialPackageDoes(long seed) throws Exception {
        var official = OfficialHashing.fetched();
        assumeTrue(official.isPresent(), "the official hashes were not fetched");
        var random = new Random(seed);
        var files = new ArrayList<Path>();
        for (int i = 0; i < 12; i++) {
            var bytes = new byte[random.nextInt(i < 10 ? 2_000_000 : 60_000_000)];
            random.nextBytes(bytes);
            files.add(Files.write(folder.resolve("file" + i), bytes));
        }
        var ours = new ArrayList<String>();
        for (var file : files) {
            ours.add(Cid.of(file).text());
        }
        assertEquals(official.orElseThrow().hash(files), ours);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 300_000})
    void otherBytesProveNothing(int length) {
        var bytes = counting(length + 1);
        var hash = Cid.of(bytes);
        bytes[length]++;
        assertFalse(Cid.proves(hash, bytes));
        assertFalse(Cid.proves(hash, counting(length)));
    }

    @Test
    void aRawBlockMayBeLargerThanAChunk() {
        var bytes = counting(300_000);
        var raw = CidNode.leaf(Sha256.of(bytes), bytes.length).hash();
        assertTrue(raw.text().startsWith("bafkrei"));
        assertTrue(Cid.proves(raw, bytes));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "b64-L3RtcC9hLWhvc3Q=",
                "QmaozNR7DZHQK1ZcU9p7QdrshMvXqWK6gpu5rmrkPdT3L4"
            })
    void aHashOfAnotherKindIsProvedByNothing(String hash) {
        assertFalse(Cid.proves(new AssetHash(hash), "hello world".getBytes(UTF_8)));
    }

    @Test
    void aTreeOfThreeLevelsIsThatOfEqualChunks() {
        // 174 x 174 chunks and one are 7.9 GB; their digests alone make the tree.
        var tree = new CidTree();
        var digest = Sha256.of(new byte[262_144]);
        for (int i = 0; i <= 174 * 174; i++) {
            tree.add(CidNode.leaf(digest, 262_144));
        }
        var root = tree.root();
        assertEquals((174 * 174 + 1) * 262_144L, root.bytes());
        var row = new ArrayList<CidNode>();
        for (int i = 0; i < 174; i++) {
            row.add(parent(174, CidNode.leaf(digest, 262_144)));
        }
        var last = parent(1, parent(1, CidNode.leaf(digest, 262_144)));
        assertEquals(CidNode.parent(List.of(CidNode.parent(row), last)).hash(), root.hash());
    }

    private static CidNode parent(int count, CidNode child) {
        return CidNode.parent(Collections.nCopies(count, child));
    }
}
