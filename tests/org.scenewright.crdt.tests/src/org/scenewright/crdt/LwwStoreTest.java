// SPDX-License-Identifier: EPL-2.0
package org.scenewright.crdt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

class LwwStoreTest {
    private static final Entity E512 = new Entity(512);
    private static final ComponentId C1 = new ComponentId(1);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                 | put e512 c1@1 61   | accepted            | 61",
                "put e512 c1@1 61 | put e512 c1@2 62   | accepted            | 62",
                "put e512 c1@2 61 | put e512 c1@1 62   | put e512 c1@2 61    | 61",
                "put e512 c1@1 61 | put e512 c1@1 62   | accepted            | 62",
                "put e512 c1@1 62 | put e512 c1@1 61   | put e512 c1@1 62    | 62",
                "put e512 c1@1 62 | put e512 c1@1 6161 | accepted            | 6161",
                "put e512 c1@1 6161 | put e512 c1@1 62 | put e512 c1@1 6161  | 6161",
                "put e512 c1@1 61 | put e512 c1@1 61   | redundant           | 61",
                "put e512 c1@1 61 | delete e512 c1@1   | put e512 c1@1 61    | 61",
                "delete e512 c1@1 | put e512 c1@1 61   | accepted            | 61",
                "delete e512 c1@1 | delete e512 c1@1   | redundant           | ",
                "put e512 c1@1 61 | delete e512 c1@2   | accepted            | ",
                "delete e512 c1@2 | put e512 c1@1 61   | delete e512 c1@2    | ",
                // Beyond the SDK's own table:
                "put e512 c1@1 7f | put e512 c1@1 80   | accepted            | 80",
                "delete e512 c1@1 | put e512 c1@1      | accepted            | ''",
                "put e512 c1@4294967295 61 | put e512 c1@1 62 | put e512 c1@4294967295 61 | 61",
                "put e512 c1@2147483647 61 | put e512 c1@2147483648 62 | accepted | 62",
                "                 | delete e512 c1@1   | accepted            | ",
            })
    void lastWriteWinsAsInAdr117(String state, String message, String verdict, String result) {
        var store = store(state == null ? "" : state);
        assertEquals(verdict(verdict), store.merge(Script.message(message)));
        assertEquals(Optional.ofNullable(result), hex(store));
    }

    @Test
    void aDeletedEntityStaysDeleted() {
        check("put e512 c1@1 61; delete e512", "put e512 c1@9 62", "redundant");
        check("delete e512", "put e512 c1@9 62", "redundant");
        check("delete e512", "delete e512", "redundant");
        check("", "delete e512", "accepted");
    }

    @Test
    void theNextVersionOfAnEntityLives() {
        check("delete e512", "put e66048 c1@1 61", "accepted");
        check("delete e66048", "put e512 c1@1 61", "redundant");
        check("delete e66048", "delete e512", "redundant");
    }

    @Test
    void deletingAVersionTakesOlderOnesAlong() {
        var store = store("put e512 c1@1 61; delete e66048");
        assertEquals(Optional.empty(), hex(store));
        assertTrue(store.isDeleted(E512));
        assertTrue(store.isDeleted(Entity.of(512, 1)));
        assertFalse(store.isDeleted(Entity.of(512, 2)));
        assertFalse(store.isDeleted(Entity.of(513, 0)));
    }

    @Test
    void rootPlayerAndCameraCannotBeDeleted() {
        for (int number = 0; number <= 2; number++) {
            check("", "delete e" + number, "redundant");
            check("", "delete e" + Entity.of(number, 3), "redundant");
        }
        check("", "delete e3", "accepted");
    }

    @Test
    void aWriteOfOurOwnTakesTheNextTimestamp() {
        var store = store("put e512 c1@7 61");
        assertEquals(
                Optional.of(Script.message("put e512 c1@8 62")), store.put(E512, C1, bytes("62")));
        assertEquals(Optional.of(Script.message("delete e512 c1@9")), store.remove(E512, C1));
        assertEquals(
                Optional.of(Script.message("put e512 c1@10 63")), store.put(E512, C1, bytes("63")));
        assertEquals(
                Optional.of(Script.message("put e513 c1@1 63")),
                store.put(new Entity(513), C1, bytes("63")));
    }

    @Test
    void aWriteThatChangesNothingIsNotSent() {
        var store = store("put e512 c1@7 61; delete e513");
        assertEquals(Optional.empty(), store.put(E512, C1, bytes("61")));
        assertEquals(Optional.empty(), store.remove(E512, new ComponentId(2)));
        assertEquals(Optional.empty(), store.put(new Entity(513), C1, bytes("61")));
        assertEquals(7, store.timestamp(E512, C1));
    }

    @Test
    void anEntityGoesAfterItsComponents() {
        var store = store("put e512 c2@1 61; put e512 c1@4 61; delete e512 c3@1");
        assertEquals(
                Script.messages("delete e512 c1@5; delete e512 c2@2; delete e512"),
                store.remove(E512));
        assertEquals(List.of(), store.remove(E512));
    }

    @Test
    void aClockThatIsUsedUpIsSaid() {
        var store = store("put e512 c1@4294967295 61");
        var refused = assertThrows(CrdtException.class, () -> store.put(E512, C1, bytes("62")));
        assertEquals("the clock of component 1 of entity 512 is used up", refused.getMessage());
    }

    @Test
    void aRemovalThatIsRefusedIsSaid() {
        var gate = new Closing();
        var store = new LwwStore(StoreLimits.USUAL, gate);
        store.merge(Script.message("put e512 c1@7 61"));
        gate.isClosed = true;
        assertThrows(CrdtException.class, () -> store.remove(E512, C1));
        assertEquals(Optional.of("61"), hex(store));
    }

    /** A gate that lets nothing in any more once it is closed. */
    private static final class Closing implements CrdtGate {
        private boolean isClosed;

        @Override
        public boolean knows(ComponentId component) {
            return true;
        }

        @Override
        public boolean admits(CrdtReader message) {
            return !isClosed;
        }
    }

    @Test
    void whatAnEntityHasIsListedInOrder() {
        var store =
                store(
                        "put e512 c2000@1 61; put e512 c1@1 61; put e512 c4000000000@1 61; put e512"
                                + " c3@1 61; delete e512 c3@2");
        assertEquals(
                List.of(1L, 2000L, 4000000000L),
                store.components(E512).stream().map(ComponentId::toLong).toList());
    }

    @Test
    void appendedValuesKnowNoConflict() {
        var append = new CrdtMessage.AppendValue(E512, C1, 0, bytes("61"));
        assertEquals(new Verdict.Accepted(), store("").merge(append));
        assertEquals(new Verdict.Accepted(), store("put e512 c1@5 62").merge(append));
        assertEquals(new Verdict.Redundant(), store("delete e512").merge(append));
    }

    @Test
    void networkedEntitiesAreKeptApart() {
        var store = store("put e512 c1@5 61");
        var theirs = new CrdtMessage.PutComponentNetwork(E512, C1, 1, 77, bytes("62"));
        assertEquals(new Verdict.Accepted(), store.merge(theirs));
        assertEquals(new Verdict.Redundant(), store.merge(theirs));
        assertEquals(Optional.of("61"), hex(store));
        var older = new CrdtMessage.DeleteComponentNetwork(E512, C1, 0, 77);
        assertEquals(new Verdict.Outdated(theirs), store.merge(older));
        assertEquals(
                new Verdict.Accepted(), store.merge(new CrdtMessage.DeleteEntityNetwork(E512, 77)));
        assertEquals(new Verdict.Redundant(), store.merge(theirs));
        assertEquals(false, store.isDeleted(E512));
    }

    @Test
    void theStateBringsALateJoinerUpToDate() {
        var store =
                store(
                        "put e512 c1@5 61; delete e512 c2@3; put e513 c1@1 62; delete e514; put"
                                + " e66050 c1@1 63");
        var late = new LwwStore();
        store.state().forEach(late::merge);
        assertEquals(store.state(), late.state());
        assertEquals(
                Script.messages(
                        "put e512 c1@5 61; delete e512 c2@3; put e513 c1@1 62; delete e514; put"
                                + " e66050 c1@1 63"),
                late.state());
    }

    private static void check(String state, String message, String verdict) {
        assertEquals(verdict(verdict), store(state).merge(Script.message(message)));
    }

    private static LwwStore store(String messages) {
        var store = new LwwStore();
        Script.messages(messages).forEach(store::merge);
        return store;
    }

    private static Verdict verdict(String text) {
        return switch (text) {
            case "accepted" -> new Verdict.Accepted();
            case "redundant" -> new Verdict.Redundant();
            default -> new Verdict.Outdated(Script.message(text));
        };
    }

    private static Optional<String> hex(LwwStore store) {
        return store.data(E512, C1).map(HexFormat.of()::formatHex);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
