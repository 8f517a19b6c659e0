// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scenewright.scene.Edit;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Edits of many megabytes, written while nobody hears them, reach the others nevertheless. */
class LargeEditsTest {
    private final Company company = new Company(3, Samples.scene(), Role.EDITOR).gather();
    private final Member bob = company.members.get(1);
    private final Random random = new Random(7);

    /** Makes an entity that says about so many bytes, which hardly pack. */
    private Edit.Spawn speaker(int size) {
        var text = new StringBuilder(size);
        for (int i = 0; i < size; i++) {
            text.append((char) ('!' + random.nextInt(90)));
        }
        var components = new LinkedHashMap<String, Value>();
        components.put("core::TextShape", Value.fields("text", Value.of(text.toString())));
        return new Edit.Spawn("Speaker", Edit.Place.TOP, components);
    }

    private void checkAlike() {
        for (var member : company.members) {
            assertEquals(Optional.empty(), Snapshots.difference(bob.snapshot(), member.snapshot()));
            assertEquals(bob.parts().log().reach(), member.parts().log().reach());
        }
        assertEquals(0, bob.parts().log().waiting());
    }

    @Test
    void manyMegabytesThatWereWrittenWithoutConnectionArrive() {
        bob.disconnect();
        for (int i = 0; i < 24; i++) {
            bob.edit(speaker(900_000));
        }
        bob.connect();
        company.pass(20_000);
        checkAlike();
        assertEquals(2 + 24 + 1, company.owner().snapshot().size());
        assertEquals(0, company.owner().parts().complaints().count());
    }

    private Edit tooMuch() {
        var edits = new ArrayList<Edit>();
        for (int i = 0; i < 18; i++) {
            edits.add(speaker(1_000_000));
        }
        return new Edit.All("many", edits);
    }

    @Test
    void anEditThatIsTooLargeForAMessageComesWithTheDocument() {
        bob.edit(tooMuch());
        assertTrue(bob.parts().log().waiting() > 0);
        bob.move("Box", "x", 3);
        company.pass(60_000);
        checkAlike();
        assertEquals(2 + 18 + 1, company.owner().snapshot().size());
        assertEquals(3, company.owner().at("Box").x());
    }

    @Test
    void twoSuchEditsAtOnceBothReachThoseWhoAreConnected() {
        bob.edit(tooMuch());
        company.members.get(2).edit(tooMuch());
        bob.move("Box", "x", 3);
        company.members.get(2).move("Lid", "y", 4);
        company.pass(90_000);
        checkAlike();
        assertEquals(2 + 2 * 18 + 1, company.owner().snapshot().size());
        assertEquals(0, company.members.get(2).parts().log().waiting());
        assertEquals(0, company.owner().parts().complaints().count());
    }

    @Test
    void oneSignatureCoversSoManyBytes() {
        var seal = Seal.open(Samples.GROUND, Samples.KEYS);
        assertTrue(seal.isOpen(Samples.GROUND, Integer.MAX_VALUE));
        seal.add(Samples.batches(1, 1).getFirst().batch(), new byte[Seal.MOST_BYTES - 1]);
        assertTrue(seal.isOpen(Samples.GROUND, 1));
        assertFalse(seal.isOpen(Samples.GROUND, 2));
    }

    @Test
    void anAnswerCountsAllThatIsUnderASeal() {
        var log = new BatchLog(Samples.address(1), 64L << 20);
        var batches = Samples.batches(1, 600);
        var seal = Seal.open(Samples.GROUND, Samples.KEYS);
        for (var batch : batches) {
            seal = seal.isOpen(Samples.GROUND, 1) ? seal : Seal.open(Samples.GROUND, Samples.KEYS);
            log.take(SignedBatch.under(seal, batch.batch(), batch.bytes()));
        }
        assertEquals(List.of(256, 256, 88), sizes(log));
        assertEquals(256, log.since(Reach.NOTHING, 0).size());
        long two = 2L * 256 * batches.getLast().bytes().length;
        assertEquals(512, log.since(Reach.NOTHING, two).size());
    }

    private static List<Integer> sizes(BatchLog log) {
        return log.since(Reach.NOTHING, Long.MAX_VALUE).stream()
                .map(SignedBatch::seal)
                .distinct()
                .map(Seal::size)
                .toList();
    }
}
