// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.junit.jupiter.api.Test;
import org.scenewright.assets.AssetLibrary;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Origin;
import org.scenewright.scene.Outcome;
import org.scenewright.scene.Pose;
import org.scenewright.schema.ValueJson;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class SolidsTest {
    private static final Ray DOWN = ray(8, 10, 8, 0, -1, 0);
    private static final Solids.Reach FIRST = new Solids.Reach(100, 3, false);
    private static final Solids.Reach ALL = new Solids.Reach(100, 3, true);
    private static final String BOX = " MeshCollider={\"mesh\":{\"$case\":\"box\",\"box\":{}}}";

    private static Ray ray(float x, float y, float z, float dx, float dy, float dz) {
        return new Ray(new Vector3f(x, y, z), new Vector3f(dx, dy, dz).normalize());
    }

    private static String box(int mask) {
        return (" MeshCollider={\"collisionMask\":%d,\"mesh\":{\"$case\":\"box\",\"box\":{}}}")
                .formatted(mask);
    }

    private static Solids solids(Studio studio) {
        return new Solids(new AssetLibrary(Path.of("no-such-folder")), studio.scene.snapshot());
    }

    /** The names of what a ray meets, in order. */
    private static void check(String expected, Ray ray, Solids.Reach reach, String... lines) {
        var studio = Studio.of(lines);
        assertEquals(expected, names(studio, along(solids(studio), ray, reach)));
    }

    private static List<Solids.Contact> along(Solids solids, Ray ray, Solids.Reach reach) {
        return solids.along(place(ray.origin()), place(ray.direction()), reach);
    }

    private static Pose.Vec place(Vector3fc vector) {
        return new Pose.Vec(vector.x(), vector.y(), vector.z());
    }

    private static String names(Studio studio, List<Solids.Contact> contacts) {
        var names =
                contacts.stream()
                        .map(contact -> studio.scene.snapshot().name(contact.entity()))
                        .toList();
        return String.join(" ", names);
    }

    private static void apply(Studio studio, Solids solids, Edit edit) {
        switch (studio.scene.apply(edit, Origin.USER)) {
            case Outcome.Accepted(var changes) -> solids.show(studio.scene.snapshot(), changes);
            case Outcome.Refused(var why) -> throw new AssertionError(why);
        }
    }

    private static Edit put(Studio studio, String name, String component, String json) {
        return new Edit.Put(studio.entity(name), component, ValueJson.parse(json));
    }

    @Test
    void theNearestOfTwoIsMet() {
        check("upper", DOWN, FIRST, "lower at 8 1 8" + BOX, "upper at 8 3 8" + BOX);
    }

    @Test
    void aRayThatGoesThroughMeetsAllInOrder() {
        check(
                "upper middle lower",
                DOWN,
                ALL,
                "middle at 8 2.5 8" + BOX,
                "lower at 8 1 8" + BOX,
                "upper at 8 4 8" + BOX);
    }

    @Test
    void whatOnlyIsSeenIsNotMet() {
        check("", DOWN, ALL, "seen at 8 1 8 box");
    }

    @Test
    void whatIsNotSeenIsMetAllTheSame() {
        check("ghost", DOWN, ALL, "ghost at 8 1 8 VisibilityComponent={\"visible\":false}" + BOX);
    }

    @Test
    void onlyLayersOfTheRayAreMet() {
        check(
                "custom",
                DOWN,
                new Solids.Reach(100, 256 + 512, true),
                "usual at 8 1 8" + BOX,
                "custom at 8 3 8" + box(256),
                "none at 8 5 8" + box(0));
    }

    @Test
    void aRayEndsWhereItEnds() {
        check("", DOWN, new Solids.Reach(8.4f, 3, true), "box at 8 1 8" + BOX);
        check("box", DOWN, new Solids.Reach(8.5f, 3, true), "box at 8 1 8" + BOX);
    }

    @Test
    void aColliderIsNotMetFromInside() {
        check("", ray(8, 1, 8, 0, -1, 0), ALL, "box at 8 1 8" + BOX);
    }

    @Test
    void aContactTellsWhereItIs() {
        var studio = Studio.of("box at 8 1 8 turn x 90 scale 2 2 2" + BOX);
        var contact = along(solids(studio), DOWN, FIRST).getFirst();
        assertEquals(8, contact.metres(), 1e-5);
        assertEquals(0, contact.position().minus(new Pose.Vec(8, 2, 8)).length(), 1e-5);
        assertEquals(0, contact.normal().minus(new Pose.Vec(0, 1, 0)).length(), 1e-5);
        assertEquals("", contact.mesh());
    }

    @Test
    void allShapesAreMet() {
        for (var shape : List.of("box", "sphere", "cylinder", "plane")) {
            var json = "{\"mesh\":{\"$case\":\"%1$s\",\"%1$s\":{}}}".formatted(shape);
            check(
                    shape,
                    ray(8, 1.01f, 0, 0, 0.001f, 1),
                    FIRST,
                    shape + " at 8 1 8 MeshCollider=" + json);
        }
    }

    @Test
    void whatIsLockedOrHiddenForTheEditorIsMet() {
        check(
                "hidden locked",
                DOWN,
                ALL,
                "locked at 8 1 8 inspector::Lock={\"value\":true}" + BOX,
                "hidden at 8 3 8 inspector::Hide={\"value\":true}" + BOX);
    }

    @Test
    void whatMovedIsMetWhereItIsByNow() {
        var studio = Studio.of("box at 2 1 2" + BOX);
        var solids = solids(studio);
        assertEquals("", names(studio, along(solids, DOWN, ALL)));
        apply(
                studio,
                solids,
                put(studio, "box", "core::Transform", "{\"position\":{\"x\":8,\"y\":1,\"z\":8}}"));
        assertEquals("box", names(studio, along(solids, DOWN, ALL)));
    }

    @Test
    void whatHangsBelowSomethingThatMovedMovesAlong() {
        var studio = Studio.of("top at 0 0 0", "box in top at 8 1 8" + BOX);
        var solids = solids(studio);
        apply(
                studio,
                solids,
                put(studio, "top", "core::Transform", "{\"position\":{\"x\":3,\"y\":0,\"z\":0}}"));
        assertEquals("", names(studio, along(solids, DOWN, ALL)));
    }

    @Test
    void aColliderThatIsRemovedIsMetNoMore() {
        var studio = Studio.of("box at 8 1 8" + BOX);
        var solids = solids(studio);
        apply(studio, solids, new Edit.Remove(studio.entity("box"), Looks.COLLIDER));
        assertEquals("", names(studio, along(solids, DOWN, ALL)));
    }

    @Test
    void anEntityThatIsGoneIsMetNoMore() {
        var studio = Studio.of("box at 8 1 8" + BOX);
        var solids = solids(studio);
        apply(studio, solids, new Edit.Despawn(List.of(studio.entity("box"))));
        assertTrue(along(solids, DOWN, ALL).isEmpty());
    }

    @Test
    void manyChangesBetweenTwoRaysAreTakenUpTogether() {
        var studio = Studio.of("box at 8 1 8" + BOX, "other at 8 3 8" + BOX);
        var solids = solids(studio);
        apply(studio, solids, new Edit.Despawn(List.of(studio.entity("box"))));
        apply(studio, solids, put(studio, "other", Looks.COLLIDER, layer(256)));
        apply(studio, solids, put(studio, "other", Looks.COLLIDER, layer(2)));
        assertEquals("other", names(studio, along(solids, DOWN, ALL)));
    }

    private static String layer(int mask) {
        return box(mask).replace(" MeshCollider=", "");
    }

    private static List<Solids.Face> around(Solids solids, double x, double y, double z) {
        return solids.within(
                new Pose.Vec(x - 0.4, y - 0.4, z - 0.4),
                new Pose.Vec(x + 0.4, y + 0.4, z + 0.4),
                2);
    }

    @Test
    void theSidesOfABoxThatReachIntoABoxAreFound() {
        var studio = Studio.of("box at 8 1 8 scale 2 2 2" + BOX, "far at 12 1 8" + BOX);
        var top = around(solids(studio), 8, 2, 8);
        assertEquals(2, top.size());
        for (var face : top) {
            assertEquals(studio.entity("box"), face.entity());
            assertEquals(6, face.a().y() + face.b().y() + face.c().y(), 1e-5);
        }
        assertEquals(6, around(solids(studio), 9, 2, 9).size());
    }

    @Test
    void sidesOnOtherLayersAreNotFound() {
        assertEquals(List.of(), around(solids(Studio.of("box at 8 1 8" + box(1))), 8, 1.5, 8));
        assertEquals(2, around(solids(Studio.of("box at 8 1 8" + box(2))), 8, 1.5, 8).size());
    }

    @Test
    void sidesAreFoundWhereTheyAreByNow() {
        var studio = Studio.of("box at 2 1 2" + BOX);
        var solids = solids(studio);
        assertEquals(List.of(), around(solids, 8, 1.5, 8));
        apply(
                studio,
                solids,
                put(studio, "box", "core::Transform", "{\"position\":{\"x\":8,\"y\":1,\"z\":8}}"));
        assertEquals(2, around(solids, 8, 1.5, 8).size());
    }

    @Test
    void noSideIsMissedAmongManyTurnedOnes() {
        var random = new Random(11);
        String[] lines =
                IntStream.range(0, 300)
                        .mapToObj(
                                i ->
                                        "b%d at %d %d %d turn y %d scale 2 1 3"
                                                        .formatted(
                                                                i,
                                                                random.nextInt(16),
                                                                random.nextInt(16),
                                                                random.nextInt(16),
                                                                random.nextInt(90))
                                                + BOX)
                        .toArray(String[]::new);
        var solids = solids(Studio.of(lines));
        var all = solids.within(new Pose.Vec(-99, -99, -99), new Pose.Vec(99, 99, 99), 2);
        assertEquals(3600, all.size());
        for (int i = 0; i < 200; i++) {
            var at = new Pose.Vec(random.nextInt(16), random.nextInt(16), random.nextInt(16));
            var found = Set.copyOf(around(solids, at.x(), at.y(), at.z()));
            all.stream()
                    .filter(
                            face ->
                                    Stream.of(face.a(), face.b(), face.c())
                                            .anyMatch(c -> isNear(c, at)))
                    .forEach(face -> assertTrue(found.contains(face), face + " near " + at));
        }
    }

    private static boolean isNear(Pose.Vec corner, Pose.Vec at) {
        return Math.abs(corner.x() - at.x()) < 0.39
                && Math.abs(corner.y() - at.y()) < 0.39
                && Math.abs(corner.z() - at.z()) < 0.39;
    }

    @Test
    void aRandomRayMeetsWhatABruteSearchMeets() {
        var random = new Random(5);
        String[] lines =
                IntStream.range(0, 200)
                        .mapToObj(i -> "b%d at %s".formatted(i, place(random)) + BOX)
                        .toArray(String[]::new);
        var studio = Studio.of(lines);
        var solids = solids(studio);
        for (int i = 0; i < 50; i++) {
            var ray = randomRay(random);
            var all = along(solids, ray, ALL);
            assertEquals(brute(studio, ray), all.size());
            assertEquals(all.stream().limit(1).toList(), along(solids, ray, FIRST));
        }
    }

    private static String place(Random random) {
        return random.nextInt(16) + " " + random.nextInt(16) + " " + random.nextInt(16);
    }

    private static Ray randomRay(Random random) {
        return ray(
                -3,
                16 * random.nextFloat(),
                16 * random.nextFloat(),
                1,
                random.nextFloat() - 0.5f,
                random.nextFloat() - 0.5f);
    }

    /** The number of boxes of one metre along a ray, by the slabs of each. */
    private static long brute(Studio studio, Ray ray) {
        var o = ray.origin();
        var d = ray.direction();
        return studio.scene.snapshot().entities().stream()
                .filter(e -> studio.scene.snapshot().value(e, Looks.COLLIDER).isPresent())
                .filter(
                        e -> {
                            var p = studio.scene.snapshot().worldPose(e).position();
                            float near = 0;
                            float far = Float.POSITIVE_INFINITY;
                            float[] center = {(float) p.x(), (float) p.y(), (float) p.z()};
                            for (int axis = 0; axis < 3; axis++) {
                                float a = (center[axis] - 0.5f - o.get(axis)) / d.get(axis);
                                float b = (center[axis] + 0.5f - o.get(axis)) / d.get(axis);
                                near = Math.max(near, Math.min(a, b));
                                far = Math.min(far, Math.max(a, b));
                            }
                            return near < far;
                        })
                .count();
    }
}
