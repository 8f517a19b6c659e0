// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.collab.Sojourn.at;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.comms.Adapters;
import org.scenewright.comms.ConnectionString;
import org.scenewright.comms.SimulatorProtocol;
import org.scenewright.schema.Value;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Ann shares a scene; Bob edits without connection, loses his Eclipse, and joins again. */
class RejoiningTest {
    @TempDir Path directory;
    private final Adapters adapters = new Adapters(List.of(new SimulatorProtocol()));
    private Sojourn ann;
    private Sojourn bob;

    @BeforeEach
    void meet() throws IOException {
        ann = new Sojourn(directory.resolve("ann"), adapters);
        bob = new Sojourn(directory.resolve("bob"), adapters);
        var link =
                new SessionLink(
                        ConnectionString.parse("simulator:yard?delay=1"),
                        SessionLink.newSession(),
                        ann.identity.address(),
                        Optional.empty());
        ann.share(link);
        bob.join(link);
    }

    @AfterEach
    void part() {
        ann.end();
        bob.end();
    }

    /** Bob writes where nobody hears him. */
    private void alone(String axis, double to) {
        bob.cut();
        ann.awaitAlone();
        bob.move(axis, to);
        bob.awaitKept(1);
    }

    private void checkAlike(double x, double y) {
        ann.await(at(x, y));
        bob.await(at(x, y));
    }

    @Test
    void whatWasSavedWithoutConnectionIsThereAfterAStart() {
        alone("x", 7);
        bob.save();
        bob.kill();
        ann.move("y", 8);
        bob.open();
        bob.rejoin();
        checkAlike(7, 8);
        assertEquals(List.of(), bob.offered());
    }

    @Test
    void whatWasNotSavedIsThere() {
        alone("x", 7);
        bob.kill();
        bob.open();
        bob.rejoin();
        checkAlike(7, 0);
        assertEquals(List.of(), bob.offered());
    }

    @Test
    void whatWasEditedInTheFileMeanwhileIsOffered() throws IOException {
        alone("x", 7);
        bob.save();
        bob.kill();
        bob.rewrite("\"y\": 0", "\"y\": 5");
        ann.move("z", 9);
        bob.open();
        bob.rejoin();
        checkAlike(7, 0);
        assertEquals(List.of("position.y = 5"), bob.offered());
    }

    @Test
    void nothingIsOfferedToWhoKnewAll() {
        bob.move("x", 3);
        bob.save();
        bob.awaitSceneKept();
        bob.kill();
        ann.move("x", 4);
        ann.move("y", 6);
        bob.open();
        bob.rejoin();
        checkAlike(4, 6);
        assertEquals(List.of(), bob.offered());
    }

    @Test
    void whatWasEditedOnAnotherStartIsOffered() {
        alone("x", 7);
        bob.save();
        bob.kill();
        ann.shareAnew();
        bob.open();
        bob.rejoin();
        checkAlike(0, 0);
        assertEquals(List.of("position.x = 7"), bob.offered());
    }

    @Test
    void whoMayOnlyLookOnByNowIsOfferedWhatNobodyHeard() {
        alone("x", 7);
        bob.kill();
        ann.session().allow(bob.identity.address(), Role.VIEWER);
        bob.open();
        bob.rejoin();
        checkAlike(0, 0);
        assertEquals(List.of("position.x = 7"), bob.offered());
    }

    @Test
    void whatIsNotDecidedIsOfferedAgain() throws IOException {
        bob.save();
        bob.awaitSceneKept();
        bob.kill();
        bob.rewrite("\"y\": 0", "\"y\": 5");
        bob.open();
        bob.rejoin();
        bob.save();
        bob.awaitSceneKept();
        bob.kill();
        bob.open();
        bob.rejoin();
        checkAlike(0, 0);
        assertEquals(List.of("position.y = 5"), bob.offered());
    }

    @Test
    void theOwnerComesBackByTheLink() {
        ann.cut();
        bob.awaitAlone();
        ann.move("x", 7);
        ann.awaitKept(1);
        ann.kill();
        bob.move("y", 8);
        ann.open();
        ann.rejoin();
        checkAlike(7, 8);
        assertEquals(Role.OWNER, ann.session().status().role());
        bob.move("z", 2);
        ann.await(s -> s.pose(Workplace.BOX).position().z() == 2);
    }

    @Test
    void whatCannotBeReadIsToldAndSetAside() throws IOException {
        alone("x", 7);
        bob.save();
        bob.kill();
        bob.spoil("edits");
        bob.open();
        bob.rejoin();
        checkAlike(0, 0);
        assertTrue(bob.told().stream().anyMatch(s -> s.contains("set aside")), "" + bob.told());
        assertTrue(bob.isSetAside("edits"));
        assertEquals(List.of("position.x = 7"), bob.offered());
    }

    @Test
    void whatTheSceneKeptMayBeNonsense() throws IOException {
        alone("x", 7);
        bob.save();
        bob.kill();
        bob.spoil("scene");
        bob.open();
        bob.rejoin();
        checkAlike(7, 0);
        assertEquals(List.of(), bob.offered());
        assertTrue(bob.told().stream().anyMatch(s -> s.contains("set aside")), "" + bob.told());
    }

    @Test
    void whoLeavesTakesTheirEditsAlongTheNextTime() {
        alone("x", 7);
        bob.leave();
        bob.rejoin();
        checkAlike(7, 0);
    }

    @Test
    void whatWaitsIsCountedFromTheStart() {
        alone("x", 7);
        bob.kill();
        bob.open();
        bob.rejoinUnheard();
        assertEquals(1, bob.session().status().waiting());
    }

    @Test
    void aModelOfTheOthersIsNotTakenForOnesOwn() {
        ann.show("a.glb");
        bob.await(s -> s.value(Workplace.BOX, "core::GltfContainer").isPresent());
        bob.save();
        bob.awaitSceneKept();
        bob.kill();
        ann.show("b.glb");
        bob.open();
        bob.rejoin();
        bob.await(
                s ->
                        s.value(Workplace.BOX, "core::GltfContainer")
                                .equals(Optional.of(Value.fields("src", Value.of("b.glb")))));
        assertEquals(List.of(), bob.offered());
    }
}
