// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.scenewright.comms.Conditions;

import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.IntFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.LongStream;

/**
 * Seven honest people and a liar share a scene over a network that loses, doubles and reorders what
 * they send and falls apart now and then; they are cut off, killed and moved to other rooms, and in
 * the end all honest ones hold the same and nothing of theirs is lost. The same for the same seed.
 *
 * <p>The system property {@code scenewright.operations} says how many operations all runs do
 * together: edits of honest people that all of them hold in the end.
 */
class ReliabilityTest {
    private static final long OPERATIONS = Long.getLong("scenewright.operations", 1_000_000);
    private static final long A_RUN = 10_000;
    // Signatures as they are in earnest take most of the time.
    private static final long SIGNED = Math.min(OPERATIONS / 50, A_RUN / 5);
    private static final int HONEST = 7;
    private static final int MOVEMENT = 30;
    private static final int PATIENCE = 300;

    private static final Logger COMPLAINTS = Logger.getLogger(Complaints.class.getName());
    private static final Logger MENDING = Logger.getLogger(Repairing.class.getName());

    // Of the liar there is much to say.
    @BeforeAll
    static void hush() {
        COMPLAINTS.setLevel(Level.SEVERE);
        MENDING.setLevel(Level.SEVERE);
    }

    @AfterAll
    static void hear() {
        COMPLAINTS.setLevel(null);
        MENDING.setLevel(null);
    }

    private static LongStream seeds() {
        return LongStream.rangeClosed(1, Math.ceilDiv(OPERATIONS, A_RUN));
    }

    private static final class Story {
        final Random random;
        final Company company;
        final Liar liar;
        final Work work;
        String room = "a";

        Story(long seed, IntFunction<Signatures> keys) {
            random = new Random(seed);
            work = new Work(random);
            company = new Company(HONEST, Samples.scene(), Role.EDITOR, keys);
            company.conditions = new Conditions(0.05, 10, 40, 0.1, 0.1, 0, 0, seed);
            company.executor = task -> company.time.after(0, task);
            liar = new Liar(company, HONEST);
            company.members.forEach(Member::connect);
            liar.connect(room);
            company.pass(5000);
        }

        Member any() {
            return company.members.get(random.nextInt(HONEST));
        }

        /** What all do between two movements of a mouse. */
        void step() {
            company.members.forEach(work::go);
            if (random.nextInt(13) == 0) {
                liar.lie();
            }
            company.pass(random.nextInt(MOVEMENT));
            if (random.nextInt(60) == 0) {
                disturb();
            }
            company.members.forEach(member -> member.events.clear());
        }

        private void disturb() {
            switch (random.nextInt(8)) {
                case 0 -> split();
                case 1, 2 -> company.network.heal();
                case 3 -> company.network.cut(any().address());
                case 4 -> any().disconnect();
                case 5 -> kill(random.nextInt(HONEST));
                case 6 -> move();
                default -> company.members.forEach(this::comeBack);
            }
        }

        private void split() {
            var side = new TreeSet<String>();
            company.members.stream()
                    .filter(member -> random.nextBoolean())
                    .forEach(member -> side.add(member.address()));
            company.network.split(side);
        }

        private void comeBack(Member member) {
            if (!member.isConnected()) {
                member.connect();
            }
        }

        /** Somebody loses their process, where what they have is not theirs alone. */
        private void kill(int index) {
            var victim = company.members.get(index);
            var reach = victim.parts().log().reach();
            boolean isHeldByOthers =
                    company.members.stream()
                            .filter(other -> other != victim && other.core().isSettled())
                            .anyMatch(other -> other.parts().log().reach().covers(reach));
            if (isHeldByOthers) {
                victim.disconnect();
                var again = company.member(index, company.keys.apply(index + 1));
                again.room = room;
                company.members.set(index, again);
                again.connect();
            }
        }

        private void move() {
            room = room.equals("a") ? "b" : "a";
            for (var member : company.members) {
                member.room = room;
                if (random.nextInt(4) > 0) {
                    member.disconnect();
                    member.connect();
                    company.pass(random.nextInt(300));
                }
            }
            liar.connect(room);
        }

        /** Everybody meets once more in one room, and nothing is wrong with the network. */
        void settle() {
            company.network.heal();
            for (var member : company.members) {
                member.room = room;
                member.disconnect();
                member.connect();
            }
            company.pass(5000);
            liar.connect(room);
            for (int i = 0; i < 60; i++) {
                company.members.forEach(this::comeBack);
                liar.lie();
                company.pass(1000);
            }
            // What the liar said last is to be mended, too.
            for (int i = 0; i < PATIENCE && !isAlike(); i++) {
                company.pass(1000);
            }
        }

        private boolean isAlike() {
            var sums = new TreeSet<Long>();
            company.members.forEach(m -> sums.add(m.document().digest(Set.of()).join().sum()));
            return sums.size() == 1;
        }
    }

    /** On all processors, as each run has a network, a clock and people of its own. */
    @Test
    void honestPeopleHoldTheSameInTheEnd() {
        var wrong = new ConcurrentSkipListMap<Long, Throwable>();
        seeds().parallel().forEach(seed -> run(seed).ifPresent(why -> wrong.put(seed, why)));
        wrong.forEach((seed, why) -> fail("by seed " + seed + ", of " + wrong.keySet(), why));
    }

    private static Optional<Throwable> run(long seed) {
        try {
            check(seed, Math.min(A_RUN, OPERATIONS), new Notary(seed)::issue);
            return Optional.empty();
        } catch (AssertionError | RuntimeException why) {
            return Optional.of(why);
        }
    }

    @Test
    void andSoTheyDoWithSignaturesAsTheyAreInEarnest() {
        var chance = new KnownChance(99);
        check(99, SIGNED, number -> Ed25519Signatures.generate(chance));
    }

    private static void check(long seed, long operations, IntFunction<Signatures> keys) {
        var story = new Story(seed, keys);
        while (story.work.count() < operations) {
            story.step();
        }
        story.settle();
        check(story);
    }

    private static void check(Story story) {
        var first = story.company.owner();
        var reach = first.parts().log().reach();
        for (var member : story.company.members) {
            assertTrue(member.isConnected() && member.core().isSettled(), "all are there");
            assertEquals(reach, member.parts().log().reach());
            assertTrue(reach.isPartOf(member.scene().shared().heard()), "all was merged");
            assertEquals(
                    Optional.empty(), Snapshots.difference(first.snapshot(), member.snapshot()));
        }
        story.work
                .made()
                .forEach(
                        (author, batches) ->
                                assertTrue(
                                        reach.covers(author, batches.length() - 1L),
                                        author + " wrote " + (batches.length() - 1)));
        assertTrue(first.parts().complaints().count() > 10, "the liar was heard");
    }
}
