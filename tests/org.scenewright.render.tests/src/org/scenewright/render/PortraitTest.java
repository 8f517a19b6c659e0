// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.joml.Vector3f;
import org.joml.Vector4f;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scenewright.assets.AssetLibrary;
import org.scenewright.assets.Bounds;
import org.scenewright.content.ContentProvider;
import org.scenewright.content.Resolution;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** Entities of a scene as a catalog shows them. */
class PortraitTest {
    private static final int PIXELS = 64;

    private final Studio studio =
            Studio.of(
                    "house at 8 1 8 turn y 30 box scale 4 2 4",
                    "roof in house at 0 0.75 0 box scale 1 0.5 1",
                    "tree at 2 1 3 cylinder",
                    "lamp at 5 5 5 LightSource={}",
                    "model at 1 0 1 GltfContainer={\"src\":\"a.glb\"}");
    private final AssetLibrary library = new AssetLibrary(Path.of("no-such-folder"));

    @AfterEach
    void close() {
        library.close();
    }

    private Portrait of(String... names) {
        return Portrait.of(studio.scene.snapshot(), studio.entities(names), library);
    }

    private static List<DrawList.Batch> surfaces(DrawList list) {
        return Stream.concat(list.opaque().stream(), list.blended().stream()).toList();
    }

    private static int count(DrawList list) {
        return surfaces(list).stream().mapToInt(DrawList.Batch::count).sum();
    }

    private void check(int surfaces, String... names) {
        assertEquals(surfaces, count(of(names).draw(PIXELS, 0)));
    }

    @Test
    void whatIsChosenIsInThePictureAndNothingElse() {
        check(1, "tree");
    }

    @Test
    void whatHangsBelowIsInThePicture() {
        check(2, "house");
    }

    @Test
    void whatHangsBelowWhatIsChosenTooIsThereOnce() {
        check(2, "house", "roof");
    }

    @Test
    void severalStandBesideEachOther() {
        check(3, "house", "tree");
    }

    @Test
    void thereAreNeitherHandlesNorLinesNorAGrid() {
        var list = of("house", "lamp").draw(PIXELS, 0);
        assertEquals(List.of(), list.lines());
        assertEquals(List.of(), list.onTop());
        assertEquals(List.of(), list.outlined());
        assertFalse(list.backdrop().grid());
    }

    @Test
    void eachIsAsItStandsInTheScene() {
        var rows = surfaces(of("roof").draw(PIXELS, 0)).getFirst().transforms();
        // Four times as wide as it says, turned with the house, on top of it.
        var across = new Vector3f(rows[0], rows[4], rows[8]);
        assertEquals(4, across.length(), 1e-4);
        assertEquals(4 * Math.cos(Math.toRadians(30)), across.x, 1e-4);
        assertEquals(2.5, rows[7], 1e-4);
    }

    @Test
    void itFillsThePicture() {
        var list = of("tree").draw(PIXELS, 0);
        var box = new Bounds(1.5f, 0.5f, 2.5f, 2.5f, 1.5f, 3.5f);
        float farthest = 0;
        for (int corner = 0; corner < 8; corner++) {
            var at = new Vector4f(Boxes.corner(box, corner), 1).mul(list.view().viewProjection());
            float off = Math.max(Math.abs(at.x), Math.abs(at.y)) / at.w;
            farthest = Math.max(farthest, off);
        }
        assertEquals(0.87, farthest, 0.1);
    }

    @Test
    void thereIsNothingToBeSeenOfALamp() {
        assertTrue(of("lamp").isEmpty());
    }

    @Test
    void whatIsNotLoadedYetIsABox() {
        var asked = new CountDownLatch(1);
        library.behind(Optional.of(new Late(asked)));
        var portrait = of("model");
        assertTrue(portrait.isPending());
        assertEquals(1, count(portrait.draw(PIXELS, 0)));
        asked.countDown();
    }

    /** A provider that has nothing, and says so only when it may. */
    private record Late(CountDownLatch asked) implements ContentProvider {
        @Override
        public String name() {
            return "late";
        }

        @Override
        public String base() {
            return "";
        }

        @Override
        public Resolution resolve(String path) {
            try {
                asked.await();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
            return new Resolution.Outside(path);
        }
    }
}
