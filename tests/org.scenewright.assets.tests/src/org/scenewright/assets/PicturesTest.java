// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

import javax.imageio.ImageIO;

class PicturesTest {
    private final Pictures pictures = new Pictures(new Workers());

    @Test
    void readsColoursAndAlphaTopRowFirst() throws IOException {
        var image = new BufferedImage(2, 2, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0xFF102030);
        image.setRGB(1, 0, 0x80FF0000);
        image.setRGB(0, 1, 0x00000000);
        image.setRGB(1, 1, 0xFFFFFFFF);
        check(image, "102030ff ff000080 00000000 ffffffff");
    }

    @Test
    void readsPalettes() throws IOException {
        var image = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_INDEXED);
        image.setRGB(0, 0, 0xFF336699);
        check(image, "336699ff");
    }

    @Test
    void readsBlackAndWhite() throws IOException {
        var image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_BINARY);
        image.setRGB(1, 0, 0xFFFFFFFF);
        check(image, "000000ff ffffffff");
    }

    @Test
    void leavesGreyAsBrightAsItIs() throws IOException {
        var image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSample(0, 0, 0, 0x40);
        image.getRaster().setSample(1, 0, 0, 0xC0);
        check(image, "404040ff c0c0c0ff");
    }

    @Test
    void readsSixteenBitGrey() throws IOException {
        var image = new BufferedImage(1, 1, BufferedImage.TYPE_USHORT_GRAY);
        image.getRaster().setSample(0, 0, 0, 0x40FF);
        check(image, "404040ff");
    }

    @Test
    void readsSixteenBitColoursWithAlpha() throws IOException {
        var model =
                new ComponentColorModel(
                        ColorSpace.getInstance(ColorSpace.CS_sRGB),
                        true,
                        false,
                        Transparency.TRANSLUCENT,
                        DataBuffer.TYPE_USHORT);
        var raster = model.createCompatibleWritableRaster(1, 1);
        raster.setPixel(0, 0, new int[] {0x1234, 0x5678, 0x9ABC, 0xDEF0});
        check(new BufferedImage(model, raster, false, null), "12569ade");
    }

    @Test
    void readsJpeg() throws IOException {
        var image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 64; i++) {
            image.setRGB(i % 8, i / 8, 0xFF0000);
        }
        var bitmap = pictures.decode(bytes(image, "jpeg"));
        assertEquals(8, bitmap.width());
        assertTrue((bitmap.rgba()[0] & 255) > 240, "red");
        assertTrue((bitmap.rgba()[1] & 255) < 20, "green");
    }

    @ParameterizedTest
    @CsvSource({
        "2048,16,2048,16",
        "2049,16,1024,8",
        "4096,3000,2048,1500",
        "8192,1,2048,1",
        "1,8192,1,2048"
    })
    void scalesDownWhatIsLarger(int width, int height, int keptWidth, int keptHeight)
            throws IOException {
        var bitmap =
                pictures.decode(
                        bytes(
                                new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY),
                                "png"));
        assertEquals(keptWidth + " x " + keptHeight, bitmap.width() + " x " + bitmap.height());
    }

    @Test
    void averagesWhenScalingDown() {
        var half =
                Rasters.half(
                        new Bitmap(
                                2,
                                2,
                                HexFormat.of()
                                        .parseHex(
                                                "00000000"
                                                        + "10000000"
                                                        + "20000000"
                                                        + "30000000")));
        assertEquals("18000000", HexFormat.of().formatHex(half.rgba()));
    }

    @Test
    void refusesABombByItsHeader() throws IOException {
        var refusal = refusal(png(30_000, 30_000, new byte[64]));
        assertEquals(
                "The picture declares 30000 x 30000 pixels; at most 8192 x 8192 are shown.",
                refusal);
    }

    @ParameterizedTest
    @CsvSource({"0,1", "1,0", "-1,4", "8193,1", "1,2147483647"})
    void refusesSillySizes(int width, int height) throws IOException {
        assertTrue(refusal(png(width, height, new byte[64])).startsWith("The picture "));
    }

    @Test
    void refusesAPictureWithoutItsPixels() throws IOException {
        assertTrue(refusal(png(64, 64, new byte[0])).startsWith("The picture is damaged"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "GIF89a", "RIFF0000WAVEfmt "})
    void refusesOtherFormats(String text) {
        assertEquals("The picture is neither PNG, JPEG nor WebP.", refusal(text.getBytes()));
    }

    @Test
    void survivesDamageAnywhere() throws IOException {
        var random = new Random(1);
        var image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_ARGB);
        for (var good : new byte[][] {bytes(image, "png"), bytes(rgb(image), "jpeg")}) {
            for (int i = 0; i < 300; i++) {
                var bad = Arrays.copyOf(good, 5 + random.nextInt(good.length - 4));
                bad[4 + random.nextInt(bad.length - 4)] ^= (byte) (1 + random.nextInt(255));
                checkRefusedOrBounded(bad);
            }
        }
    }

    @Test
    void equalBytesShareOneBitmap() throws IOException {
        var png = bytes(new BufferedImage(3, 3, BufferedImage.TYPE_INT_RGB), "png");
        var first = pictures.decode(png);
        assertSame(first, pictures.decode(png.clone()));
        assertNotSame(
                first,
                pictures.decode(bytes(new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB), "png")));
    }

    private void checkRefusedOrBounded(byte[] bytes) {
        try {
            var bitmap = pictures.decode(bytes);
            assertTrue(Math.max(bitmap.width(), bitmap.height()) <= PictureDecoder.KEPT_SIDE);
        } catch (AssetException refused) {
            assertTrue(refused.getMessage().startsWith("The picture "), refused.getMessage());
        }
    }

    private void check(BufferedImage image, String expected) throws IOException {
        var bitmap = pictures.decode(bytes(image, "png"));
        assertEquals(expected.replace(" ", ""), HexFormat.of().formatHex(bitmap.rgba()));
    }

    private String refusal(byte[] bytes) {
        return assertThrows(AssetException.class, () -> pictures.decode(bytes)).getMessage();
    }

    private static BufferedImage rgb(BufferedImage image) {
        var rgb =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        rgb.createGraphics().drawImage(image, 0, 0, null);
        return rgb;
    }

    private static byte[] bytes(BufferedImage image, String format) throws IOException {
        var out = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(image, format, out));
        return out.toByteArray();
    }

    /** A grey PNG that may declare any size over any pixels. */
    private static byte[] png(int width, int height, byte[] pixels) throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(HexFormat.of().parseHex("89504e470d0a1a0a"));
        chunk(
                out,
                "IHDR",
                ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 8).array());
        if (pixels.length > 0) {
            var deflater = new Deflater();
            deflater.setInput(pixels);
            deflater.finish();
            var packed = new byte[256];
            chunk(out, "IDAT", Arrays.copyOf(packed, deflater.deflate(packed)));
        }
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] content)
            throws IOException {
        var crc = new CRC32();
        crc.update(type.getBytes());
        crc.update(content);
        out.write(ByteBuffer.allocate(4).putInt(content.length).array());
        out.write(type.getBytes());
        out.write(content);
        out.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
