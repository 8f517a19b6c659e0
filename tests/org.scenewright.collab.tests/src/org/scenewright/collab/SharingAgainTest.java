// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.collab.Sojourn.at;
import static org.scenewright.collab.Workplace.now;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.comms.Adapters;
import org.scenewright.comms.CommsException;
import org.scenewright.comms.SimulatorProtocol;
import org.scenewright.comms.WsRoomProtocol;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Edit;
import org.scenewright.scene.SceneSnapshot;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Ann ends the session in the room that she opened, and goes on with it; Bob was in there. */
class SharingAgainTest {
    @TempDir Path directory;
    private Sojourn ann;
    private Sojourn bob;
    private SessionLink link;
    private OwnRooms rooms;

    @BeforeEach
    void meet() throws IOException {
        var adapters = new Adapters(List.of(new WsRoomProtocol(), new SimulatorProtocol()));
        ann = new Sojourn(directory.resolve("ann"), adapters);
        bob = new Sojourn(directory.resolve("bob"), adapters);
        String session = SessionLink.newSession();
        var room = place(0).open(session, ann.identity.address());
        link = new SessionLink(room.way(), session, ann.identity.address(), Optional.empty());
        ann.share(link);
        keep(room);
        bob.join(link);
        bob.awaitNumbers();
        bob.move("z", 3);
        ann.await(z(3));
    }

    @AfterEach
    void part() {
        ann.end();
        bob.end();
        now(rooms.ended());
    }

    private static OwnPlace place(int port) {
        return new OwnPlace(new InetSocketAddress("127.0.0.1", port), Optional.empty());
    }

    private static Predicate<SceneSnapshot> z(double z) {
        return s -> s.pose(Workplace.BOX).position().z() == z;
    }

    private void keep(OwnRooms.Room room) {
        rooms = new OwnRooms(ann.session());
        rooms.keep(room);
    }

    /** Ann leaves, and Bob, who stays, is alone. */
    private void end() {
        ann.leave();
        now(rooms.ended());
        bob.awaitOffline();
    }

    private void goOn() {
        var room = place(port()).openAgain(link);
        assertEquals(link.connection(), room.way());
        ann.goOn(link);
        keep(room);
    }

    private int port() {
        return Integer.parseInt(link.connection().parameters().replaceAll(".*:(\\d+)/.*", "$1"));
    }

    /** Whoever stayed comes back by themselves; nobody waits for that here. */
    private void comeBack() {
        bob.session().reconnect();
        Workplace.awaitPeople(ann.session(), 2);
    }

    private void checkAlike(Predicate<SceneSnapshot> wanted) {
        ann.await(wanted);
        bob.await(wanted);
        assertEquals(List.of(), ann.offered());
        assertEquals(List.of(), bob.offered());
    }

    @Test
    void whatBothEditedMeanwhileIsMergedByTheOldLink() {
        end();
        ann.move("x", 5);
        bob.move("y", 6);
        goOn();
        comeBack();
        checkAlike(at(5, 6).and(z(3)));
        assertEquals(Role.OWNER, ann.session().status().role());
    }

    @Test
    void whoLeftJoinsByTheOldLinkWithWhatTheyEdited() {
        end();
        ann.move("x", 5);
        bob.move("y", 6);
        bob.awaitKept(ann);
        bob.leave();
        goOn();
        bob.rejoin();
        checkAlike(at(5, 6).and(z(3)));
    }

    /** Whose edits a file holds that was closed meanwhile nobody knows. */
    @Test
    void whatTheOwnerSavedAndOpenedAnewIsListed() {
        closedAndOpened();
        goOn();
        comeBack();
        ann.await(at(0, 6).and(z(3)));
        bob.await(at(0, 6).and(z(3)));
        assertEquals(1, ann.offered().size(), ann.offered()::toString);
        assertEquals(List.of(), bob.offered());
    }

    /** Ann edits and saves without Bob, who edits, too, while her scene is closed. */
    private void closedAndOpened() {
        ann.save();
        ann.awaitSceneKept();
        end();
        ann.move("x", 5);
        ann.save();
        ann.end();
        bob.move("y", 6);
        ann.open();
    }

    @Test
    void whatOthersTookAwayMeanwhileDoesNotComeBack() {
        ann.save();
        ann.awaitSceneKept();
        assertTrue(bob.spawn("Lid"));
        ann.await(s -> names(s).contains("Lid"));
        end();
        ann.save();
        ann.end();
        bob.edit(new Edit.Despawn(List.of(named(bob, "Lid"))));
        ann.open();
        goOn();
        comeBack();
        ann.await(s -> !names(s).contains("Lid"));
        bob.move("y", 6);
        ann.await(s -> s.pose(Workplace.BOX).position().y() == 6);
        assertTrue(!names(bob.scene().snapshot()).contains("Lid"));
    }

    @Test
    void whatTheOwnerMadeMeanwhileIsThere() {
        end();
        assertTrue(ann.spawn("Lamp"));
        assertTrue(bob.spawn("Lid"));
        goOn();
        comeBack();
        checkAlike(s -> names(s).containsAll(Set.of("Box", "Lamp", "Lid")));
    }

    private static Entity named(Sojourn who, String name) {
        var scene = who.scene().snapshot();
        return scene.entities().stream()
                .filter(entity -> scene.name(entity).equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> names(SceneSnapshot scene) {
        return scene.entities().stream().map(scene::name).collect(Collectors.toSet());
    }

    @Test
    void whoMayWhatStays() {
        ann.session().allow(bob.identity.address(), Role.VIEWER);
        Workplace.await(bob.session(), status -> status.role() == Role.VIEWER);
        end();
        goOn();
        comeBack();
        Workplace.await(bob.session(), status -> status.role() == Role.VIEWER);
    }

    /** Bob, who comes first, never heard of it. */
    @Test
    void whoWasSentAwayStaysOutWhoeverComesFirst() {
        String carl = "0x" + "c".repeat(40);
        bob.cut();
        bob.awaitAlone();
        ann.session().allow(carl, Role.BANNED);
        ann.leave();
        now(rooms.ended());
        var room = place(port()).openAgain(link);
        bob.comeBack();
        ann.goOn(link);
        keep(room);
        Workplace.awaitPeople(ann.session(), 2);
        // What she signs from now on is newer than all that is known of Carl.
        ann.session().allow(bob.identity.address(), Role.EDITOR);
        var gone = new CompletableFuture<String>();
        ann.session().onDoor((address, isIn) -> gone.complete(address));
        assertEquals(carl, now(gone));
    }

    @Test
    void elsewhereTheLinkIsANewOne() {
        end();
        var room = place(0).openAgain(link);
        assertNotEquals(link.connection(), room.way());
        room.server().close();
    }

    @Test
    void aPlaceThatIsTakenIsToldBefore() {
        var taken = assertThrows(CommsException.class, () -> place(port()).check());
        assertTrue(taken.getMessage().startsWith("No room can be opened at 127.0.0.1:" + port()));
        end();
        place(port()).check();
        goOn();
    }
}
