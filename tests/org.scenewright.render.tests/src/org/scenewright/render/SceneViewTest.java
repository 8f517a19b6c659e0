// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.render.Shown.shown;

import org.junit.jupiter.api.Test;
import org.scenewright.assets.Material.Alpha;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

class SceneViewTest {
    private static final String HIDE = "inspector::Hide={\"value\":true}";

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
    void theSelectionIsOutlinedWithAllBelow() {
        var studio =
                Studio.of("base at 8 0 8 box", "lamp in base at 0 1 0 box", "rest at 4 0 8 box");
        studio.select("base");
        assertEquals(2, studio.draw().outlined().stream().mapToInt(DrawList.Batch::count).sum());
        studio.select("rest");
        assertEquals(1, studio.draw().outlined().stream().mapToInt(DrawList.Batch::count).sum());
    }

    @Test
    void outlinesAreTwiceAsWideAtTwiceTheDensity() {
        var studio = Studio.of("lamp at 8 0 8 box").select("lamp");
        float before = studio.draw().outlinePixels();
        studio.camera.density(2);
        assertEquals(2 * before, studio.draw().outlinePixels());
    }

    @Test
    void whatIsSelectedStaysOutlinedWhenItsLookChanges() {
        var studio = Studio.of("lamp at 8 0 8 box").select("lamp");
        studio.set("lamp", Looks.MESH, "{\"mesh\":{\"$case\":\"sphere\",\"sphere\":{}}}");
        assertEquals(1, studio.draw().outlined().size());
    }
}
