// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import org.joml.Matrix4f;
import org.scenewright.assets.Material;
import org.scenewright.render.DrawList;
import org.scenewright.render.DrawList.Batch;

import java.time.Duration;

/**
 * Prints what a frame of many boxes costs this machine; started by hand, with the number of boxes
 * and of frames.
 *
 * <p>CPU time is that of the whole process, as software renderers work on threads of their own.
 */
final class FrameBench {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;

    private final int frames;
    private final Batch boxes;

    FrameBench(int number, int frames) {
        this.frames = frames;
        this.boxes = boxes(number);
    }

    public static void main(String[] arguments) {
        int number = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        int frames = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 150;
        try (var device = JoglDevice.open()) {
            System.out.println(device.description() + ", " + number + " boxes");
            var bench = new FrameBench(number, frames);
            bench.run(device, "moving, scale 1", new Quality(1, 1));
            bench.run(device, "moving, scale 0.75", new Quality(1, 0.75f));
            bench.run(device, "settled", new Quality(4, 1));
        }
    }

    private void run(JoglDevice device, String name, Quality quality) {
        for (int i = 0; i < frames / 3; i++) {
            device.render(list(i), quality);
        }
        var before = cpu();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < frames; i++) {
            least = Math.min(least, device.render(list(i), quality).nanos());
        }
        double each = cpu().minus(before).toNanos() / 1e6 / frames;
        System.out.printf(
                "%-20s %6.1f CPU ms a frame, at best %5.1f ms%n", name, each, least / 1e6);
    }

    /** The boxes as seen from a circle around them. */
    DrawList list(int step) {
        double angle = step * 0.02;
        float x = (float) (90 * Math.cos(angle));
        float z = (float) (90 * Math.sin(angle));
        return new Sketch(WIDTH, HEIGHT).before(Sketch.DARK).from(x, 40, z).opaque(boxes).list();
    }

    private static Batch boxes(int number) {
        int side = (int) Math.ceil(Math.sqrt(number));
        var places = new Matrix4f[number];
        var tints = new float[number * 4];
        for (int i = 0; i < number; i++) {
            float x = (i % side - side / 2f) * 1.3f;
            float z = (i / side - side / 2f) * 1.3f;
            places[i] = Sketch.at(x, 0.5f, z).rotateY(i * 0.7f).scale(0.6f + i % 5 * 0.1f);
            tints[i * 4] = 0.3f + i % 7 * 0.1f;
            tints[i * 4 + 1] = 0.3f + i % 5 * 0.15f;
            tints[i * 4 + 2] = 0.3f + i % 3 * 0.3f;
            tints[i * 4 + 3] = 1;
        }
        var plain = Sketch.batch(Shapes.box(), Material.DEFAULT, places);
        return new Batch(plain.mesh(), plain.material(), plain.transforms(), tints, number, false);
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }
}
