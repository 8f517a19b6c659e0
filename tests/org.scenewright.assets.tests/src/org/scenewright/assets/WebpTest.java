// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.testing.GlbBuilder.ordered;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** WebP pictures, in files of their own and in models. */
class WebpTest extends PackedFixture {

    @ParameterizedTest
    @CsvSource({
        "lossless, 0, 255, 255, 128",
        "lossy, 12, 255, 255, 128",
        "opaque, 12, 255, 255, 255"
    })
    void readsColoursAndAlpha(String name, int off, int red, int blue, int alpha) {
        var bitmap = PictureDecoder.decode(packed(name + ".webp"));
        assertEquals("32 x 16", bitmap.width() + " x " + bitmap.height());
        checkPixel(bitmap, 3, off, red, 0, 0, 255);
        checkPixel(bitmap, 28, off, 0, 0, blue, alpha);
    }

    private static void checkPixel(Bitmap bitmap, int x, int off, int... rgba) {
        for (int i = 0; i < 4; i++) {
            int found = bitmap.rgba()[(8 * bitmap.width() + x) * 4 + i] & 0xFF;
            assertEquals(rgba[i], found, off, "channel " + i);
        }
    }

    @Test
    void aModelPrefersItToItsSubstitute() {
        var picture = texture(packed("lossless.webp")).orElseThrow().bitmap();
        assertEquals(32, picture.width());
    }

    @Test
    void aModelShowsTheSubstituteOfADamagedOne() {
        var picture = texture(new byte[] {'R', 'I', 'F', 'F'}).orElseThrow().bitmap();
        assertEquals(1, picture.width());
    }

    private java.util.Optional<Texture> texture(byte[] webp) {
        int texture = file.texture(png(1, 1, 0), "image/png");
        int image = file.add("images", ordered("bufferView", file.view(webp)));
        file.entry("textures", texture)
                .put("extensions", Map.of("EXT_texture_webp", Map.of("source", image)));
        var pbr = Map.of("baseColorTexture", Map.of("index", texture));
        int material = file.add("materials", Map.of("pbrMetallicRoughness", pbr));
        file.top("extensionsRequired", List.of("EXT_texture_webp"));
        file.scene(node(triangle("material", material)));
        return model().parts().getFirst().material().maps().base();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lossless", "lossy", "opaque"})
    void survivesDamageAnywhere(String name) {
        var good = packed(name + ".webp");
        var random = new Random(4);
        for (int i = 0; i < 1000; i++) {
            var bad = i % 3 == 0 ? Arrays.copyOf(good, random.nextInt(good.length)) : good.clone();
            for (int flip = 0; flip < i % 4 && bad.length > 12; flip++) {
                bad[12 + random.nextInt(bad.length - 12)] = (byte) random.nextInt(256);
            }
            checkRefusedOrBounded(bad);
        }
    }

    private static void checkRefusedOrBounded(byte[] bytes) {
        try {
            var bitmap = PictureDecoder.decode(bytes);
            assertTrue(Math.max(bitmap.width(), bitmap.height()) <= PictureDecoder.KEPT_SIDE);
        } catch (AssetException refused) {
            assertTrue(refused.getMessage().startsWith("The picture "), refused.getMessage());
        }
    }

    /** 16384 pixels a side in the header of a picture that has hardly any bytes. */
    @Test
    void refusesABombByItsHeader() {
        var bomb = packed("opaque.webp");
        int size =
                new String(bomb, java.nio.charset.StandardCharsets.ISO_8859_1)
                        .indexOf("\u009d\u0001*");
        bomb[size + 3] = (byte) 0xFF;
        bomb[size + 4] = 0x3F;
        bomb[size + 5] = (byte) 0xFF;
        bomb[size + 6] = 0x3F;
        var refused = assertThrows(AssetException.class, () -> PictureDecoder.decode(bomb));
        assertTrue(refused.getMessage().contains("16383 x 16383"), refused.getMessage());
    }
}
