// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scenewright.comms.Conditions;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Author;
import org.scenewright.scene.Edit;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * Seven honest people and a liar share a scene over a network that loses, doubles and reorders what
 * they send and falls apart now and then; they are cut off, killed and moved to other rooms, and in
 * the end all honest ones hold the same and nothing of theirs is lost. The same for the same seed.
 *
 * <p>The system property {@code scenewright.operations} says how many operations all runs do
 * together.
 */
class ReliabilityTest {
    private static final int RUNS = 5;
    private static final int HONEST = 7;
    private static final long OPERATIONS = Long.getLong("scenewright.operations", 10_000) / RUNS;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, RUNS);
    }

    private static final class Story {
        final Random random;
        final Company company;
        final Liar liar;
        // What each author wrote of which another honest one is known to have heard.
        final TreeMap<Author, Long> promised = new TreeMap<>();
        int signers = 100;
        String room = "a";

        Story(long seed) {
            random = new Random(seed);
            company = new Company(HONEST, Samples.scene(), Role.EDITOR);
            company.conditions = new Conditions(0.05, 10, 40, 0.1, 0.1, 0, 0, seed);
            liar = new Liar(company, HONEST);
            company.members.forEach(Member::connect);
            liar.connect(room);
            company.pass(5000);
        }

        Member any() {
            return company.members.get(random.nextInt(HONEST));
        }

        void step() {
            switch (random.nextInt(40)) {
                case 0, 1, 2 -> liar.lie();
                case 3 -> any().scene().undo();
                case 4 -> any().scene().redo();
                default -> edit(any());
            }
            if (random.nextInt(3) == 0) {
                company.pass(random.nextInt(100));
            }
            if (random.nextInt(100) == 0) {
                disturb();
            }
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

        /** Somebody loses their process, and all of which nobody else had heard. */
        private void kill(int index) {
            var victim = company.members.get(index);
            boolean isHeldByOthers =
                    victim.core().isSettled() && victim.parts().log().waiting() == 0;
            boolean isOthersSettled =
                    company.members.stream().anyMatch(m -> m != victim && m.core().isSettled());
            if (isHeldByOthers && isOthersSettled) {
                promise(victim);
                victim.disconnect();
                var again = company.member(index, new FastSignatures(signers++));
                again.room = room;
                company.members.set(index, again);
                again.connect();
            }
        }

        private void promise(Member member) {
            member.parts().log().reach().last().entrySet().stream()
                    .filter(e -> e.getKey().address().equals(member.address()))
                    .forEach(e -> promised.put(e.getKey(), e.getValue()));
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

        private void edit(Member member) {
            var scene = member.snapshot();
            var top = scene.children(Entity.ROOT);
            var entity = top.get(random.nextInt(top.size()));
            switch (random.nextInt(20)) {
                case 0 -> member.spawn("N" + random.nextInt(9));
                case 1 -> {
                    if (top.size() > 12) {
                        member.edit(new Edit.Despawn(List.of(entity)));
                    }
                }
                case 2 -> member.edit(new Edit.Rename(entity, "N" + random.nextInt(9)));
                case 3 ->
                        member.edit(
                                new Edit.Spawn(
                                        "N", Edit.Place.under(entity), new LinkedHashMap<>()));
                default ->
                        member.edit(
                                new Edit.Set(
                                        entity,
                                        SceneSnapshot.TRANSFORM,
                                        FieldPath.of(
                                                "position",
                                                List.of("x", "y", "z").get(random.nextInt(3))),
                                        Value.of(random.nextInt(9))));
            }
        }

        /** Everybody meets once more in one room, and nothing is wrong with the network. */
        void settle() {
            company.network.heal();
            for (var member : company.members) {
                member.disconnect();
                member.connect();
            }
            company.pass(5000);
            for (var member : company.members) {
                comeBack(member);
            }
            liar.connect(room);
            for (int i = 0; i < 60; i++) {
                liar.lie();
                company.pass(1000);
            }
            company.members.forEach(this::promise);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void honestPeopleHoldTheSameInTheEnd(long seed) {
        var story = new Story(seed);
        for (long i = 0; i < OPERATIONS; i++) {
            story.step();
        }
        story.settle();
        check(story);
    }

    private static void check(Story story) {
        var first = story.company.owner();
        for (var member : story.company.members) {
            assertTrue(member.isConnected() && member.core().isSettled(), "all are there");
            assertEquals(first.parts().log().reach(), member.parts().log().reach());
            assertEquals(
                    Optional.empty(), Snapshots.difference(first.snapshot(), member.snapshot()));
        }
        story.promised.forEach(
                (author, last) ->
                        assertTrue(
                                first.parts().log().reach().covers(author, last),
                                author + " wrote " + last));
        assertTrue(first.parts().complaints().count() > 10, "the liar was heard");
    }
}
