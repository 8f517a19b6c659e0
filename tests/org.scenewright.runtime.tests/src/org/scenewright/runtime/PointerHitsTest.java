// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.runtime.OpenScene.BOX;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Pose;
import org.scenewright.schema.Value;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** What scenes hear of what the player presses and points at. */
class PointerHitsTest {
    private static final String EVENTS = "core::PointerEvents";
    private static final String RESULT = "core::PointerEventsResult";

    @TempDir Path directory;
    private final AtomicReference<List<PointerOffer>> offered = new AtomicReference<>(List.of());
    private PhysicsStage stage;

    @BeforeEach
    void play() throws IOException {
        stage = new PhysicsStage(directory);
        stage.bodies().meets(BOX, 5);
        stage.physics().aim(ahead());
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private static ScenePhysics.Aim ahead() {
        return ahead(ScenePhysics.Reach.OF_PLAYER);
    }

    private static ScenePhysics.Aim ahead(ScenePhysics.Reach reach) {
        var ray = new Bodies.Beam(new Pose.Vec(0, 0, 0), new Pose.Vec(0, 0, 1), 1000);
        return new ScenePhysics.Aim(ray, 640, 360, reach);
    }

    /** The Box asks for one kind of event. */
    private void asks(int kind, String more) {
        stage.puts(
                        BOX,
                        EVENTS,
                        "{\"pointerEvents\": [{\"eventType\": %d, %s}]}".formatted(kind, more))
                .answered();
    }

    private void asks(int kind) {
        asks(kind, "\"eventInfo\": {}");
    }

    private List<String> heard(Entity entity) {
        return stage.appended(entity, RESULT).stream().map(PointerHitsTest::words).toList();
    }

    /** State and button by their numbers. */
    private static String words(Value result) {
        return "%.0f of %.0f".formatted(result.number("state", -1), result.number("button", -1));
    }

    private void click(InputAction action) {
        stage.physics().press(action);
        stage.frames(1);
        stage.physics().release(action);
        stage.frames(1);
    }

    @Test
    void anEntityHearsThatItIsPressed() {
        asks(1);
        click(InputAction.POINTER);
        assertEquals(List.of("1 of 0"), heard(BOX));
    }

    @Test
    void anEntityHearsThatSomethingIsReleasedOnIt() {
        asks(0);
        click(InputAction.POINTER);
        assertEquals(List.of("0 of 0"), heard(BOX));
    }

    @Test
    void whoAsksForNothingHearsNothing() {
        stage.answered();
        click(InputAction.POINTER);
        assertEquals(List.of(), heard(BOX));
    }

    @Test
    void theRootHearsAll() {
        stage.answered();
        click(InputAction.PRIMARY);
        assertEquals(List.of("1 of 1", "0 of 1"), heard(Entity.ROOT));
    }

    @Test
    void theRootHearsAlsoWhereNothingIsPointedAt() {
        stage.physics().leave();
        stage.answered();
        click(InputAction.JUMP);
        assertEquals(List.of("1 of 8", "0 of 8"), heard(Entity.ROOT));
        assertTrue(
                stage.appended(Entity.ROOT, RESULT).stream()
                        .noneMatch(result -> result.members().containsKey("hit")));
    }

    @Test
    void aHitTellsWhereItIs() {
        asks(1);
        click(InputAction.POINTER);
        var hit = stage.appended(BOX, RESULT).getFirst();
        assertEquals(512, hit.number("hit.entityId", 0));
        assertEquals(5, hit.number("hit.position.z", 0));
        assertEquals(5, hit.number("hit.length", 0));
        assertEquals(1, hit.number("hit.direction.z", 0));
    }

    @Test
    void timestampsGoUpOverAllEntities() {
        asks(1);
        click(InputAction.POINTER);
        click(InputAction.POINTER);
        double box = stage.appended(BOX, RESULT).getLast().number("timestamp", 0);
        var root =
                stage.appended(Entity.ROOT, RESULT).stream()
                        .map(result -> result.number("timestamp", 0))
                        .toList();
        assertEquals(List.of(2.0, 3.0, 5.0, 6.0), root);
        assertEquals(4, box);
    }

    @Test
    void theTickIsThatOfTheEngine() {
        asks(1);
        stage.physics().press(InputAction.POINTER);
        stage.frames(1);
        double told = stage.appended(BOX, RESULT).getFirst().number("tickNumber", -1);
        double engine = stage.told(Entity.ROOT, "core::EngineInfo").number("tickNumber", -2);
        assertEquals(engine, told);
    }

    @Test
    void anEntityHearsOnlyOfItsButton() {
        asks(1, "\"eventInfo\": {\"button\": 1}");
        click(InputAction.POINTER);
        click(InputAction.PRIMARY);
        assertEquals(List.of("1 of 1"), heard(BOX));
    }

    @Test
    void whatIsFartherThanTenMetresFromThePlayerIsNotReached() {
        stage.standsAt(0, -6);
        asks(1);
        click(InputAction.POINTER);
        assertEquals(List.of(), heard(BOX));
    }

    @Test
    void theSceneSaysHowFarAPlayerReaches() {
        stage.standsAt(0, -6);
        asks(1, "\"eventInfo\": {\"maxDistance\": 12}");
        click(InputAction.POINTER);
        assertEquals(List.of("1 of 0"), heard(BOX));
    }

    @Test
    void aLessFarReachHoldsToo() {
        asks(1, "\"eventInfo\": {\"maxDistance\": 4}");
        click(InputAction.POINTER);
        assertEquals(List.of(), heard(BOX));
    }

    @Test
    void whoLooksOnReachesAsFarAsTheySee() {
        stage.physics().aim(ahead(ScenePhysics.Reach.OF_EYE));
        stage.standsAt(0, -60);
        asks(1, "\"eventInfo\": {\"maxDistance\": 2, \"maxCameraDistance\": 2}");
        click(InputAction.POINTER);
        assertEquals(List.of("1 of 0"), heard(BOX));
    }

    @Test
    void aDistanceFromTheCameraIsEnough() {
        asks(1, "\"eventInfo\": {\"maxDistance\": 1, \"maxCameraDistance\": 6}");
        click(InputAction.POINTER);
        assertEquals(List.of("1 of 0"), heard(BOX));
    }

    @Test
    void whoAsksForNearnessHearsNothingOfThePointer() {
        asks(1, "\"interactionType\": 1, \"eventInfo\": {}");
        click(InputAction.POINTER);
        assertEquals(List.of(), heard(BOX));
    }

    @Test
    void aPointerThatComesIsHeardOnce() {
        asks(2);
        stage.frames(3);
        assertEquals(List.of("2 of 0"), heard(BOX));
    }

    @Test
    void aPointerThatLeavesIsHeard() {
        asks(3);
        stage.physics().leave();
        stage.frames(3);
        assertEquals(List.of("3 of 0"), heard(BOX));
    }

    @Test
    void aPointerLeavesWhenThePlayerWalksAway() {
        asks(3);
        stage.standsAt(0, -6);
        stage.frames(3);
        assertEquals(List.of("3 of 0"), heard(BOX));
    }

    /** What the Box asks for in its words, and what is offered then: "action: text". */
    private void checkOffers(String entries, String... expected) {
        stage.puts(BOX, EVENTS, "{\"pointerEvents\": [%s]}".formatted(entries));
        stage.physics().onOffers(offered::set);
        stage.answered().frames(1);
        var words = offered.get().stream().map(offer -> offer.action() + ": " + offer.text());
        assertEquals(List.of(expected), words.toList());
    }

    @Test
    void whatCanBeDoneIsOffered() {
        checkOffers(
                """
                {"eventType": 1, "eventInfo": {"button": 1, "hoverText": "Open"}},
                {"eventType": 0, "eventInfo": {"button": 0, "hoverText": "Knock"}}
                """,
                "POINTER: Knock",
                "PRIMARY: Open");
    }

    @Test
    void theFirstOfAButtonIsOffered() {
        checkOffers(
                """
                {"eventType": 1, "eventInfo": {"hoverText": "Open"}},
                {"eventType": 0, "eventInfo": {"hoverText": "Close"}}
                """,
                "ANY: Open");
    }

    @Test
    void withoutWordsItIsToInteract() {
        checkOffers("{\"eventType\": 1, \"eventInfo\": {}}", "ANY: Interact");
    }

    @Test
    void aButtonThatDoesNotExistIsAny() {
        checkOffers("{\"eventType\": 1, \"eventInfo\": {\"button\": 4000000}}", "ANY: Interact");
    }

    @Test
    void whatAsksForNoFeedbackIsNotOffered() {
        checkOffers("{\"eventType\": 1, \"eventInfo\": {\"showFeedback\": false}}");
    }

    @Test
    void toHoverIsNotOffered() {
        checkOffers("{\"eventType\": 2, \"eventInfo\": {\"hoverText\": \"Look\"}}");
    }

    @Test
    void whatIsTooFarAwayIsNotOffered() {
        checkOffers("{\"eventType\": 1, \"eventInfo\": {\"maxDistance\": 1}}");
    }

    @Test
    void nothingIsOfferedWhenThePointerHasLeft() {
        checkOffers("{\"eventType\": 1, \"eventInfo\": {}}", "ANY: Interact");
        stage.physics().leave();
        stage.frames(2);
        assertEquals(List.of(), offered.get());
    }

    @Test
    void anotherSceneMayBeInTheWay() throws IOException {
        asks(1);
        var other = stage.add(directory.resolve("other"), 0);
        stage.starts();
        stage.of(other).meets(BOX, 3);
        stage.answered();
        click(InputAction.POINTER);
        assertEquals(List.of(), heard(BOX));
    }

    @Test
    void aSceneHearsItsOwnCoordinates() throws IOException {
        var other = stage.add(directory.resolve("other"), 2);
        stage.starts();
        stage.frames(3);
        assertEquals(-2, stage.of(other).beam().origin().z());
    }

    @Test
    void theCollidersOfASceneThatEndedAreForgotten() throws IOException {
        var other = stage.add(directory.resolve("other"), 0);
        stage.starts();
        stage.answered();
        other.close();
        stage.frames(1);
        assertTrue(stage.of(other).isClosed());
    }

    @Test
    void allCollidersAreForgottenInTheEnd() {
        stage.answered();
        stage.physics().close();
        assertTrue(stage.bodies().isClosed());
    }
}
