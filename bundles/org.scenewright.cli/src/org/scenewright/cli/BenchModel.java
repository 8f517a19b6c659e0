// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import javax.imageio.ImageIO;

/**
 * A binary glTF model that time may be spent on: a hilly square of triangles under a colour picture
 * as JPEG, and normals, metal and roughness as PNG. The same for the same numbers.
 *
 * @param seed of its hills and pictures
 * @param grid vertices along each side
 * @param pixels along each side of its pictures
 */
record BenchModel(long seed, int grid, int pixels) {
    private static final int WAVES = 6;
    private static final String JSON =
            """
            {"asset":{"version":"2.0"},"scene":0,"scenes":[{"nodes":[0]}],"nodes":[{"mesh":0,"name":"Hills"}],
            "meshes":[{"primitives":[{"attributes":{"POSITION":0,"NORMAL":1,"TEXCOORD_0":2},"indices":3,"material":0}]}],
            "materials":[{"doubleSided":true,"pbrMetallicRoughness":{"baseColorTexture":{"index":0},
            "metallicRoughnessTexture":{"index":2}},"normalTexture":{"index":1}}],
            "textures":[{"source":0},{"source":1},{"source":2}],
            "images":[{"bufferView":4,"mimeType":"image/jpeg"},{"bufferView":5,"mimeType":"image/png"},
            {"bufferView":6,"mimeType":"image/png"}],
            "accessors":[
            {"bufferView":0,"componentType":5126,"count":%1$d,"type":"VEC3","min":[0,-9,0],"max":[16,9,16]},
            {"bufferView":1,"componentType":5126,"count":%1$d,"type":"VEC3"},
            {"bufferView":2,"componentType":5126,"count":%1$d,"type":"VEC2"},
            {"bufferView":3,"componentType":5125,"count":%2$d,"type":"SCALAR"}],
            "bufferViews":[%3$s],"buffers":[{"byteLength":%4$d}]}\
            """;

    /** The largest that scenes of today have: 8 to 10 MB. */
    static final BenchModel LARGE = new BenchModel(1, 220, 2048);

    /** How many triangles a small one has. */
    static final int SMALL_TRIANGLES = 59 * 59 * 2;

    /** One of many of about 1 MB. */
    static BenchModel small(long seed) {
        return new BenchModel(seed, 60, 640);
    }

    byte[] glb() throws IOException {
        return glb(pictures());
    }

    /** Its pictures as files, which take nearly all of the time that it takes to make. */
    List<byte[]> pictures() throws IOException {
        return List.of(
                picture("jpg", pixels), picture("png", pixels * 3 / 4), picture("png", pixels / 2));
    }

    /**
     * @param pictures like those that it has itself
     */
    byte[] glb(List<byte[]> pictures) {
        var views = new ArrayList<>(List.of(positions(), normals(), uvs(), indices()));
        views.addAll(pictures);
        var binary = new ByteArrayOutputStream();
        var list = new StringBuilder();
        for (var view : views) {
            list.append(list.isEmpty() ? "" : ",");
            list.append(
                    "{\"buffer\":0,\"byteOffset\":%d,\"byteLength\":%d}"
                            .formatted(binary.size(), view.length));
            binary.writeBytes(Arrays.copyOf(view, (view.length + 3) / 4 * 4));
        }
        var text = JSON.formatted(grid * grid, (grid - 1) * (grid - 1) * 6, list, binary.size());
        var json =
                (text + " ".repeat((4 - text.length() % 4) % 4))
                        .getBytes(StandardCharsets.US_ASCII);
        var out =
                ByteBuffer.allocate(28 + json.length + binary.size())
                        .order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(0x46546C67).putInt(2).putInt(out.capacity());
        out.putInt(json.length).putInt(0x4E4F534A).put(json);
        out.putInt(binary.size()).putInt(0x004E4942).put(binary.toByteArray());
        return out.array();
    }

    private double height(double x, double z) {
        return Math.sin(x * 1.3 + seed) * Math.cos(z * 0.9 - seed) + 0.2 * Math.sin(x * 5 + z * 4);
    }

    private double place(int index) {
        return 16.0 * index / (grid - 1);
    }

    private interface VertexWriter {
        void write(ByteBuffer out, double x, double z);
    }

    private byte[] vertices(int floats, VertexWriter writer) {
        var out = ByteBuffer.allocate(grid * grid * floats * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (int row = 0; row < grid; row++) {
            for (int column = 0; column < grid; column++) {
                writer.write(out, place(column), place(row));
            }
        }
        return out.array();
    }

    private byte[] positions() {
        return vertices(3, (out, x, z) -> put(out, x, height(x, z), z));
    }

    private byte[] normals() {
        return vertices(
                3,
                (out, x, z) -> {
                    double dx = (height(x + 0.01, z) - height(x - 0.01, z)) / 0.02;
                    double dz = (height(x, z + 0.01) - height(x, z - 0.01)) / 0.02;
                    double length = Math.sqrt(dx * dx + 1 + dz * dz);
                    put(out, -dx / length, 1 / length, -dz / length);
                });
    }

    private byte[] uvs() {
        return vertices(2, (out, x, z) -> put(out, x / 16, z / 16));
    }

    private static void put(ByteBuffer out, double... numbers) {
        for (double number : numbers) {
            out.putFloat((float) number);
        }
    }

    private byte[] indices() {
        var out = ByteBuffer.allocate((grid - 1) * (grid - 1) * 24).order(ByteOrder.LITTLE_ENDIAN);
        for (int row = 0; row < grid - 1; row++) {
            for (int column = 0; column < grid - 1; column++) {
                int at = row * grid + column;
                int below = at + grid;
                out.putInt(at).putInt(below).putInt(at + 1);
                out.putInt(at + 1).putInt(below).putInt(below + 1);
            }
        }
        return out.array();
    }

    /** Broad waves with some grain, which compresses about as well as what artists paint. */
    private byte[] picture(String format, int side) throws IOException {
        var random = new Random(seed * 31 + format.hashCode() + side);
        var image = new BufferedImage(side, side, BufferedImage.TYPE_3BYTE_BGR);
        var waves = new double[WAVES];
        Arrays.setAll(waves, i -> random.nextDouble() * 12 / side);
        var row = new int[side];
        int grain = format.equals("png") ? 2 : 50;
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                int noise = random.nextInt(grain);
                int red = wave(x * waves[0] + y * waves[1]) + noise;
                int green = wave(x * waves[2] - y * waves[3]) + noise;
                int blue = wave(y * waves[4] + x * waves[5]) + noise;
                row[x] = red << 16 | green << 8 | blue;
            }
            image.setRGB(0, y, side, 1, row, 0, side);
        }
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    private static int wave(double at) {
        return 107 + (int) (100 * Math.sin(at));
    }
}
