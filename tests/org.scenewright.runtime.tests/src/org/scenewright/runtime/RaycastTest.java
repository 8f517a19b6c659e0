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

/** What scenes are answered that send out rays. */
class RaycastTest {
    private static final Entity WALL = new Entity(700);
    private static final String FORWARD =
            """
            "direction": {"$case": "globalDirection", "globalDirection": {"x":0,"y":0,"z":2}}\
            """;

    @TempDir Path directory;
    private PhysicsStage stage;

    @BeforeEach
    void play() throws IOException {
        stage = new PhysicsStage(directory);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private Value cast(String fields) {
        stage.puts(BOX, "core::Raycast", "{\"maxDistance\": 16, " + fields + "}").answered();
        return result();
    }

    private Value result() {
        return stage.told(BOX, "core::RaycastResult");
    }

    private void checkDirection(Pose.Vec expected, String direction) {
        cast("\"direction\": {" + direction + "}");
        var way = stage.bodies().beam().direction();
        assertEquals(0, way.minus(expected).length(), 1e-6, way.toString());
    }

    @Test
    void aHitTellsWhatWasMetAndWhere() {
        stage.bodies().meets(WALL, 5);
        var hit = cast(FORWARD).items("hits").getFirst();
        assertEquals(700, hit.number("entityId", 0));
        assertEquals("wall", hit.text("meshName", ""));
        assertEquals(5, hit.number("length", 0));
        assertEquals(5, hit.number("position.z", 0));
        assertEquals(-1, hit.number("normalHit.z", 0));
        assertEquals(1.5, hit.number("globalOrigin.x", 0));
        assertEquals(1, hit.number("direction.z", 0));
    }

    @Test
    void aRayThatMeetsNothingIsAnsweredToo() {
        var result = cast(FORWARD);
        assertEquals(0, result.items("hits").size());
        assertEquals(1.5, result.number("globalOrigin.x", 0));
        assertEquals(1, result.number("direction.z", 0));
    }

    @Test
    void theTimestampIsGivenBack() {
        assertEquals(77, cast("\"timestamp\": 77, " + FORWARD).number("timestamp", 0));
    }

    @Test
    void theTickIsThatOfTheEngine() {
        stage.frames(3).puts(BOX, "core::Raycast", "{" + FORWARD + "}").frames(1);
        var engine = stage.told(Entity.ROOT, "core::EngineInfo");
        assertTrue(engine.number("tickNumber", 0) > 0);
        assertEquals(engine.number("tickNumber", 0), result().number("tickNumber", -1));
    }

    @Test
    void aRayIsCastOnce() {
        cast(FORWARD);
        int beams = stage.bodies().beams();
        stage.frames(5);
        assertEquals(beams, stage.bodies().beams());
    }

    @Test
    void aContinuousRayIsCastInEveryFrameOfTheScene() {
        cast("\"continuous\": true, " + FORWARD);
        int beams = stage.bodies().beams();
        stage.frames(5);
        assertEquals(beams + 5, stage.bodies().beams());
    }

    @Test
    void aContinuousRayIsAnsweredAnewWhenSomethingMovesIntoIt() {
        cast("\"continuous\": true, " + FORWARD);
        stage.bodies().meets(WALL, 5);
        stage.frames(1);
        assertEquals(1, result().items("hits").size());
    }

    @Test
    void anotherRayIsCastAgain() {
        cast(FORWARD);
        int beams = stage.bodies().beams();
        cast("\"timestamp\": 2, " + FORWARD);
        assertEquals(beams + 1, stage.bodies().beams());
    }

    @Test
    void theSameRayIsCastAgainWhenItWasGoneInBetween() {
        cast(FORWARD);
        int beams = stage.bodies().beams();
        stage.removes(BOX, "core::Raycast").removes(BOX, "core::RaycastResult").answered();
        cast(FORWARD);
        assertEquals(beams + 1, stage.bodies().beams());
        assertEquals(2, stage.tellings(BOX, "core::RaycastResult"));
    }

    @Test
    void aLocalDirectionTurnsWithItsEntity() {
        stage.puts(BOX, "core::Transform", turned());
        checkDirection(
                new Pose.Vec(1, 0, 0),
                "\"$case\": \"localDirection\", \"localDirection\": {\"x\":0,\"y\":0,\"z\":1}");
    }

    /** A quarter turn around Y, which takes +Z to +X. */
    private static String turned() {
        return """
        {"position": {"x":1,"y":0,"z":0}, "scale": {"x":2,"y":2,"z":2}, "parent": 0,
         "rotation": {"x":0,"y":0.70710678,"z":0,"w":0.70710678}}\
        """;
    }

    @Test
    void aTargetIsAPlaceInTheScene() {
        checkDirection(
                new Pose.Vec(0, 1, 0),
                "\"$case\": \"globalTarget\", \"globalTarget\": {\"x\":1.5,\"y\":9,\"z\":0}");
    }

    @Test
    void aTargetIsAnEntity() {
        stage.puts(
                WALL,
                "core::Transform",
                """
                {"position": {"x":1.5,"y":0,"z":-4}, "rotation": {"x":0,"y":0,"z":0,"w":1},
                 "scale": {"x":1,"y":1,"z":1}, "parent": 0}\
                """);
        checkDirection(
                new Pose.Vec(0, 0, -1), "\"$case\": \"targetEntity\", \"targetEntity\": 700");
    }

    @Test
    void anEntityThatIsNotThereIsNoTarget() {
        var result = cast("\"direction\": {\"$case\": \"targetEntity\", \"targetEntity\": 888}");
        assertEquals(0, result.items("hits").size());
        assertEquals(0, stage.bodies().beams());
    }

    @Test
    void theOriginIsMovedInTheSpaceOfTheEntity() {
        stage.puts(BOX, "core::Transform", turned());
        cast("\"originOffset\": {\"x\":0,\"y\":0,\"z\":1}, " + FORWARD);
        assertEquals(0, stage.bodies().beam().origin().minus(new Pose.Vec(3, 0, 0)).length(), 1e-6);
    }

    @Test
    void aRayWithoutADirectionMeetsNothing() {
        stage.bodies().meets(WALL, 5);
        assertEquals(0, cast("\"queryType\": 0").items("hits").size());
        assertEquals(1, stage.tellings(BOX, "core::RaycastResult"));
    }

    @Test
    void aQueryOfTypeNoneMeetsNothing() {
        stage.bodies().meets(WALL, 5);
        assertEquals(0, cast("\"queryType\": 2, " + FORWARD).items("hits").size());
        assertEquals(0, stage.bodies().beams());
    }

    @Test
    void pointerAndPhysicsAreMetUnlessTheRaySaysOtherwise() {
        cast(FORWARD);
        assertEquals(new Bodies.Sieve(3, false), stage.bodies().sieve());
    }

    @Test
    void theRaySaysWhatItMeets() {
        cast("\"collisionMask\": 256, \"queryType\": 1, " + FORWARD);
        assertEquals(new Bodies.Sieve(256, true), stage.bodies().sieve());
    }

    @Test
    void theRayIsAsLongAsTheSceneSays() {
        stage.bodies().meets(WALL, 17);
        assertEquals(0, cast(FORWARD).items("hits").size());
    }
}
