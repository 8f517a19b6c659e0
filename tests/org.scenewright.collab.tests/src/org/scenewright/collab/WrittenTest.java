// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** How much is kept, for when the process ends, of what somebody wrote. */
class WrittenTest {
    private final List<SignedBatch> former = Samples.batches(1, 5);
    private final List<SignedBatch> now = Samples.batches(2, 3);
    private final Written written = new Written(new Heard(bytes(now)));

    WrittenTest() {
        former.forEach(written::add);
        now.forEach(written::add);
    }

    private static long bytes(List<SignedBatch> batches) {
        return batches.stream().mapToLong(batch -> batch.bytes().length).sum();
    }

    private void hear(SignedBatch batch, boolean isTrusted) {
        var last = Map.of(batch.author(), batch.sequence());
        written.acknowledge(last, Reach.of(last), isTrusted);
    }

    private void check(List<SignedBatch> unheard) {
        assertEquals(unheard, written.unheard(1).batches());
    }

    @Test
    void whatNobodyHasIsKept() {
        hear(now.getLast(), false);
        assertEquals(former.size() + now.size(), written.unheard(1).batches().size());
    }

    @Test
    void whatNeedNotBeKeptIsNeverLookedAtAgain() {
        hear(former.getLast(), false);
        hear(now.getLast(), false);
        check(now);
        hear(now.getLast(), true);
        check(List.of());
    }

    @Test
    void behindWhatIsSureTheRestIsKept() {
        hear(former.get(2), true);
        check(concatenated(former.subList(3, 5), now));
        hear(now.getLast(), true);
        check(former.subList(3, 5));
    }

    private static List<SignedBatch> concatenated(List<SignedBatch> a, List<SignedBatch> b) {
        return Stream.concat(a.stream(), b.stream()).toList();
    }

    @Test
    void whatIsForgottenIsNotKept() {
        written.forget(Set.of(former.getFirst().author()));
        check(now);
    }

    @Test
    void whatThereIsNoRoomForIsNotKept() {
        assertFalse(written.canSpare());
        hear(former.get(0), false);
        assertTrue(written.canSpare());
        assertSame(former.get(0), written.spare());
        check(concatenated(former.subList(1, 5), now));
        assertFalse(written.canSpare());
    }
}
