// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The client of an archipelago service, against ours. */
class ArchipelagoDirectorTest {
    private static final Identity ME = OwnIdentity.generate();

    private final HandDriven time = new HandDriven();
    private final IslandServer server =
            new IslandServer(island -> "simulator:" + island, () -> time.advance(0));
    private final Told<DirectorEvent> told = new Told<>(() -> time.advance(0));
    private final Directors directors = new Directors(time);
    private final CommunicationsDirector director =
            directors.director(server.connection(), ME).director(told);

    @AfterEach
    void close() {
        director.disconnect();
        server.close();
    }

    private static DirectorEvent use(String connection) {
        return new DirectorEvent.Use(ConnectionString.parse(connection));
    }

    private void connect() {
        director.connect().join();
        told.until(all -> true);
    }

    private void beat() {
        time.advance(ArchipelagoDirector.HEARTBEAT_MILLIS);
    }

    @Test
    void whoConnectsIsProvenAndSaysNothingMoreUntilItKnowsWhere() {
        connect();
        beat();
        director.notifyPosition(new Position(1, 2, 3));
        beat();
        server.heard().untilTold("at 1 3");
        assertEquals(
                List.of("asked by " + ME.address(), "welcome " + ME.address(), "at 1 3"),
                server.heard().all());
    }

    @Test
    void thePositionIsToldOnceInASecond() {
        connect();
        for (int i = 1; i <= 100; i++) {
            director.notifyPosition(new Position(i, 0, 0));
            time.advance(50);
        }
        server.heard().untilTold("at 100 0");
        List<String> beats =
                server.heard().all().stream().filter(heard -> heard.startsWith("at")).toList();
        assertTrue(beats.size() >= 5 && beats.size() <= 7, beats::toString);
    }

    @Test
    void theIslandSaysWhatToUse() {
        director.notifyPosition(new Position(0, 0, 0));
        connect();
        told.untilTold(use("simulator:I1"));
        assertEquals(List.of(use("simulator:I1")), told.all());
    }

    @Test
    void whoGoesToOthersIsToldToUseWhatTheyUse() {
        var other = new Told<DirectorEvent>(() -> time.advance(0));
        CommunicationsDirector neighbour =
                directors.director(server.connection(), OwnIdentity.generate()).director(other);
        director.notifyPosition(new Position(0, 0, 0));
        connect();
        told.untilTold(use("simulator:I1"));
        neighbour.notifyPosition(new Position(500, 0, 0));
        neighbour.connect().join();
        other.untilTold(use("simulator:I2"));
        neighbour.notifyPosition(new Position(60, 0, 0));
        beat();
        server.heard().untilTold("at 60 0");
        beat();
        other.untilTold(use("simulator:I1"));
        neighbour.disconnect().join();
    }

    @Test
    void whoLeftTheIslandIsToldToUseNothing() {
        connect();
        server.maroon(ME);
        told.untilTold(new DirectorEvent.UseNone());
    }

    @Test
    void thatOthersLeftChangesNothing() {
        connect();
        server.say(ME, IslandServer.packet(4, IslandServer.text(2, "0x1")));
        server.say(ME, IslandServer.packet(5, IslandServer.text(2, ME.address())));
        server.say(ME, IslandServer.changed("I", "offline:offline"));
        told.untilTold(use("offline:offline"));
        assertEquals(1, told.all().size());
    }

    @Test
    void kickedIsKicked() {
        connect();
        server.kick(ME);
        told.until(all -> !all.isEmpty());
        var end = assertInstanceOf(DirectorEvent.Disconnected.class, told.all().getFirst());
        assertTrue(end.isKicked());
        assertTrue(end.error().orElseThrow().isKicked());
        assertEquals(1, told.all().size());
    }

    @Test
    void aBrokenConnectionIsNoKick() {
        connect();
        server.cut(ME);
        told.until(all -> !all.isEmpty());
        var end = assertInstanceOf(DirectorEvent.Disconnected.class, told.all().getFirst());
        assertFalse(end.isKicked());
        assertTrue(end.error().isPresent());
    }

    @Test
    void whoLeavesSaysSoAndHearsNothingMore() {
        connect();
        director.disconnect().join();
        server.heard().untilTold("gone " + ME.address());
        assertEquals(List.of(new DirectorEvent.Disconnected(false, Optional.empty())), told.all());
        refused(director.connect(), "once only");
    }

    private static void refused(CompletableFuture<Void> connecting, String why) {
        var failure = assertThrows(CompletionException.class, connecting::join).getCause();
        assertTrue(failure instanceof CommsException, failure::toString);
        assertTrue(failure.getMessage().contains(why), failure::getMessage);
    }

    @Test
    void aServiceThatDoesNotAnswerIsGivenUp() {
        server.answer();
        CompletableFuture<Void> connecting = director.connect();
        time.advance(ArchipelagoDirector.PATIENCE_MILLIS - 1);
        assertFalse(connecting.isDone());
        time.advance(1);
        refused(connecting, "does not answer");
        assertEquals(List.of(), told.all());
    }

    @Test
    void whereNobodyIsNobodyIsReached() {
        server.close();
        var connecting = director.connect();
        refused(connecting, "There is no director at 127.0.0.1");
        var sentence = connecting.exceptionNow().getMessage();
        assertTrue(sentence.matches("There is no director at 127\\.0\\.0\\.1:\\d+\\."), sentence);
    }

    @Test
    void leavingBeforeTheConnectionIsThereEndsIt() {
        CompletableFuture<Void> connecting = director.connect();
        director.disconnect().join();
        refused(connecting, "Disconnected");
        assertEquals(List.of(), told.all());
    }
}
