// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.testing.GlbBuilder.ordered;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

import javax.imageio.ImageIO;
import javax.management.JMException;
import javax.management.ObjectName;

/** Small files that want to become large: what they make the reader allocate is measured. */
class BombTest extends GltfFixture {
    private static final long MEGABYTE = 1 << 20;

    @Test
    void tenMillionTrianglesAreRefusedBeforeTheirIndicesAreRead() throws IOException {
        int positions = file.floats("VEC3", TRIANGLE);
        int indices = elements(30_000_000, "SCALAR", 5123);
        file.scene(
                node(
                        file.mesh(
                                ordered(
                                        "attributes",
                                        ordered("POSITION", positions),
                                        "indices",
                                        indices))));
        write("model.glb", file.gltf("large.bin"));
        try (var large = new RandomAccessFile(project.resolve("large.bin").toFile(), "rw")) {
            large.setLength(60_000_036);
        }
        file.entry("bufferViews", 1).put("byteLength", 60_000_000);
        file.entry("bufferViews", 1).put("byteOffset", 36);
        long used = allocated(() -> checkFails(text(60_000_036), "more than 2000000 triangles"));
        // The file itself, and no more than a little.
        assertTrue(used < 80 * MEGABYTE, used + " bytes");
    }

    @Test
    void anAccessorOfTheWholeWorldIsRefusedBeforeItIsMade() {
        int positions = elements(2_000_000_000, "VEC3", 5126);
        file.scene(node(file.mesh(ordered("attributes", ordered("POSITION", positions)))));
        long used = allocated(() -> checkFails("values"));
        assertTrue(used < 8 * MEGABYTE, used + " bytes");
    }

    @ParameterizedTest
    @CsvSource({
        "2000000, promises 2000000",
        "100000000, promises 100000000",
        "4294967295, promises 4294967295"
    })
    void aDracoStreamThatPromisesTooManyTrianglesIsRefused(long faces, String reason) {
        long used = allocated(() -> checkFails(draco(faces), reason));
        assertTrue(used < 32 * MEGABYTE, used + " bytes");
    }

    @Test
    void aDracoStreamWithMoreVerticesThanCornersIsRefused() {
        checkFails(draco(5), "promises 100 vertices of 5 triangles");
    }

    @Test
    void aPngThatInflatesIsScaledDownWhileItIsRead() throws IOException {
        var bomb = png(new BufferedImage(8192, 8192, BufferedImage.TYPE_BYTE_GRAY));
        assertTrue(bomb.length < 100_000, bomb.length + " bytes");
        long used = allocated(() -> assertTrue(PictureDecoder.decode(bomb).width() <= 2048));
        // All of it would be 256.
        assertTrue(used < 128 * MEGABYTE, used + " bytes");
    }

    @ParameterizedTest
    @CsvSource({"zTXt", "iTXt", "iCCP"})
    void aPngWithAnInflatingTextIsReadWithoutIt(String chunk) throws IOException {
        var small = png(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB));
        var bomb = inserted(small, chunk, inflating(chunk, 200 << 20));
        assertTrue(bomb.length < 400_000, bomb.length + " bytes");
        long used = allocated(() -> assertTrue(PictureDecoder.decode(bomb).width() == 4));
        assertTrue(used < 16 * MEGABYTE, used + " bytes");
    }

    @Test
    void aJpegIsRefusedByItsHeader() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "jpeg", out);
        var bomb = out.toByteArray();
        int size = new String(bomb, StandardCharsets.ISO_8859_1).indexOf("\u00ff\u00c0") + 5;
        Arrays.fill(bomb, size, size + 4, (byte) 0xFE);
        long used =
                allocated(
                        () ->
                                assertThrows(
                                        AssetException.class, () -> PictureDecoder.decode(bomb)));
        assertTrue(used < 8 * MEGABYTE, used + " bytes");
    }

    @Test
    void matricesOfZerosAndHugeNumbersAreShownOrTold() {
        var zeros = Collections.nCopies(16, 0);
        int skin =
                file.add(
                        "skins",
                        ordered(
                                "joints",
                                List.of(0),
                                "inverseBindMatrices",
                                file.floats("MAT4", new float[16])));
        var attributes =
                ordered(
                        "POSITION", file.floats("VEC3", TRIANGLE),
                        "JOINTS_0", file.bytes("VEC4", new int[12]),
                        "WEIGHTS_0", file.floats("VEC4", new float[12]));
        int bent = file.mesh(ordered("attributes", attributes));
        file.scene(
                node(triangle(), "matrix", zeros),
                node(triangle(), "scale", List.of(0, 0, 0)),
                node(bent, "skin", skin),
                node(triangle(), "rotation", List.of(0, 0, 0, 0)));
        for (var part : model().parts()) {
            assertTrue(Matrices.isFinite(part.mesh().positions()), part.node());
            assertTrue(Matrices.isFinite(part.transform()), part.node());
        }
    }

    /** An accessor of so many elements that it has hardly a byte for. */
    private int elements(int count, String type, int componentType) {
        return file.accessor(type, componentType, count, new byte[4]);
    }

    private byte[] text(int bytes) {
        var text = new String(file.gltf("large.bin"), StandardCharsets.UTF_8);
        return text.replaceFirst("\"byteLength\":\\d+\\}\\]\\}$", "\"byteLength\":" + bytes + "}]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] draco(long faces) {
        var stream = ByteBuffer.allocate(200);
        stream.put("DRACO".getBytes(StandardCharsets.US_ASCII)).put(new byte[] {2, 2, 1, 1, 0, 0});
        stream.put((byte) 0);
        varint(stream, 100);
        varint(stream, faces);
        var extension =
                Map.of(
                        "KHR_draco_mesh_compression",
                        Map.of("bufferView", file.view(stream.array()), "attributes", Map.of()));
        file.scene(node(triangle("extensions", extension)));
        return file.glb();
    }

    private static void varint(ByteBuffer out, long value) {
        long rest = value;
        for (; rest > 127; rest >>>= 7) {
            out.put((byte) (rest | 128));
        }
        out.put((byte) rest);
    }

    private static byte[] png(BufferedImage image) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static byte[] inflating(String chunk, int size) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.setInput(new byte[size]);
        deflater.finish();
        var packed = new byte[size / 500];
        int length = deflater.deflate(packed);
        var head = chunk.equals("iTXt") ? "a\0\1\0\0\0" : "a\0\0";
        var out = new ByteArrayOutputStream();
        out.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        out.write(packed, 0, length);
        return out.toByteArray();
    }

    /** A PNG with one more chunk behind its header. */
    private static byte[] inserted(byte[] png, String type, byte[] content) {
        int header = 8 + 25;
        var out = ByteBuffer.allocate(png.length + content.length + 12);
        out.put(png, 0, header).putInt(content.length);
        int start = out.position();
        out.put(type.getBytes(StandardCharsets.US_ASCII)).put(content);
        var crc = new CRC32();
        crc.update(out.array(), start, content.length + 4);
        out.putInt((int) crc.getValue());
        return out.put(png, header, png.length - header).array();
    }

    private static long allocated(Runnable work) {
        long before = allocated();
        work.run();
        return allocated() - before;
    }

    /** By this thread so far, in bytes. */
    private static long allocated() {
        try {
            var threads = new ObjectName(ManagementFactory.THREAD_MXBEAN_NAME);
            Object[] thread = {Thread.currentThread().threadId()};
            var bytes =
                    ManagementFactory.getPlatformMBeanServer()
                            .invoke(
                                    threads,
                                    "getThreadAllocatedBytes",
                                    thread,
                                    new String[] {"long"});
            return (Long) bytes;
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }
}
