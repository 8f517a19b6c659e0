// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scenewright.collab.SessionMessage.FileRequest;
import org.scenewright.collab.SessionMessage.Pull;
import org.scenewright.comms.Conditions;
import org.scenewright.content.Cid;

import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/** Files that the scene names and that not everybody has. */
class SessionFilesTest {
    private static final String LAMP = "assets/lamp.glb";
    private static final byte[] BYTES = bytes(700_000);

    private Company company = new Company(3, Samples.scene(), Role.EDITOR);

    private static byte[] bytes(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private Member member(int index) {
        return company.members.get(index);
    }

    /** From now on the scene names a file. */
    private void name(String path) {
        company.members.forEach(member -> member.files.named.add(path));
    }

    private void checkAllHave(String path, byte[] bytes) {
        for (var member : company.members) {
            assertTrue(member.files.files.containsKey(path), member.address() + " has " + path);
            assertArrayEquals(bytes, member.files.files.get(path));
        }
    }

    private void checkNobodyElseHas(String path, Member holder) {
        for (var member : company.members) {
            assertEquals(member == holder, member.files.files.containsKey(path));
        }
    }

    private long asked(String path) {
        return company.members.stream()
                .mapToLong(m -> m.files.asked.stream().filter(path::equals).count())
                .sum();
    }

    @Test
    void whatOneHasTheOthersGet() {
        company.gather();
        member(1).files.files.put(LAMP, BYTES);
        name(LAMP);
        company.pass(10_000);
        checkAllHave(LAMP, BYTES);
    }

    @Test
    void anEmptyFileArrives() {
        company.gather();
        member(1).files.files.put(LAMP, new byte[0]);
        name(LAMP);
        company.pass(10_000);
        checkAllHave(LAMP, new byte[0]);
    }

    @Test
    void whoComesLaterGetsThemOfWhoIsThere() {
        member(0).connect();
        member(1).connect();
        company.pass(1000);
        member(0).files.files.put(LAMP, BYTES);
        name(LAMP);
        company.pass(5000);
        member(0).disconnect();
        member(2).connect();
        company.pass(5000);
        assertArrayEquals(BYTES, member(2).files.files.get(LAMP));
    }

    @Test
    void whoEditedLastIsAskedFirst() {
        company.gather();
        company.members.forEach(member -> member.files.files.put(LAMP, BYTES));
        member(1).files.files.remove(LAMP);
        member(2).move("Box", "x", 3);
        company.pass(100);
        name(LAMP);
        company.pass(3000);
        checkAllHave(LAMP, BYTES);
        assertEquals(List.of(LAMP), member(2).files.asked);
        assertEquals(1, asked(LAMP));
    }

    @Test
    void theNextOneIsAskedWhereSomebodyHasNothing() {
        company.gather();
        member(1).files.files.put(LAMP, BYTES);
        member(2).move("Box", "x", 3);
        company.pass(100);
        member(0).files.named.add(LAMP);
        company.pass(3000);
        assertEquals(List.of(LAMP), member(2).files.asked);
        assertArrayEquals(BYTES, member(0).files.files.get(LAMP));
    }

    @Test
    void allAreAskedAgainWhereNobodyHadItYet() {
        company.gather();
        name(LAMP);
        company.pass(5000);
        member(2).files.files.put(LAMP, BYTES);
        company.pass(20_000);
        checkAllHave(LAMP, BYTES);
    }

    @Test
    void nobodyIsAskedOftenForWhatNobodyHas() {
        company.gather();
        name(LAMP);
        company.pass(600_000);
        assertTrue(asked(LAMP) < 3 * 2 * 20, asked(LAMP) + " questions");
        var told =
                new SessionEvent.Noticed(
                        "Nobody gives the file assets/lamp.glb, which the scene names. It is"
                                + " missing.");
        assertEquals(1, member(0).events.stream().filter(told::equals).count());
    }

    @Test
    void whoGoesInTheMiddleOfItIsReplaced() {
        company.conditions = new Conditions(0, 20, 0, 0, 0, 0, 0, 7);
        company.gather();
        byte[] large = bytes(20_000_000);
        member(1).files.files.put(LAMP, large);
        member(2).files.files.put(LAMP, large);
        member(0).files.named.add(LAMP);
        company.pass(600);
        var first = member(1).files.asked.isEmpty() ? member(2) : member(1);
        assertFalse(member(0).files.files.containsKey(LAMP), "it is under way");
        first.disconnect();
        company.pass(20_000);
        assertArrayEquals(large, member(0).files.files.get(LAMP));
    }

    @Test
    void bytesThatAreNotWhatTheirHashSaysAreNotTaken() {
        company.gather();
        member(1).files.files.put(LAMP, bytes(1000));
        member(1).files.isLying = true;
        member(2).files.files.put(LAMP, BYTES);
        member(1).move("Box", "x", 3);
        company.pass(100);
        member(0).files.named.add(LAMP);
        company.pass(3000);
        assertEquals(List.of(LAMP), member(1).files.asked);
        assertArrayEquals(BYTES, member(0).files.files.get(LAMP));
        assertTrue(member(0).parts().complaints().count() > 0);
    }

    @Test
    void whatIsTooLargeIsNotTaken() {
        company.gather();
        member(1).files.files.put(LAMP, new byte[SharedFiles.LARGEST + 1]);
        member(0).files.named.add(LAMP);
        company.pass(60_000);
        checkNobodyElseHas(LAMP, member(1));
    }

    @Test
    void whoOnlyLooksOnGivesNothing() {
        company = new Company(3, Samples.scene(), Role.VIEWER).gather();
        member(1).files.files.put(LAMP, BYTES);
        name(LAMP);
        company.pass(20_000);
        checkNobodyElseHas(LAMP, member(1));
        assertEquals(List.of(), member(1).files.asked);
    }

    @Test
    void whoOnlyLooksOnGetsThem() {
        company = new Company(3, Samples.scene(), Role.VIEWER).gather();
        member(0).files.files.put(LAMP, BYTES);
        name(LAMP);
        company.pass(5000);
        checkAllHave(LAMP, BYTES);
    }

    @Test
    void whatWasHadOnceIsNotSentAgain() {
        company.gather();
        member(1).files.files.put(LAMP, BYTES);
        member(0).files.cache.put(Cid.of(BYTES), BYTES);
        member(0).files.named.add(LAMP);
        company.pass(2000);
        assertArrayEquals(BYTES, member(0).files.files.get(LAMP));
        assertEquals(0, member(0).files.kept);
    }

    private static List<String> notices(Member who) {
        return who.events.stream()
                .filter(SessionEvent.Noticed.class::isInstance)
                .map(event -> ((SessionEvent.Noticed) event).sentence())
                .toList();
    }

    @Test
    void whatIsAnotherHereThanThereStaysAndIsToldOnce() {
        company.gather();
        name(LAMP);
        name("assets/same.png");
        company.members.forEach(member -> member.files.files.put("assets/same.png", BYTES));
        member(0).files.files.put(LAMP, BYTES);
        member(1).files.files.put(LAMP, new byte[] {1});
        company.pass(60_000);
        assertArrayEquals(new byte[] {1}, member(1).files.files.get(LAMP));
        assertEquals(
                List.of(
                        "What lies here at assets/lamp.glb is not what Member 0 has there; it stays"
                                + " as it is."),
                notices(member(1)));
        assertEquals(List.of(), notices(member(0)));
        assertEquals(List.of(), notices(member(2)));
    }

    @Test
    void manyThatAreOthersAreToldTogether() {
        company.gather();
        for (int i = 0; i < 1000; i++) {
            name("assets/" + i + ".png");
            member(0).files.files.put("assets/" + i + ".png", BYTES);
            member(1).files.files.put("assets/" + i + ".png", new byte[] {1});
            member(2).files.files.put("assets/" + i + ".png", BYTES);
        }
        company.pass(10_000);
        assertEquals(2, notices(member(1)).size());
        assertTrue(notices(member(1)).getFirst().contains("and 509 others"));
    }

    @Test
    void manyFilesComeOneAfterTheOther() {
        company.gather();
        var files = new TreeMap<String, byte[]>();
        for (int i = 0; i < 40; i++) {
            files.put("assets/%s.png".formatted(i), bytes(1000 * i));
        }
        member(1).files.files.putAll(files);
        files.keySet().forEach(this::name);
        company.pass(20_000);
        files.forEach(this::checkAllHave);
    }

    @Test
    void piecesThatGetLostAreMadeUpFor() {
        company.conditions = new Conditions(0.1, 20, 40, 0.1, 0.1, 0, 0, 7);
        company.gather();
        member(1).files.files.put(LAMP, BYTES);
        name(LAMP);
        company.pass(120_000);
        checkAllHave(LAMP, BYTES);
    }

    @Test
    void nobodyMakesOthersReadAndSendForEver() {
        company.gather();
        var owner = member(0);
        owner.files.files.put(LAMP, new byte[20 << 20]);
        int seconds = 30;
        for (int i = 0; i < seconds * 20; i++) {
            for (int k = 0; k < 8; k++) {
                int transfer = -owner.files.asked.size();
                member(1).parts().send(owner.address(), new Pull(transfer, 0, Integer.MAX_VALUE));
                member(1).parts().send(owner.address(), new Pull(transfer, 0, 0));
                member(1).parts().send(owner.address(), new FileRequest(i * 8 + k, LAMP));
            }
            company.pass(50);
        }
        long most = (FileGiving.AT_ONCE + seconds * FileGiving.PER_SECOND) / (20 << 20) * 3;
        assertTrue(owner.files.asked.size() <= most + 3, owner.files.asked.size() + " readings");
        assertTrue(owner.files.asked.size() > most / 2, owner.files.asked.size() + " readings");
    }

    @Test
    void whoAsksTooMuchLeavesRoomForOthers() {
        company.gather();
        member(0).files.files.put(LAMP, BYTES);
        for (int i = 0; i < 100; i++) {
            member(1).parts().send(member(0).address(), new FileRequest(i, LAMP));
        }
        company.pass(100);
        member(2).files.named.add(LAMP);
        company.pass(12_000);
        assertArrayEquals(BYTES, member(2).files.files.get(LAMP));
    }

    @Test
    void oneGetsSoMuchOfAnotherAndNoMore() {
        var quota = new Quota(1000, 5000, 0);
        assertTrue(quota.isLeft(0));
        quota.take(5000);
        assertFalse(quota.isLeft(0));
        assertTrue(quota.isLeft(1));
        quota.take(10_001);
        assertFalse(quota.isLeft(10_000));
        assertTrue(quota.isLeft(10_003));
        assertEquals(15_001, quota.taken());
    }
}
