// SPDX-License-Identifier: EPL-2.0
package org.scenewright.testing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenewright.comms.RoomStorage;

import java.util.Optional;
import java.util.Random;

/** What adapters have to keep beside that whose rooms keep things for those who come later. */
public abstract class StorageContract extends AdapterContract {

    private static RoomStorage storage(Participant participant) {
        return participant.adapter().storage().orElseThrow();
    }

    private void check(byte[] bytes, Participant reader) {
        var found = finish(storage(reader).get("thing", bytes.length));
        assertArrayEquals(bytes, found.orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 70_000, 3_000_000})
    void whoComesLaterFindsWhatWasKept(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        Participant giver = connected();
        finish(storage(giver).put("thing", bytes));
        finish(giver.leave());
        check(bytes, connected());
    }

    @Test
    void theNextThingOfANameIsThereInItsPlace() {
        Participant giver = connected();
        Participant other = connected();
        finish(storage(giver).put("thing", new byte[20_000]));
        finish(storage(other).put("thing", new byte[] {1, 2}));
        finish(storage(other).put("another", new byte[] {3}));
        check(new byte[] {1, 2}, giver);
        check(new byte[] {1, 2}, other);
    }

    @Test
    void whatNobodyPutIsNotThere() {
        assertEquals(Optional.empty(), finish(storage(connected()).get("nothing", 100)));
    }

    @Test
    void moreThanIsWantedIsRefused() {
        Participant reader = connected();
        finish(storage(reader).put("thing", new byte[101]));
        refuse(storage(reader).get("thing", 100));
    }

    @Test
    void moreThanCanBeKeptIsRefused() {
        RoomStorage storage = storage(connected());
        byte[] much = new byte[storage.mostBytes() + 1];
        assertThrows(IllegalArgumentException.class, () -> storage.put("thing", much));
        assertTrue(storage.mostBytes() >= 1 << 20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b", "a b", "*", ">", "\u00e4"})
    void whatIsNoNameIsRefused(String name) {
        RoomStorage storage = storage(connected());
        assertThrows(IllegalArgumentException.class, () -> storage.put(name, new byte[1]));
        assertThrows(IllegalArgumentException.class, () -> storage.get(name, 1));
    }

    @Test
    void whoLeftStoresNothing() {
        Participant giver = connected();
        RoomStorage storage = storage(giver);
        finish(giver.leave());
        refuse(storage.put("late", new byte[1]));
        assertEquals(Optional.empty(), finish(storage(connected()).get("late", 100)));
    }
}
