// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scenewright.content.AssetCatalog;
import org.scenewright.content.ProjectFiles;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class PixelCacheTest extends GltfFixture {
    private static final int SIDE = 16;
    private static final int BYTES = SIDE * SIDE * 4;

    private final Workers workers = new Workers();
    private final PixelCache cache = new PixelCache(4 * BYTES, workers, PictureDecoder::decode);
    private final Pictures pictures = new Pictures(cache);

    @AfterEach
    void close() {
        workers.close();
    }

    private static byte[] png(int color) {
        return png(SIDE, SIDE, color);
    }

    /** More pictures than the cache holds, of the colours 0, 1, 2... */
    private List<Bitmap> ten() {
        var all = new ArrayList<Bitmap>();
        for (int i = 0; i < 10; i++) {
            all.add(pictures.decode(png(i)));
        }
        return all;
    }

    private static void check(int color, Bitmap bitmap) {
        assertEquals(BYTES, bitmap.size());
        var rgba = bitmap.rgba();
        assertEquals(BYTES, rgba.length);
        assertArrayEquals(
                new byte[] {0, 0, (byte) color, (byte) 255},
                new byte[] {rgba[0], rgba[1], rgba[2], rgba[3]});
    }

    @Test
    void moreThanTheLimitIsNeverHeld() {
        var all = ten();
        assertEquals(4 * BYTES, cache.bytes());
        for (int i = 0; i < all.size(); i++) {
            check(i, all.get(i));
            assertEquals(4 * BYTES, cache.bytes());
        }
    }

    @Test
    void onePictureIsHeldHoweverLargeItIs() {
        var small = new PixelCache(1, workers, PictureDecoder::decode);
        var bitmap = new Pictures(small).decode(png(7));
        assertTrue(bitmap.isAtHand());
        check(7, bitmap);
    }

    @Test
    void whatWasWantedLastStays() {
        var all = ten();
        check(6, all.get(6));
        pictures.decode(png(10));
        assertTrue(all.get(6).isAtHand());
        assertFalse(all.get(7).isAtHand());
    }

    @Test
    void whatWasDroppedIsDecodedInTheBackgroundWhenSomebodyAsks() {
        var first = ten().getFirst();
        assertFalse(first.isAtHand());
        workers.idle().join();
        assertTrue(first.isAtHand());
        check(0, first);
    }

    @Test
    void allThatIsAskedForComesInTheEnd() {
        var some = ten().subList(0, 4);
        while (!some.stream().allMatch(Bitmap::isAtHand)) {
            workers.idle().join();
        }
        assertEquals(4 * BYTES, cache.bytes());
    }

    @Test
    void whereNobodyWorksAnyMoreItIsDecodedAtOnce() {
        var first = ten().getFirst();
        workers.close();
        assertTrue(first.isAtHand());
        check(0, first);
    }

    @Test
    void aPictureWhoseFileIsAnotherNowIsEmpty() {
        var file = new byte[][] {png(20)};
        var bitmap = pictures.decode(file[0], () -> file[0]);
        file[0] = png(21);
        ten();
        assertArrayEquals(new byte[BYTES], bitmap.rgba());
    }

    @Test
    void aPictureWhoseFileIsGoneIsEmpty() {
        var bitmap =
                pictures.decode(
                        png(20),
                        () -> {
                            throw new IOException("gone");
                        });
        check(20, bitmap);
        ten();
        assertArrayEquals(new byte[BYTES], bitmap.rgba());
    }

    private Bitmap pictureOf(byte[] gltf) {
        write("model.glb", gltf);
        var sources = new Sources(new ProjectFiles(project), new AssetCatalog());
        var reading = new GltfReader(sources, workers, pictures).read(AssetSource.of("model.glb"));
        var model = reading.outcome().ready().orElseThrow();
        return part(model).material().maps().base().orElseThrow().bitmap();
    }

    /** The model's picture comes back after others have pushed it out. */
    private void checkComesBack(byte[] gltf) {
        var bitmap = pictureOf(gltf);
        check(20, bitmap);
        ten();
        assertFalse(bitmap.isAtHand());
        check(20, bitmap);
    }

    private void show(Map<String, Object> image) {
        int texture =
                file.add("textures", Map.of("source", file.add("images", new HashMap<>(image))));
        var pbr = Map.of("baseColorTexture", Map.of("index", texture));
        int material = file.add("materials", Map.of("pbrMetallicRoughness", pbr));
        file.scene(node(triangle("material", material)));
    }

    @Test
    void aPictureInsideAModelIsReadAgain() {
        show(Map.of("bufferView", file.view(png(20))));
        checkComesBack(file.glb());
    }

    @Test
    void aPictureBesideAModelIsReadAgain() {
        write("beside.png", png(20));
        show(Map.of("uri", "beside.png"));
        checkComesBack(file.glb());
    }

    @Test
    void aPictureInTheTextOfAModelIsKeptAsItIs() {
        var text = Base64.getEncoder().encodeToString(png(20));
        show(Map.of("uri", "data:image/png;base64," + text));
        checkComesBack(file.gltf());
    }

    @Test
    void aModelThatHasBecomeShorterHasAnEmptyPicture() {
        show(Map.of("bufferView", file.view(png(20))));
        var bitmap = pictureOf(file.glb());
        ten();
        write("model.glb", new byte[100]);
        assertArrayEquals(new byte[BYTES], bitmap.rgba());
    }
}
