// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scenewright.collab.SessionMessage.Edits;
import org.scenewright.collab.SessionMessage.Present;
import org.scenewright.comms.CommsAdapter;
import org.scenewright.comms.CommsException;
import org.scenewright.comms.SendHints;
import org.scenewright.crdt.Entity;
import org.scenewright.runtime.Awareness;
import org.scenewright.runtime.Participant;
import org.scenewright.runtime.Presence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** How often somebody tells what they do, who does something else every ten milliseconds. */
class PresenceKeepingTest {
    private final Company company;
    private final Ear ear = new Ear();
    private int moment;

    PresenceKeepingTest() {
        company = new Company(2, Samples.scene(), Role.VIEWER).gather();
    }

    /** Where all goes that somebody sends. */
    private static final class Ear implements CommsAdapter {
        private record Said(SessionMessage message, boolean isReliable) {}

        private final List<Said> said = new ArrayList<>();
        private final Wire reading = new Wire(Samples.SESSION, Samples.address(77));
        private long waiting;

        Ear() {
            reading.trust(sender -> Optional.of(Role.EDITOR));
        }

        @Override
        public void send(ByteBuffer data, SendHints hints) {
            try {
                reading.receive(Samples.address(1), data.duplicate(), 0)
                        .ifPresent(message -> said.add(new Said(message, hints.isReliable())));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        Stream<Present> presences() {
            return said.stream()
                    .map(Said::message)
                    .filter(Present.class::isInstance)
                    .map(Present.class::cast);
        }

        @Override
        public long waitingBytes() {
            return waiting;
        }

        @Override
        public CompletableFuture<Void> connect() {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public int mostBytes() {
            return 12 << 10;
        }

        @Override
        public CompletableFuture<Void> disconnect(Optional<CommsException> error) {
            return CompletableFuture.completedFuture(null);
        }
    }

    private void listen(Member member) {
        member.core().connected(ear);
        company.pass(200);
        ear.said.clear();
    }

    private void act(Member member, long millis) {
        for (long passed = 0; passed < millis; passed += 10) {
            does(member, ++moment);
            company.pass(10);
        }
    }

    private static void does(Member member, int what) {
        var presence = Presence.IDLE.withSelection(List.of(new Entity(1000 + what)));
        member.core().does(presence);
    }

    private void check(long atLeast, long atMost) {
        long count = ear.presences().count();
        assertTrue(atLeast <= count && count <= atMost, count + " times");
    }

    @Test
    void whoEditsTellsTwentyTimesInASecond() {
        listen(company.owner());
        act(company.owner(), 3000);
        check(57, 60);
    }

    @Test
    void whoLooksOnTellsOnceInASecond() {
        listen(company.members.get(1));
        act(company.members.get(1), 5000);
        check(4, 5);
    }

    @Test
    void whoDoesNothingNewTellsThatTheyAreThere() {
        listen(company.owner());
        company.pass(10_000);
        check(2, 2);
    }

    private static final List<Entity> BOX = List.of(new Entity(512));

    /** What the second one believes that the owner drags. */
    private List<Entity> held() {
        var owner = company.owner().address();
        return company.members.get(1).parts().peers().find(owner).stream()
                .flatMap(peer -> peer.presence().holding().stream())
                .toList();
    }

    private void drag() {
        company.owner().core().does(Presence.IDLE.withHolding(BOX));
        company.pass(200);
        assertEquals(BOX, held());
    }

    @Test
    void whatSomebodyDragsIsHeldUntilTheyLetGo() {
        drag();
        company.pass(60_000);
        assertEquals(BOX, held());
        company.owner().core().does(Presence.IDLE);
        company.pass(200);
        assertEquals(List.of(), held());
    }

    @Test
    void whoIsCutOffHoldsNothing() {
        drag();
        company.owner().disconnect();
        company.pass(200);
        assertEquals(List.of(), held());
    }

    @Test
    void whoSaysNothingForLongHoldsNothing() {
        drag();
        company.network.split(Set.of(company.owner().address()));
        company.pass(Peers.PATIENCE + 1000);
        assertEquals(List.of(), held());
    }

    @Test
    void whatTheyDoNeedNotArrive() {
        listen(company.owner());
        act(company.owner(), 1000);
        ear.said.stream()
                .filter(said -> said.message() instanceof Present)
                .forEach(said -> assertEquals(false, said.isReliable()));
        check(19, 20);
    }

    @Test
    void whileOtherThingsWaitItIsNotToldAndThenTheNewestAlone() {
        listen(company.owner());
        ear.waiting = 100_000;
        act(company.owner(), 1000);
        company.owner().move("Box", "x", 3);
        check(0, 0);
        assertTrue(ear.said.stream().anyMatch(said -> said.message() instanceof Edits));
        ear.waiting = 0;
        company.pass(50);
        check(1, 1);
        var newest = ear.presences().findFirst().orElseThrow().presence();
        assertEquals(List.of(new Entity(1000 + moment)), newest.selection());
    }

    private Optional<Participant> holder() {
        var awareness = new Awareness();
        var people = new PeopleTelling(company.owner().parts(), new SessionNews(), awareness);
        people.changed();
        people.tick();
        return awareness.holder(BOX);
    }

    private void allow(String address) {
        company.owner().core().decide(roles -> roles.with(address, Role.EDITOR));
        company.pass(2000);
    }

    @Test
    void whoLooksOnKeepsNobodyFromDragging() {
        var liar = new Stranger(company, 7).connect();
        liar.tell(new Present(1, Presence.IDLE.withHolding(BOX)));
        company.pass(100);
        assertEquals(Optional.empty(), holder());
        allow(liar.address());
        assertEquals(Optional.of(liar.address()), holder().map(Participant::address));
    }

    private List<Entity> toldHolding() {
        return ear.presences().reduce((first, next) -> next).orElseThrow().presence().holding();
    }

    @Test
    void whoseEditsAreRefusedSaysNothingOfWhatTheyDrag() {
        var viewer = company.members.get(1);
        listen(viewer);
        viewer.core().does(Presence.IDLE.withHolding(BOX));
        company.pass(2000);
        assertEquals(List.of(), toldHolding());
        listen(company.owner());
        company.owner().core().does(Presence.IDLE.withHolding(BOX));
        company.pass(2000);
        assertEquals(BOX, toldHolding());
    }
}
