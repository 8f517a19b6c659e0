// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scenewright.collab.BatchLog.Verdict;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is kept of the edits of a session, and for whom. */
class BatchLogTest {
    private static final long ROOM = 1 << 20;

    private final List<SignedBatch> anns = Samples.batches(1, 5);
    private final List<SignedBatch> bobs = Samples.batches(2, 5);
    private final BatchLog log = new BatchLog(Samples.address(1), ROOM);

    private static Reach upTo(SignedBatch batch) {
        return Reach.of(Map.of(batch.author(), batch.sequence()));
    }

    private static BatchLog small(List<SignedBatch> batches) {
        var small = new BatchLog(Samples.address(1), 2 * batches.getFirst().weight());
        batches.forEach(small::take);
        return small;
    }

    @Test
    void batchesOfAnAuthorAreTakenInTheirOrder() {
        assertEquals(Verdict.AHEAD, log.take(bobs.get(1)));
        assertEquals(Verdict.NEXT, log.take(bobs.get(0)));
        assertEquals(Verdict.NEXT, log.take(bobs.get(1)));
        assertEquals(Verdict.KNOWN, log.take(bobs.get(0)));
        assertEquals(upTo(bobs.get(1)), log.reach());
    }

    @Test
    void anotherBatchUnderOneNumberIsNoticed() {
        log.take(bobs.getFirst());
        var batch = bobs.getFirst();
        var other =
                new SignedBatch(batch.batch(), bobs.get(1).bytes(), batch.key(), batch.signature());
        assertEquals(Verdict.OTHER, log.take(other));
    }

    @Test
    void whoHasNothingLacksEverything() {
        anns.forEach(log::take);
        bobs.forEach(log::take);
        assertEquals(10, log.since(Reach.NOTHING, ROOM).size());
        assertTrue(log.reaches(Reach.NOTHING));
    }

    @Test
    void whoHasSomeLacksTheRest() {
        bobs.forEach(log::take);
        assertEquals(bobs.subList(3, 5), log.since(upTo(bobs.get(2)), ROOM));
    }

    @Test
    void anAnswerHasAnEnd() {
        bobs.forEach(log::take);
        assertEquals(1, log.since(Reach.NOTHING, 0).size());
    }

    @Test
    void ofOldBatchesOfOthersOnlySomeAreKept() {
        var small = small(bobs);
        assertFalse(small.reaches(Reach.NOTHING));
        assertTrue(small.reaches(upTo(bobs.get(3))));
        assertTrue(small.weight() <= 2 * bobs.getFirst().weight());
        assertEquals(upTo(bobs.get(4)), small.reach());
    }

    @Test
    void whatNobodyElseHasIsKeptHoweverMuchItIs() {
        var small = small(anns);
        assertTrue(small.reaches(Reach.NOTHING));
        assertEquals(5, small.waiting());
        small.acknowledge(upTo(anns.get(3)), false);
        assertEquals(1, small.waiting());
        bobs.forEach(small::take);
        assertFalse(small.reaches(Reach.NOTHING));
        assertTrue(small.reaches(small.reach()));
    }

    @Test
    void aNewStartForgetsAll() {
        bobs.forEach(log::take);
        log.restart(9, upTo(anns.get(1)));
        assertEquals(9, log.base());
        assertEquals(upTo(anns.get(1)), log.reach());
        assertEquals(Verdict.NEXT, log.take(anns.get(2)));
        assertEquals(0, log.since(log.reach(), ROOM).size());
    }

    @Test
    void whatTheStateLacksStays() {
        anns.forEach(log::take);
        var from = upTo(anns.get(1)).joined(upTo(bobs.get(3)));
        assertTrue(log.bridges(from, nobody -> false));
        assertEquals(anns.subList(2, 5), log.beyond(from));
        log.resume(from, nobody -> false);
        assertEquals(upTo(anns.get(4)).joined(upTo(bobs.get(3))), log.reach());
        assertEquals(3, log.waiting());
        assertEquals(Verdict.NEXT, log.take(bobs.get(4)));
    }

    @Test
    void aStateThatIsTooOldLeavesAGap() {
        var small = small(bobs);
        assertFalse(small.bridges(upTo(bobs.get(0)), nobody -> false));
        assertTrue(small.bridges(upTo(bobs.get(3)), nobody -> false));
        assertTrue(small.bridges(Reach.NOTHING, bobs.getFirst().author()::equals));
    }

    @Test
    void whatNobodyHearsIsGivenUp() {
        anns.forEach(log::take);
        bobs.forEach(log::take);
        log.resume(upTo(bobs.get(4)), anns.getFirst().author()::equals);
        assertEquals(upTo(bobs.get(4)), log.reach());
        assertEquals(bobs, log.since(Reach.NOTHING, ROOM));
        assertEquals(0, log.waiting());
    }

    @Test
    void whatIsVouchedForAnewTakesThePlaceOfTheBatchesOfSeveral() {
        anns.forEach(log::take);
        bobs.forEach(log::take);
        var eves = Samples.batches(3, 5);
        eves.forEach(log::take);
        var last = List.of(bobs.get(4), eves.get(4));
        log.replace(last.stream().map(batch -> batch.seal().testimony()).toList());
        assertEquals(anns, log.since(Reach.NOTHING, ROOM));
        assertEquals(anns.stream().mapToLong(SignedBatch::weight).sum(), log.weight());
        assertEquals(1, log.testimonies(Samples.address(2)).size());
        assertEquals(1, log.testimonies(Samples.address(3)).size());
        assertEquals(15, log.reach().last().values().stream().mapToLong(n -> n).sum());
    }

    @Test
    void equalReachesHaveOneMarkAndOthersAnother() {
        assertEquals(upTo(anns.get(1)).mark(), upTo(anns.get(1)).mark());
        assertFalse(upTo(anns.get(1)).mark() == upTo(anns.get(2)).mark());
        assertFalse(Reach.NOTHING.mark() == 0);
    }

    @Test
    void whatOvertookOthersWaitsForThem() {
        var parking = new Parking();
        var author = bobs.getFirst().author();
        parking.park(bobs.get(2), 0);
        parking.park(bobs.get(1), 0);
        assertEquals(Optional.of(bobs.get(1)), parking.next(author, 1));
        assertEquals(Optional.of(bobs.get(2)), parking.next(author, 2));
        assertEquals(Optional.empty(), parking.next(author, 3));
        assertEquals(0, parking.size());
    }

    @Test
    void whatCameMeanwhileByAnotherWayWaitsNoLonger() {
        var parking = new Parking();
        parking.park(bobs.get(2), 0);
        assertEquals(Optional.empty(), parking.next(bobs.getFirst().author(), 3));
        assertEquals(0, parking.size());
    }

    @Test
    void nobodyHasWhatIsNotWrittenYet() {
        log.take(anns.get(0));
        log.acknowledge(Reach.of(Map.of(anns.getFirst().author(), Long.MAX_VALUE)), false);
        assertEquals(0, log.waiting());
        log.take(anns.get(1));
        assertEquals(1, log.waiting());
    }
}
