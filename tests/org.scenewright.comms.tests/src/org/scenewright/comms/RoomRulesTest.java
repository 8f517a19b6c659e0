// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.Set;

/** Who may do what. */
class RoomRulesTest extends ServedRooms {
    @Test
    void whoIsNotInvitedIsToldSo() throws IOException {
        restart(
                new RoomRules(Set.of(FRIEND.address()), Set.of(), RoomRules.Judge.LOOSE_ONLY),
                PATIENT);
        try (RawGuest guest = upgraded()) {
            guest.send(new RoomPacket.Identification(OTHER.address()));
            guest.prove(OTHER);
            assertInstanceOf(RoomPacket.Kicked.class, guest.packet().orElseThrow());
            guest.end();
        }
        entered(FRIEND).close();
    }

    @Test
    void whoIsNoLongerInvitedGoes() throws IOException {
        try (RawGuest friend = entered(FRIEND);
                RawGuest other = entered(OTHER)) {
            server.rules(
                    new RoomRules(Set.of(FRIEND.address()), Set.of(), RoomRules.Judge.LOOSE_ONLY));
            assertInstanceOf(RoomPacket.Kicked.class, other.packet().orElseThrow());
            assertInstanceOf(RoomPacket.PeerJoin.class, friend.packet().orElseThrow());
            assertInstanceOf(RoomPacket.PeerLeave.class, friend.packet().orElseThrow());
        }
    }

    @Test
    void whoIsBannedDoesNotComeBackUntilThatIsTakenBack() throws IOException {
        try (RawGuest guest = entered(FRIEND)) {
            server.ban(FRIEND.address().toUpperCase().replace("0X", "0x"), "Enough.");
            assertEquals(new RoomPacket.Kicked("Enough."), guest.packet().orElseThrow());
            guest.end();
        }
        try (RawGuest again = upgraded()) {
            again.send(new RoomPacket.Identification(FRIEND.address()));
            again.prove(FRIEND);
            assertInstanceOf(RoomPacket.Kicked.class, again.packet().orElseThrow());
        }
        server.unban(FRIEND.address());
        entered(FRIEND).close();
    }

    @Test
    void whoLooksOnSendsOnlyWhatNeedNotArrive() throws IOException {
        restart(
                new RoomRules(Set.of(), Set.of(OTHER.address()), RoomRules.Judge.LOOSE_ONLY),
                PATIENT);
        try (RawGuest friend = entered(FRIEND);
                RawGuest viewer = entered(OTHER)) {
            viewer.send(update("an edit", false));
            viewer.send(update("where I look", true));
            assertEquals("where I look", text(heard(friend)));
            friend.send(update("an edit", false));
            assertEquals("an edit", text(heard(viewer)));
        }
    }

    @Test
    void theJudgeSaysWhatWhoLooksOnMaySend() throws IOException {
        RoomRules.Judge judge = (address, body, isReliable) -> body.get(0) == 'q';
        restart(new RoomRules(Set.of(), Set.of(OTHER.address()), judge), PATIENT);
        try (RawGuest friend = entered(FRIEND);
                RawGuest viewer = entered(OTHER)) {
            viewer.send(update("edit", false));
            viewer.send(update("question", false));
            assertEquals("question", text(heard(friend)));
        }
    }
}
