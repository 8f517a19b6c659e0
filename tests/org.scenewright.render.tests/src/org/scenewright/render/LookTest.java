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
import java.util.stream.IntStream;

class LookTest {
    private static void check(int instances, String... lines) {
        assertEquals(instances, shown(Studio.of(lines).draw()).size());
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
}
