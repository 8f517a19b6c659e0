// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.collab.Sojourn.at;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.Value;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Ann shares a scene; Bob edits without connection, loses his Eclipse, and joins again. */
class RejoiningTest extends TwoSojourns {
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
    void whatIsOpenIsOfferedOnceHoweverOftenOneComesBack() throws IOException {
        bob.save();
        bob.awaitSceneKept();
        bob.kill();
        bob.rewrite("\"y\": 0", "\"y\": 5");
        bob.open();
        bob.rejoin();
        bob.save();
        for (int i = 0; i < 2; i++) {
            bob.leave();
            bob.rejoin();
        }
        assertEquals(List.of("position.y = 5"), bob.offered());
    }

    @Test
    void editsAreKeptThoughTheSceneCannotBe() throws IOException {
        bob.awaitSceneKept();
        bob.left().block("scene");
        bob.move("x", 3);
        ann.await(at(3, 0));
        bob.save();
        bob.awaitTold("cannot be written");
        alone("x", 7);
    }

    @Test
    void whatCannotBeReadNowStaysAsItIs() throws IOException {
        alone("x", 7);
        bob.kill();
        bob.left().block("edits");
        bob.open();
        bob.rejoin();
        bob.awaitTold("stays");
        bob.move("x", 4);
        ann.await(at(4, 0));
        bob.leave();
        assertTrue(bob.left().isBlocked("edits"));
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
        bob.left().spoil("edits");
        bob.open();
        bob.rejoin();
        checkAlike(0, 0);
        assertTrue(bob.told().stream().anyMatch(s -> s.contains("set aside")), "" + bob.told());
        assertTrue(bob.left().isSetAside("edits"));
        assertEquals(List.of("position.x = 7"), bob.offered());
    }

    @Test
    void whatTheSceneKeptMayBeNonsense() throws IOException {
        alone("x", 7);
        bob.save();
        bob.kill();
        bob.left().spoil("scene");
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

    /** What any of them does, all that they made being in {@code made}. */
    private void act(Sojourn who, Random random, Set<String> made) {
        switch (random.nextInt(6)) {
            case 0 -> who.save();
            case 1 -> who.cut();
            case 2 -> who.comeBack();
            case 3 -> {
                // One of them has what is there, and gives it to the other.
                var other = who == ann ? bob : ann;
                other.comeBack();
                who.awaitKept(other);
                who.kill();
                who.open();
                who.rejoin();
            }
            default -> {
                String name = "Thing " + made.size();
                if (who.spawn(name)) {
                    made.add(name);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whoeverLosesTheirProcessNothingIsLost(long seed) {
        var random = new Random(seed);
        var made = new TreeSet<String>();
        bob.awaitNumbers();
        for (int i = 0; i < 16; i++) {
            act(random.nextInt(3) == 0 ? ann : bob, random, made);
        }
        ann.comeBack();
        bob.comeBack();
        ann.await(s -> names(s).containsAll(made));
        bob.await(s -> names(s).containsAll(made));
        assertEquals(List.of(), bob.offered());
        assertEquals(List.of(), ann.offered());
    }

    private static Set<String> names(SceneSnapshot scene) {
        return scene.entities().stream().map(scene::name).collect(Collectors.toSet());
    }
}
