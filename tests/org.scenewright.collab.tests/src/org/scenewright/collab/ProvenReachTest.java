// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scenewright.collab.ProvenReach.Claim;
import org.scenewright.collab.ProvenReach.Signer;
import org.scenewright.scene.Author;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What somebody has to show who says how much others wrote. */
class ProvenReachTest {
    private final List<SignedBatch> anns = Samples.batches(1, 5);
    private final List<SignedBatch> bobs = Samples.batches(2, 3);
    private final ProvenReach proven = Samples.proven(both());
    private final Testimony testimony = bobs.getLast().seal().testimony();

    private List<SignedBatch> both() {
        var both = new ArrayList<>(anns);
        both.addAll(bobs);
        return both;
    }

    private static boolean isProven(ProvenReach reach) {
        return isProven(reach, Samples.GROUND, Samples.keys());
    }

    private static boolean isProven(ProvenReach reach, Ground ground, KnownKeys keys) {
        return new Proving(reach, ground, Samples.KEYS, keys).begin(Runnable::run).join();
    }

    private static ProvenReach travelled(ProvenReach reach) throws IOException {
        var out = new Output();
        reach.write(out);
        var in = new Input(out.toBytes());
        var read = ProvenReach.read(in);
        in.end();
        return read;
    }

    /** What somebody claims of an author. */
    private static ProvenReach claimed(Attestation signer, Testimony... testimonies) {
        var claims =
                List.of(testimonies).stream().map(proof -> new Claim(proof.last(), proof)).toList();
        return new ProvenReach(Reach.NOTHING, List.of(new Signer(signer, claims)));
    }

    private void checkForged(Author author, long last, byte[] sha256) {
        var forged = new Testimony(author, last, sha256, testimony.key(), testimony.signature());
        assertFalse(isProven(claimed(Samples.attestation(2), forged)));
    }

    @Test
    void whatALogHoldsIsProven() throws IOException {
        var read = travelled(proven);
        assertTrue(isProven(read));
        assertEquals(5, read.reach().of(anns.getFirst().author()));
        assertEquals(3, read.reach().of(bobs.getFirst().author()));
    }

    @Test
    void nothingNeedsNoProof() throws IOException {
        assertTrue(isProven(travelled(Samples.proven(List.of()))));
    }

    @Test
    void nobodySaysMoreOrOtherThanWasSigned() {
        assertTrue(isProven(claimed(Samples.attestation(2), testimony)));
        checkForged(testimony.author(), 4, testimony.sha256());
        checkForged(anns.getFirst().author(), 3, testimony.sha256());
        checkForged(testimony.author(), 3, new byte[Digests.LENGTH]);
    }

    @Test
    void whatWasSignedElsewhereProvesNothing() {
        var other = new Ground(Samples.SESSION, 8);
        assertFalse(isProven(proven, other, Samples.keys()));
    }

    @Test
    void aKeyThatNobodyVouchesForProvesNothing() {
        var strict = new KnownKeys(Samples.SESSION, (who, signed, when) -> false);
        assertFalse(isProven(proven, Samples.GROUND, strict));
    }

    @Test
    void lessMayHaveComeThanWasSignedAtOnceButNoMore() throws IOException {
        var seal = Seal.open(Samples.GROUND, Samples.KEYS);
        var together = anns.stream().map(b -> SignedBatch.under(seal, b.batch())).toList();
        var some = travelled(Samples.proven(together.subList(0, 2)));
        assertTrue(isProven(some));
        assertEquals(2, some.reach().of(anns.getFirst().author()));
        assertEquals(5, some.testimonies().getFirst().last());
    }

    @Test
    void anAuthorIsProvenOnce() {
        assertThrows(
                IOException.class,
                () -> travelled(claimed(Samples.attestation(2), testimony, testimony)));
    }

    @Test
    void ofOneAddressThereAreNotTooManyKeys() throws IOException {
        var one = new Signer(Samples.attestation(2), List.of());
        int most = KnownKeys.MOST_NEEDED_OF_ONE;
        var few = new ProvenReach(Reach.NOTHING, Collections.nCopies(most, one));
        assertEquals(most, travelled(few).signers().size());
        var many = new ProvenReach(Reach.NOTHING, Collections.nCopies(most + 1, one));
        assertThrows(IOException.class, () -> travelled(many));
    }

    @Test
    void whatIsNotKeptAnyMoreIsProvenNevertheless() {
        var log = new BatchLog(Samples.address(9), 2 * anns.getFirst().weight());
        both().forEach(log::take);
        assertFalse(log.reaches(Reach.NOTHING));
        var reach = ProvenReach.of(log, Samples.keys()).orElseThrow();
        assertEquals(proven.reach(), reach.reach());
        assertTrue(isProven(reach));
        assertTrue(log.isSignedBy(Samples.KEYS.key()));
    }

    @Test
    void whoGotTheDocumentProvesItToTheNext() {
        var log = new BatchLog(Samples.address(9), 1 << 20);
        log.restart(7, proven.reach());
        assertEquals(Optional.empty(), ProvenReach.of(log, Samples.keys()));
        log.keep(proven.testimonies());
        assertTrue(isProven(ProvenReach.of(log, Samples.keys()).orElseThrow()));
        assertTrue(log.isSignedBy(Samples.KEYS.key()));
        log.restart(8, Reach.NOTHING);
        assertFalse(log.isSignedBy(Samples.KEYS.key()));
    }

    @Test
    void whatCameSinceIsProvenByThat() {
        var log = new BatchLog(Samples.address(9), 1 << 20);
        var before = Samples.proven(anns.subList(0, 3));
        log.restart(7, before.reach());
        log.keep(before.testimonies());
        log.take(anns.get(3));
        assertEquals(4, log.testimony(anns.getFirst().author()).orElseThrow().last());
        log.resume(proven.reach(), nobody -> false);
        log.keep(proven.testimonies());
        var now = ProvenReach.of(log, Samples.keys()).orElseThrow();
        assertEquals(proven.reach(), now.reach());
        assertTrue(isProven(now));
    }

    @Test
    void whatProvesTooLittleIsNotKept() {
        var log = new BatchLog(Samples.address(9), 1 << 20);
        log.restart(7, Reach.of(Map.of(testimony.author(), 4L)));
        log.keep(List.of(testimony));
        assertEquals(Optional.empty(), log.testimony(testimony.author()));
    }

    @Test
    void theSameIsWrittenTheSame() throws IOException {
        var once = new Output();
        var twice = new Output();
        proven.write(once);
        travelled(proven).write(twice);
        assertArrayEquals(once.toBytes(), twice.toBytes());
    }
}
