// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.scenewright.runtime.OpenScene.BOX;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.Value;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** What scenes hear of the areas that the player is in; the Box is an area around x = 1.5. */
class TriggerAreaTest {
    private static final String RESULT = "core::TriggerAreaResult";

    private static final Entity OTHER = Entity.of(700, 0);
    private static final String STRAIGHT = "{\"x\":0,\"y\":0,\"z\":0,\"w\":1}";

    @TempDir Path directory;
    private PhysicsStage stage;

    @BeforeEach
    void play() throws IOException {
        stage = new PhysicsStage(directory);
        stage.standsAt(-10, 0);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private void area(String json) {
        stage.puts(BOX, "core::TriggerArea", json).answered();
    }

    private String heard() {
        return stage.appended(BOX, RESULT).stream()
                .map(result -> "%.0f".formatted(result.number("eventType", -1)))
                .collect(Collectors.joining(" "));
    }

    /** Whether a player at a place is in an area. */
    private void check(boolean expected, String area, double x, double z) {
        area(area);
        stage.standsAt(x, z);
        stage.frames(1);
        assertEquals(expected ? "0" : "", heard());
    }

    @Test
    void aPlayerComesStaysAndLeaves() {
        area("{}");
        stage.frames(1);
        stage.standsAt(1.5, 0);
        stage.frames(3);
        stage.standsAt(9, 0);
        stage.frames(2);
        assertEquals("0 1 1 2", heard());
    }

    @Test
    void aPlayerWhoseBodyIsBesideTheBoxIsNotInIt() {
        check(false, "{}", 1.5, 0.81);
    }

    @Test
    void aPlayerWhoseBodyTouchesTheBoxIsInIt() {
        check(true, "{}", 1.5, 0.79);
    }

    @Test
    void theEdgeOfABoxIsNotPartOfTheBall() {
        check(false, "{\"mesh\": 1}", 2.2, 0.7);
    }

    @Test
    void theBallIsRound() {
        check(true, "{\"mesh\": 1}", 1.5, 0.7);
    }

    @Test
    void anAreaForOthersDoesNotHearOfThePlayer() {
        check(false, "{\"collisionMask\": 256}", 1.5, 0);
    }

    @Test
    void anAreaForTheMainPlayerHearsOfThePlayer() {
        check(true, "{\"collisionMask\": 8}", 1.5, 0);
    }

    @Test
    void anAreaIsAsLargeAsItsTransformSays() {
        stage.puts(
                BOX,
                "core::Transform",
                """
                {"position": {"x":1.5,"y":0,"z":0}, "rotation": {"x":0,"y":0.38268343,"z":0,
                 "w":0.92387953}, "scale": {"x":10,"y":1,"z":0.1}, "parent": 0}\
                """);
        check(true, "{}", 1.5 + 2, -2);
    }

    @Test
    void anEventTellsWhoCameAndWhere() {
        check(true, "{}", 1.5, 0.5);
        var event = stage.appended(BOX, RESULT).getFirst();
        assertEquals(512, event.number("triggeredEntity", 0));
        assertEquals(1.5, event.number("triggeredEntityPosition.x", 0));
        assertEquals(1, event.number("trigger.entity", 0));
        assertEquals(12, event.number("trigger.layers", 0));
        assertEquals(0.5, event.number("trigger.position.z", 0));
    }

    /** Another box, with a collider in some layers, somewhere along X. */
    private void other(int layers, double x, String rotation) {
        stage.puts(
                OTHER,
                "core::MeshCollider",
                "{\"collisionMask\": %d, \"mesh\": {\"$case\": \"box\", \"box\": {}}}"
                        .formatted(layers));
        moves(x, rotation);
    }

    private void moves(double x, String rotation) {
        stage.puts(
                        OTHER,
                        "core::Transform",
                        """
                        {"position": {"x":%s,"y":0,"z":0}, "rotation": %s,
                         "scale": {"x":1,"y":1,"z":1}, "parent": 0}\
                        """
                                .formatted(x, rotation))
                .answered();
    }

    @Test
    void whatHasAColliderOfALayerComesStaysAndLeaves() {
        other(256, 9, STRAIGHT);
        area("{\"collisionMask\": 256}");
        moves(2.4, STRAIGHT);
        moves(9, STRAIGHT);
        assertEquals("0 1 2", heard());
        var event = stage.appended(BOX, RESULT).getFirst();
        assertEquals(OTHER.number(), event.number("trigger.entity", 0));
        assertEquals(256, event.number("trigger.layers", 0));
        assertEquals(2.4, event.number("trigger.position.x", 0), 1e-6);
    }

    @Test
    void whatHasAColliderOfOtherLayersIsNotHeardOf() {
        other(512, 1.5, STRAIGHT);
        area("{\"collisionMask\": 256}");
        stage.frames(2);
        assertEquals("", heard());
    }

    @Test
    void aColliderReachesAsFarAsItIsTurned() {
        other(256, 2.6, STRAIGHT);
        area("{\"collisionMask\": 256}");
        assertEquals("", heard());
        moves(2.6, "{\"x\":0,\"y\":0.38268343,\"z\":0,\"w\":0.92387953}");
        assertEquals("0", heard().substring(0, 1));
    }

    @Test
    void aBallHearsOfCollidersToo() {
        other(256, 2.4, STRAIGHT);
        area("{\"collisionMask\": 256, \"mesh\": 1}");
        assertEquals("0", heard().substring(0, 1));
    }

    @Test
    void aModelCountsWhereItStands() {
        moves(1.9, STRAIGHT);
        stage.puts(OTHER, "core::GltfContainer", "{\"src\": \"a.glb\"}");
        area("{\"collisionMask\": 2}");
        assertEquals("0", heard().substring(0, 1));
    }

    @Test
    void notMoreIsToldThanAScriptCanBeTold() {
        for (int i = 0; i < 70; i++) {
            stage.puts(Entity.of(800 + i, 0), "core::TriggerArea", "{\"collisionMask\": 256}");
            stage.puts(Entity.of(900 + i, 0), "core::MeshCollider", "{\"collisionMask\": 256}");
        }
        stage.answered();
        var heard = new AtomicInteger();
        var out = new CountedWriting(heard);
        new TriggerAreas().answer(new Answering(stage.play().snapshot(), 1, out));
        assertEquals(TriggerAreas.MOST_VISITS, heard.get());
    }

    /** Counts what is added to sets that only grow. */
    private record CountedWriting(AtomicInteger appended) implements RendererWriting {
        @Override
        public void put(Entity entity, String component, Value value) {}

        @Override
        public void remove(Entity entity, String component) {}

        @Override
        public void append(Entity entity, String component, Value value) {
            appended.incrementAndGet();
        }
    }
}
