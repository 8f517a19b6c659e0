// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.joml.Vector3f;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenewright.assets.AssetLibrary;
import org.scenewright.assets.Material.Alpha;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Pose;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class SceneViewTest {
    private static final String HIDE = "inspector::Hide={\"value\":true}";

    /** What a picture shows, apart from the ground: a line per instance. */
    private static List<String> shown(DrawList picture) {
        var all = new ArrayList<>(picture.opaque());
        all.addAll(picture.blended());
        return all.stream().flatMap(batch -> shown(batch).stream()).sorted().toList();
    }

    private static List<String> shown(DrawList.Batch batch) {
        if (batch.mesh().triangles() == 2 && batch.mesh().bounds().maxX() == 16) {
            return List.of();
        }
        return IntStream.range(0, batch.count())
                .mapToObj(
                        i ->
                                batch.mesh().triangles()
                                        + (batch.mirrored() ? " mirrored " : " ")
                                        + batch.material().alpha()
                                        + numbers(batch.transforms(), i * 12, 12)
                                        + numbers(
                                                batch.tints(),
                                                i * 4,
                                                batch.tints().length == 0 ? 0 : 4))
                .toList();
    }

    private static String numbers(float[] from, int at, int count) {
        return IntStream.range(at, at + count)
                .mapToObj(i -> String.format(Locale.ROOT, " %.3f", from[i] + 0.0f))
                .collect(Collectors.joining());
    }

    private static void check(int instances, String... lines) {
        assertEquals(instances, shown(Studio.of(lines).draw()).size());
    }

    @Test
    void aBoxIsShown() {
        check(1, "lamp at 8 0 8 box");
    }

    @Test
    void anEntityWithoutSurfaceIsNot() {
        check(0, "lamp at 8 0 8");
    }

    @Test
    void hiddenEntitiesHideWhatHangsBelow() {
        check(0, "base at 8 0 8 box " + HIDE, "lamp in base box");
    }

    @Test
    void invisibilityStaysWithTheEntity() {
        check(1, "base at 8 0 8 box VisibilityComponent={\"visible\":false}", "lamp in base box");
    }

    @Test
    void invisibilityMayPropagate() {
        check(
                0,
                "base at 8 0 8 box"
                        + " VisibilityComponent={\"visible\":false,\"propagateToChildren\":true}",
                "mid in base",
                "lamp in mid box");
    }

    @Test
    void whatPropagatesGivesWayToAnOwnWord() {
        check(
                1,
                "base at 8 0 8"
                        + " VisibilityComponent={\"visible\":false,\"propagateToChildren\":true}",
                "lamp in base box VisibilityComponent={\"visible\":true}");
    }

    @Test
    void whatIsOutOfSightIsNotDrawn() {
        check(0, "lamp at 8 0 -500 box");
    }

    @Test
    void childrenStandInTheirParentsSpace() {
        var studio = Studio.of("base at 8 0 8 turn y 90 scale 2 2 2", "lamp in base at 0 0 1 box");
        assertTrue(
                shown(studio.draw()).getFirst().contains("0.000 0.000 2.000 10.000"),
                shown(studio.draw())::toString);
    }

    @Test
    void mirroredInstancesAreBatchedApart() {
        var picture = Studio.of("a at 8 0 8 box", "b at 10 0 8 scale 1 -1 1 box").draw();
        var batches = picture.opaque().stream().filter(b -> b.mesh().triangles() == 12).toList();
        assertEquals(2, batches.size());
        assertNotEquals(batches.get(0).mirrored(), batches.get(1).mirrored());
    }

    @Test
    void manyColoursAreOneBatch() {
        var lines = new ArrayList<String>();
        for (int i = 0; i < 200; i++) {
            lines.add(
                    "b%d at %d 0 %d box Material=%s"
                            .formatted(i, i % 16, i / 16, color(i / 200.0)));
        }
        var picture = Studio.of(lines.toArray(String[]::new)).draw();
        var batches = picture.opaque().stream().filter(b -> b.mesh().triangles() == 12).toList();
        assertEquals(1, batches.size());
        assertTrue(batches.getFirst().tints().length >= batches.getFirst().count() * 4);
    }

    private static String color(double red) {
        return String.format(
                Locale.ROOT,
                "{\"material\":{\"$case\":\"pbr\",\"pbr\":{\"albedoColor\":{\"r\":%f,\"g\":1,\"b\":0,\"a\":1}}}}",
                red);
    }

    @Test
    void whiteThingsNeedNoTint() {
        var batch = Studio.of("lamp at 8 0 8 box").draw().opaque().getLast();
        assertEquals(0, batch.tints().length);
    }

    @Test
    void seeThroughThingsComeFarthestFirst() {
        String glass =
                "box Material={\"material\":{\"$case\":\"unlit\",\"unlit\":{\"diffuseColor\":{\"r\":1,\"g\":1,\"b\":1,\"a\":0.5}}}}";
        var studio =
                Studio.of(
                        "near at 8 0 4 " + glass,
                        "far at 8 0 12 " + glass,
                        "mid at 8 0 8 " + glass);
        var batch = studio.draw().blended().getFirst();
        assertEquals(Alpha.BLEND, batch.material().alpha());
        assertEquals(3, batch.count());
        assertEquals(
                List.of(12f, 8f, 4f),
                List.of(batch.transforms()[11], batch.transforms()[23], batch.transforms()[35]));
    }

    @Test
    void aMoveTouchesOnlyTheSubtree() {
        var studio = Studio.of(tree(50));
        long before = studio.view.placements();
        move(studio, "p7");
        assertEquals(3, studio.view.placements() - before);
        studio.draw();
        assertEquals(3, studio.view.placements() - before);
    }

    private static String[] tree(int parents) {
        return IntStream.range(0, parents)
                .boxed()
                .flatMap(
                        i ->
                                List.of(
                                        "p%d at %d 0 8 box".formatted(i, i),
                                        "a%d in p%d at 0 1 0 box".formatted(i, i),
                                        "b%d in a%d at 0 1 0 box".formatted(i, i))
                                        .stream())
                .toArray(String[]::new);
    }

    private static void move(Studio studio, String name) {
        var path = FieldPath.parse("position.z");
        studio.apply(new Edit.Set(studio.entity(name), SceneSnapshot.TRANSFORM, path, Value.of(9)));
    }

    @Test
    void aNameTouchesNothing() {
        var studio = Studio.of(tree(5));
        long before = studio.view.placements();
        studio.apply(new Edit.Rename(studio.entity("p1"), "other"));
        assertEquals(before, studio.view.placements());
    }

    @Test
    void theSelectionIsOutlinedWithAllBelow() {
        var studio =
                Studio.of("base at 8 0 8 box", "lamp in base at 0 1 0 box", "rest at 4 0 8 box");
        studio.select("base");
        assertEquals(2, studio.draw().outlined().stream().mapToInt(DrawList.Batch::count).sum());
        studio.select("rest");
        assertEquals(1, studio.draw().outlined().stream().mapToInt(DrawList.Batch::count).sum());
    }

    @Test
    void whatIsSelectedStaysOutlinedWhenItsLookChanges() {
        var studio = Studio.of("lamp at 8 0 8 box").select("lamp");
        studio.set("lamp", Looks.MESH, "{\"mesh\":{\"$case\":\"sphere\",\"sphere\":{}}}");
        assertEquals(1, studio.draw().outlined().size());
    }

    @Test
    void aBillboardTurnsToTheEye() {
        var studio = Studio.of("sign at 8 2 8 plane Billboard={\"billboardMode\":7}");
        for (var eye : List.of(new Vector3f(2, 7, -1), new Vector3f(14, 3, 2))) {
            studio.camera.look(eye, new Vector3f(8, 2, 8));
            float[] m = plane(studio.draw()).transforms();
            var away = new Vector3f(8, 2, 8).sub(eye).normalize();
            assertEquals(0, away.distance(m[2], m[6], m[10]), 1e-3);
        }
    }

    private static DrawList.Batch plane(DrawList picture) {
        return picture.opaque().stream()
                .filter(b -> b.mesh().bounds().maxX() == 0.5f)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aMissingModelIsAHatchedBox() {
        var studio = Studio.of("ship at 8 0 8 GltfContainer={\"src\":\"no.glb\"}");
        assertEquals(1, shown(studio.draw()).size());
        assertTrue(shown(studio.draw()).getFirst().contains("MASK"));
    }

    @Test
    void noModelIsNothing() {
        check(0, "ship at 8 0 8 GltfContainer={\"src\":\"\"}");
    }

    @Test
    void collidersAreShownOnDemand() {
        var studio =
                Studio.of("wall at 8 0 8 MeshCollider={\"mesh\":{\"$case\":\"box\",\"box\":{}}}");
        assertEquals(0, shown(studio.draw()).size());
        studio.view.options(ViewOptions.DARK.withColliders(true));
        assertEquals(1, shown(studio.draw()).size());
    }

    @Test
    void textIsAsBigAsItsFontSays() {
        var studio = Studio.of("sign at 8 2 8 TextShape={\"text\":\"Hi\",\"fontSize\":10}");
        float[] m = studio.draw().blended().getFirst().transforms();
        assertEquals(1.4, m[5], 0.2);
    }

    @Test
    void lampsShine() {
        var lamp =
                Studio.of("lamp at 8 3 8 LightSource={\"intensity\":8000,\"range\":20}")
                        .draw()
                        .lighting()
                        .lamps()
                        .getFirst();
        assertEquals(new Vector3f(8, 3, 8), lamp.position());
        assertEquals(20, lamp.range());
        assertEquals(4, lamp.color().x, 1e-4);
        assertEquals(-1, lamp.cosOuter());
    }

    @Test
    void lampsWithoutRangeReachByTheirIntensity() {
        var lamps = Studio.of("lamp at 8 3 8 LightSource={}").draw().lighting().lamps();
        assertEquals(11.25f, lamps.getFirst().range(), 0.01f);
    }

    @Test
    void lampsThatAreOffDoNot() {
        assertEquals(
                List.of(),
                Studio.of("l at 8 3 8 LightSource={\"active\":false}").draw().lighting().lamps());
    }

    @Test
    void sixteenLampsAreTheMost() {
        var lines =
                IntStream.range(0, 20)
                        .mapToObj(i -> "l%d at %d 3 8 LightSource={}".formatted(i, i * 3))
                        .toArray(String[]::new);
        var lamps = Studio.of(lines).draw().lighting().lamps();
        assertEquals(16, lamps.size());
        assertTrue(lamps.stream().noneMatch(lamp -> lamp.position().x > 54));
    }

    @Test
    void theSceneStandsOnItsParcels() {
        var studio = Studio.of();
        studio.apply(
                new Edit.Configure(
                        FieldPath.parse("scene"),
                        ValueJson.parse(
                                "{\"base\":\"4,4\",\"parcels\":[\"4,4\",\"5,4\",\"3,4\"]}")));
        var ground = studio.draw().opaque().getFirst();
        assertEquals(3, ground.count());
        assertEquals(-16, studio.view.bounds().minX());
        assertEquals(32, studio.view.bounds().maxX());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void showingChangesIsShowingFromScratch(long seed) {
        var random = new Random(seed);
        var studio = Studio.of(tree(8));
        var fresh = new SceneView(new AssetLibrary(Path.of("no-such-folder")));
        for (int step = 0; step < 60; step++) {
            studio.apply(randomEdit(studio, random));
            if (random.nextInt(6) == 0) {
                studio.undo();
            }
            fresh.reset(studio.scene.snapshot());
            assertEquals(
                    shown(fresh.draw(studio.camera, 800, 600)),
                    shown(studio.view.draw(studio.camera, 800, 600)),
                    "after step " + step);
        }
    }

    private static Edit randomEdit(Studio studio, Random random) {
        var entities =
                studio.scene.snapshot().entities().stream().filter(e -> !e.isReserved()).toList();
        if (entities.size() < 6) {
            return spawn(Entity.ROOT, random);
        }
        var one = entities.get(random.nextInt(entities.size()));
        return switch (random.nextInt(8)) {
            case 0 -> spawn(one, random);
            case 1 -> new Edit.Despawn(List.of(one));
            case 2 ->
                    new Edit.Put(
                            one, Node.HIDE, Value.fields("value", Value.of(random.nextBoolean())));
            case 3 -> new Edit.Duplicate(List.of(one));
            case 4 -> new Edit.Put(one, Node.VISIBILITY, visibility(random));
            case 5 -> new Edit.Reparent(List.of(one), Edit.Place.TOP);
            default -> new Edit.Put(one, SceneSnapshot.TRANSFORM, pose(random));
        };
    }

    private static Value visibility(Random random) {
        return Value.fields("visible", Value.of(random.nextBoolean()))
                .with(FieldPath.of("propagateToChildren"), Value.of(random.nextBoolean()));
    }

    private static Value pose(Random random) {
        var place = new Pose.Vec(random.nextInt(16), random.nextInt(3), random.nextInt(16));
        var scale = new Pose.Vec(random.nextBoolean() ? 1 : -1, 1, 1);
        return new Pose(place, Pose.IDENTITY.rotation(), scale).toValue();
    }

    private static Edit spawn(Entity parent, Random random) {
        var components = new LinkedHashMap<String, Value>();
        components.put(SceneSnapshot.TRANSFORM, pose(random));
        components.put(
                Looks.MESH, ValueJson.parse("{\"mesh\":{\"$case\":\"sphere\",\"sphere\":{}}}"));
        return new Edit.Spawn("new", Edit.Place.under(parent), components);
    }
}
