// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.render.Shown.shown;

import org.joml.Vector3f;
import org.junit.jupiter.api.Test;
import org.scenewright.scene.Edit;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.ValueJson;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

class LookTest {
    private static void check(int instances, String... lines) {
        assertEquals(instances, shown(Studio.of(lines).draw()).size());
    }

    private static Vector3f eye(Studio studio, float x, float y, float z) {
        var eye = new Vector3f(x, y, z);
        studio.camera.look(eye, new Vector3f(8, 2, 8));
        return eye;
    }

    private static Studio played(String... lines) {
        var studio = Studio.of(lines);
        studio.view.options(ViewOptions.DARK.withPlayed(true));
        return studio;
    }

    /** Where the back of the only plane looks. */
    private static Vector3f away(Studio studio) {
        float[] m = plane(studio.draw()).transforms();
        return new Vector3f(m[2], m[6], m[10]);
    }

    private static String sign(String billboard) {
        return "sign at 8 2 8 turn y 90 plane Billboard={" + billboard + "}";
    }

    /** Where a sign looks away from somebody at 2 7 -1. */
    private static void checkAway(Vector3f expected, String billboard) {
        var studio = played(sign(billboard));
        eye(studio, 2, 7, -1);
        assertEquals(0, expected.normalize().distance(away(studio)), 1e-5, billboard);
    }

    @Test
    void aBillboardTurnsToTheEye() {
        var studio = played(sign(""));
        for (var from : List.of(eye(studio, 2, 7, -1), eye(studio, 14, 3, 2))) {
            eye(studio, from.x, from.y, from.z);
            var away = new Vector3f(8, 2, 8).sub(from).normalize();
            assertEquals(0, away.distance(away(studio)), 1e-3);
        }
    }

    @Test
    void aBillboardRestsWhereNothingIsPlayed() {
        var studio = Studio.of(sign(""));
        eye(studio, 2, 7, -1);
        assertEquals(0, away(studio).distance(1, 0, 0), 1e-5);
    }

    @Test
    void aBillboardComesToRestWhenThePlayEnds() {
        var studio = played(sign(""));
        studio.draw();
        studio.view.options(ViewOptions.DARK);
        assertEquals(0, away(studio).distance(1, 0, 0), 1e-5);
    }

    @Test
    void aBillboardAroundYStaysUpright() {
        checkAway(new Vector3f(6, 0, 9), "\"billboardMode\":2");
    }

    @Test
    void aBillboardAroundXLooksUpAndDown() {
        checkAway(new Vector3f(0, -5, 9), "\"billboardMode\":1");
    }

    @Test
    void aBillboardAroundZKeepsItsDirection() {
        checkAway(new Vector3f(1, 0, 0), "\"billboardMode\":4");
    }

    @Test
    void aBillboardOfNoAxisRests() {
        checkAway(new Vector3f(1, 0, 0), "\"billboardMode\":0");
    }

    @Test
    void aBillboardLooksAtAnEntity() {
        var studio = played("cat at 8 2 0", sign("\"targetEntity\":512"));
        assertEquals(512, studio.entity("cat").number());
        assertEquals(0, away(studio).distance(0, 0, 1), 1e-5);
        studio.set("cat", "core::Transform", "{\"position\":{\"x\":0,\"y\":2,\"z\":8}}");
        assertEquals(0, away(studio).distance(1, 0, 0), 1e-5);
    }

    @Test
    void aBillboardRestsWhileItsTargetIsNotThere() {
        checkAway(new Vector3f(1, 0, 0), "\"targetEntity\":999");
    }

    private static DrawList.Batch plane(DrawList picture) {
        return picture.opaque().stream()
                .filter(b -> b.mesh().bounds().maxX() == 0.5f)
                .findFirst()
                .orElseThrow();
    }

    private static float red(Studio studio) {
        return studio.draw().opaque().stream()
                .filter(b -> b.mesh().bounds().maxX() == 0.5f)
                .findFirst()
                .orElseThrow()
                .tints()[0];
    }

    private static String color(int red) {
        return "{\"material\":{\"$case\":\"unlit\",\"unlit\":{\"diffuseColor\":{\"r\":%d,\"g\":0,\"b\":1,\"a\":1}}}}"
                .formatted(red);
    }

    @Test
    void anotherMaterialMayBeShownForAWhile() {
        var studio = Studio.of("box at 8 0 8 box Material=" + color(0));
        studio.view.paint(Map.of(studio.entity("box"), ValueJson.parse(color(1))));
        assertEquals(1, red(studio));
        studio.view.paint(Map.of());
        assertEquals(0, red(studio));
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
}
