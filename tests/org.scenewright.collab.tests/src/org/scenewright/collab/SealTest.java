// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scenewright.collab.SessionMessage.Edits;
import org.scenewright.scene.Batch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

class SealTest {
    private final List<SignedBatch> batches = sealed(5);

    private static List<SignedBatch> sealed(int count) {
        var seal = Seal.open(Samples.GROUND, Samples.KEYS);
        return Samples.batches(1, count).stream()
                .map(batch -> SignedBatch.under(seal, batch.batch()))
                .toList();
    }

    private static List<SignedBatch> travelled(List<SignedBatch> batches) throws IOException {
        byte[] bytes = MessageCodec.write(new Edits(7, List.of(), batches));
        return ((Edits) MessageCodec.read(ByteBuffer.wrap(bytes))).batches();
    }

    private static boolean isGenuine(SignedBatch batch) {
        return batch.isGenuine(Samples.GROUND, Samples.KEYS);
    }

    /** Counts what is verified, and believes all that is signed fast. */
    private static final class Counting implements Signatures {
        private final Signatures fast;
        private int verified;

        Counting(int number) {
            this.fast = new FastSignatures(number);
        }

        @Override
        public byte[] key() {
            return fast.key();
        }

        @Override
        public byte[] sign(byte[] bytes) {
            return fast.sign(bytes);
        }

        @Override
        public boolean verifies(byte[] key, byte[] bytes, byte[] signature) {
            verified++;
            return fast.verifies(key, bytes, signature);
        }
    }

    @Test
    void allThatIsUnderItArrivesWithIt() throws IOException {
        var arrived = travelled(batches.subList(2, 3));
        assertEquals(5, arrived.size());
        arrived.forEach(batch -> assertTrue(isGenuine(batch)));
        assertTrue(arrived.get(4).isSame(batches.get(4)));
    }

    @Test
    void nothingComesUnderItOnceItIsSigned() {
        var seal = batches.getFirst().seal();
        assertTrue(seal.isOpen(Samples.GROUND, 1));
        assertFalse(seal.isOpen(new Ground(Samples.SESSION, 8), 1));
        seal.signature();
        assertFalse(seal.isOpen(Samples.GROUND, 1));
        assertFalse(sealed(Seal.MOST).getFirst().seal().isOpen(Samples.GROUND, 1));
    }

    @Test
    void aBatchThatWasExchangedBreaksItForAll() {
        var bytes = new ArrayList<>(batches.stream().map(SignedBatch::bytes).toList());
        bytes.set(1, bytes.get(2));
        var signed = batches.getFirst().seal();
        var forged = new Seal(signed.key(), signed.signature(), batches.getLast().batch(), bytes);
        assertTrue(signed.isGenuine(Samples.GROUND, Samples.KEYS));
        assertFalse(forged.isGenuine(Samples.GROUND, Samples.KEYS));
    }

    @Test
    void whatIsNotInARowDoesNotComeUnderOne() throws IOException {
        var seal = batches.getFirst().seal();
        assertFalse(seal.isFollowedBy(batches.getLast().batch()));
        assertFalse(seal.isFollowedBy(Samples.batches(2, 6).getLast().batch()));
        var gap = Seal.open(Samples.GROUND, Samples.KEYS);
        var some = List.of(batches.get(0), batches.get(2));
        var sent = some.stream().map(batch -> SignedBatch.under(gap, batch.batch())).toList();
        assertThrows(IOException.class, () -> travelled(sent));
    }

    @Test
    void moreThanGoesAtOnceIsRefused() {
        var many = new ArrayList<SignedBatch>();
        for (int i = 0; i < 18; i++) {
            many.addAll(sealed(Seal.MOST));
        }
        assertThrows(IOException.class, () -> travelled(many));
    }

    private static SignedBatch large(SignedBatch like, int bytes) {
        var batch = like.batch();
        var schemas = new TreeMap<>(Map.of("a::Large", "x".repeat(bytes)));
        var large =
                new Batch(batch.author(), batch.sequence(), batch.seen(), batch.writes(), schemas);
        return SignedBatch.sign(large, Samples.GROUND, Samples.KEYS);
    }

    private static List<SignedBatch> together(List<SignedBatch> batches) {
        var seal = Seal.open(Samples.GROUND, Samples.KEYS);
        return batches.stream().map(batch -> SignedBatch.under(seal, batch.batch())).toList();
    }

    @Test
    void onlyWhatIsAloneIsLargerThanASealMayBe() throws IOException {
        var large = large(batches.getFirst(), Seal.MOST_BYTES);
        assertEquals(1, travelled(List.of(large)).size());
        var two = together(List.of(large, batches.get(1)));
        assertThrows(IOException.class, () -> travelled(two));
    }

    /** The same large batch under one seal with each of those that follow on it. */
    private static List<SignedBatch> overlapping(List<SignedBatch> batches, int bytes) {
        var large = large(batches.getFirst(), bytes);
        var all = new ArrayList<SignedBatch>();
        for (int i = 1; i <= batches.size(); i++) {
            var row = new ArrayList<>(batches.subList(0, i));
            row.set(0, large);
            all.add(together(row).getLast());
        }
        return all;
    }

    @Test
    void whatIsKeptWeighsAllThatComesAlongUnderItsSeal() {
        var log = new BatchLog(Samples.address(9), BatchLog.USUAL);
        overlapping(batches, 100_000).forEach(log::take);
        assertTrue(log.weight() > 500_000, log.weight() + " bytes");
        log.resume(Reach.NOTHING, author -> true);
        assertEquals(0, log.weight());
    }

    @Test
    void sealsThatOverlapTakeNoMoreRoomThanThereIs() {
        var log = new BatchLog(Samples.address(9), 350_000);
        overlapping(batches, 100_000).forEach(log::take);
        assertTrue(log.weight() <= 350_000, log.weight() + " bytes");
        assertEquals(5, log.last(batches.getFirst().author()));
        assertFalse(log.reaches(Reach.NOTHING));
    }

    @Test
    void whatIsUnderOneSealIsWeighedOnce() {
        var alone = new BatchLog(Samples.address(9), BatchLog.USUAL);
        Samples.batches(1, 5).forEach(alone::take);
        var log = new BatchLog(Samples.address(9), BatchLog.USUAL);
        batches.forEach(log::take);
        assertEquals(alone.weight(), log.weight());
    }

    @Test
    void whatComesUnderASealLaterIsWeighedToo() {
        var log = new BatchLog(Samples.address(1), BatchLog.USUAL);
        var seal = Seal.open(Samples.GROUND, Samples.KEYS);
        batches.forEach(batch -> log.take(SignedBatch.under(seal, batch.batch())));
        long grown = log.weight();
        log.restart(7, Reach.NOTHING);
        assertEquals(0, log.weight());
        batches.forEach(log::take);
        assertEquals(grown, log.weight());
    }

    @Test
    void whatWaitsWeighsAllThatComesAlongToo() {
        var parking = new Parking();
        var late = overlapping(sealed(40), 1_000_000);
        long parked = late.stream().filter(batch -> parking.park(batch, 0)).count();
        assertEquals(6, parked);
        var author = late.getFirst().author();
        for (int i = 0; i < late.size(); i++) {
            parking.next(author, i);
        }
        assertEquals(0, parking.size());
        assertTrue(parking.park(late.getLast(), 0));
    }

    /** Two who meet, of whom the other one counts. */
    private static Company met(Counting counting) {
        var company = new Company(2, Samples.scene(), Role.EDITOR);
        company.members.set(1, company.member(1, counting));
        company.gather();
        company.pass(2000);
        return company;
    }

    @Test
    void whatIsWrittenAtOnceCostsOneSignature() {
        var counting = new Counting(9);
        var company = met(counting);
        company.executor = task -> company.time.after(0, task);
        counting.verified = 0;
        for (int i = 1; i <= 200; i++) {
            company.owner().move("Box", "x", i);
        }
        company.pass(100);
        assertEquals(200, company.members.getLast().at("Box").x());
        assertEquals(1, counting.verified);
    }

    @Test
    void whoLeavesSaysFirstWhatTheyWrote() {
        var company = met(new Counting(9));
        company.executor = task -> company.time.after(1000, task);
        company.owner().move("Box", "x", 7);
        company.owner().core().leave();
        company.pass(100);
        assertEquals(7, company.members.getLast().at("Box").x());
    }

    @Test
    void whatWasWrittenWithoutConnectionCostsFewSignatures() {
        var counting = new Counting(9);
        var company = met(counting);
        var bob = company.members.getLast();
        company.owner().disconnect();
        for (int i = 1; i <= 600; i++) {
            if (i == 300) {
                // Where nobody else is.
                company.owner().room = "b";
                company.owner().connect();
                company.pass(1000);
            }
            company.owner().move("Box", "x", i);
        }
        counting.verified = 0;
        company.owner().disconnect();
        company.owner().room = "a";
        company.owner().connect();
        company.pass(5000);
        assertEquals(600, bob.at("Box").x());
        assertEquals(
                Optional.empty(), Snapshots.difference(bob.snapshot(), company.owner().snapshot()));
        // Tables of roles are signed, too.
        assertTrue(0 < counting.verified && counting.verified <= 10, counting.verified + " times");
        counting.verified = 0;
        company.owner().move("Box", "x", 7);
        company.owner().move("Box", "x", 8);
        company.pass(100);
        assertEquals(8, bob.at("Box").x());
        assertEquals(2, counting.verified);
    }
}
