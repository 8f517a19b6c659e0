// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.render.Shown.shown;

import org.joml.Vector3f;
import org.junit.jupiter.api.Test;
import org.scenewright.assets.AssetLibrary;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Edit;
import org.scenewright.schema.ValueJson;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class NeighborTest {
    private static final AssetLibrary NOTHING = new AssetLibrary(Path.of("no-such-folder"));
    private static final String LAMP = "LightSource={\"type\":{\"$case\":\"point\",\"point\":{}}}";

    private final Studio main = Studio.of("table at 8 0 8 box");

    private Neighbor beside(Studio other, float x) {
        var neighbor = main.view.addNeighbor(NOTHING, new Vector3f(x, 0, 0));
        neighbor.reset(other.scene.snapshot());
        return neighbor;
    }

    /** What is shown is what one scene would show that has the others' entities at such places. */
    private void check(String... lines) {
        assertEquals(shown(Studio.of(lines).draw()), shown(main.draw()));
    }

    @Test
    void itIsDrawnWhereItStands() {
        beside(Studio.of("lamp at 1 2 3 box"), -16);
        main.camera.look(new Vector3f(-30, 20, 0), new Vector3f(0, 0, 5));
        var drawn = shown(main.draw());
        assertEquals(2, drawn.size());
        assertTrue(drawn.stream().anyMatch(line -> line.contains(" -15.000 ")), drawn::toString);
    }

    @Test
    void whatHangsBelowFollows() {
        beside(Studio.of("base at 5 0 8", "lamp in base at 1 0 0 box"), 2);
        check("table at 8 0 8 box", "lamp at 8 0 8 box");
    }

    @Test
    void itFollowsChanges() {
        var other = Studio.of("lamp at 6 0 8 box");
        var neighbor = beside(other, 2);
        var changes =
                other.apply(
                        new Edit.Put(
                                other.entity("lamp"),
                                "core::Transform",
                                ValueJson.parse("{\"position\":{\"x\":7,\"y\":0,\"z\":9}}")));
        neighbor.show(other.scene.snapshot(), changes);
        assertEquals(2, shown(main.draw()).size());
        assertTrue(shown(main.draw()).stream().anyMatch(line -> line.contains(" 9.000")));
    }

    @Test
    void nothingOfItCanBeChosen() {
        beside(Studio.of("wall at 8 0 6 scale 4 4 1 box"), 0);
        main.draw();
        main.click(main.pixel(new Vector3f(8, 0, 6)));
        assertEquals("", main.selected());
    }

    @Test
    void whatStandsBehindItCanBeChosen() {
        beside(Studio.of("wall at 8 0 6 scale 4 4 1 box"), 0);
        main.draw();
        main.click(main.pixel(main.at("table")));
        assertEquals("table", main.selected());
    }

    @Test
    void noRectangleChoosesIt() {
        beside(Studio.of("wall at 10 0 8 box"), 0);
        main.draw();
        var all = ScreenRectangle.between(0, 0, Studio.WIDTH, Studio.HEIGHT);
        assertEquals(List.of(main.entity("table")), main.view.within(all));
    }

    @Test
    void choosingAnEntityOfTheSameNumberLeavesItAlone() {
        beside(Studio.of("other at 6 0 8 box"), 0);
        main.select("table");
        assertEquals(1, main.draw().outlined().stream().mapToInt(DrawList.Batch::count).sum());
    }

    @Test
    void itsTrianglesAreNotCounted() {
        var before = main.view.tally();
        beside(Studio.of("other at 6 0 8 box"), 16);
        assertEquals(before, main.view.tally());
    }

    @Test
    void itsLampsShineHere() {
        beside(Studio.of("lamp at 1 2 3 " + LAMP), 16);
        var lamps = main.draw().lighting().lamps();
        assertEquals(
                List.of(new Vector3f(17, 2, 3)), lamps.stream().map(l -> l.position()).toList());
    }

    @Test
    void whatLeavesIsGone() {
        var before = main.draw();
        int lines = before.lines().size();
        int surfaces = main.draw().opaque().stream().mapToInt(DrawList.Batch::count).sum();
        var neighbor = beside(Studio.of("lamp at 6 0 8 box " + LAMP), 0);
        assertEquals(2, shown(main.draw()).size());
        main.view.remove(neighbor);
        var after = main.draw();
        assertEquals(surfaces, after.opaque().stream().mapToInt(DrawList.Batch::count).sum());
        assertEquals(lines, after.lines().size());
        assertEquals(List.of(), after.lighting().lamps());
    }

    @Test
    void itsMaterialsCanBeOthers() {
        var other = Studio.of("lamp at 6 0 8 box");
        var neighbor = beside(other, 2);
        Entity lamp = other.entity("lamp");
        neighbor.paint(
                Map.of(
                        lamp,
                        ValueJson.parse(
                                "{\"material\":{\"$case\":\"pbr\",\"pbr\":{\"albedoColor\":"
                                        + "{\"r\":1,\"g\":0,\"b\":0,\"a\":1}}}}")));
        assertTrue(
                shown(main.draw()).stream().anyMatch(line -> line.contains(" 1.000 0.000 0.000")));
    }
}
