// SPDX-License-Identifier: EPL-2.0
package org.scenewright.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The ground of the sample scene and what grows and lies on it. */
final class SampleNature {
    /** Where the scene's composite lays the sea; beach, meadow and hill rise from it. */
    static final double SEA = 0.4;

    private static final Paint SAND = Paint.of("Sand", 0xF3DDA6);
    private static final Paint WET_SAND = Paint.of("Wet sand", 0xD6B87C);
    private static final Paint GRASS = Paint.of("Grass", 0x8FBF55);
    private static final Paint DARK_GRASS = Paint.of("Dark grass", 0x79AD4A);
    private static final Paint EARTH = Paint.of("Earth", 0xB98A5A);
    private static final Paint STONE = Paint.of("Stone", 0x9A958F);
    private static final Paint DARK_STONE = Paint.of("Dark stone", 0x7D7974);
    private static final Paint TRUNK = Paint.of("Trunk", 0x7A5137);

    private static final double MEADOW = 1.6;
    private static final double HILL = 3.2;
    private static final Form.Point HILL_TOP = new Form.Point(4.5, 0, 4.5);
    private static final int SIDES = 44;
    private static final double[] RINGS = {
        1.16, 1.06, 1.0, 0.94, 0.88, 0.82, 0.77, 0.72, 0.68, 0.62, 0.54, 0.46, 0.38, 0.3, 0.22,
        0.14, 0.07, 0
    };

    private SampleNature() {}

    static byte[] island() {
        var ground = island(new Random(4));
        var coarse = Form.prism(STONE, 12, 11.5, 8.2, MEADOW);
        return new ModelFile().node("Island", ground).node("Island_collider", coarse).bytes();
    }

    private static Form island(Random random) {
        var rows = new ArrayList<List<Form.Point>>();
        for (double ring : RINGS) {
            var row = new ArrayList<Form.Point>();
            for (int side = 0; side < SIDES; side++) {
                double angle = Math.PI * 2 * (side + (random.nextDouble() - 0.5) * 0.5) / SIDES;
                double distance = ring * shore(angle) * (1 + (random.nextDouble() - 0.5) * 0.03);
                row.add(
                        ground(
                                Math.sin(angle) * distance,
                                Math.cos(angle) * distance,
                                ring,
                                random));
            }
            row.add(row.getFirst());
            rows.add(row);
        }
        return painted(Form.skin(SAND, rows), random);
    }

    /** How far the beach reaches in a direction. */
    private static double shore(double angle) {
        return 11.4
                + 0.9 * Math.sin(2 * angle + 0.7)
                + 0.7 * Math.sin(3 * angle + 2.1)
                + 0.4 * Math.sin(5 * angle);
    }

    private static Form.Point ground(double x, double z, double ring, Random random) {
        double beach = SEA + 0.45;
        double height =
                ring > 0.74
                        ? mix(beach, SEA - 0.45, step(0.74, 1.12, ring))
                        : mix(MEADOW, beach, step(0.64, 0.74, ring));
        double away = Math.hypot(x - HILL_TOP.x(), z - HILL_TOP.z());
        double hill = mix(HILL, 0, step(3.0, 5.2, away));
        return new Form.Point(x, Math.max(height, hill) + random.nextDouble() * 0.07, z);
    }

    private static double step(double from, double to, double at) {
        double t = Math.clamp((at - from) / (to - from), 0, 1);
        return t * t * (3 - 2 * t);
    }

    private static double mix(double a, double b, double t) {
        return a + (b - a) * t;
    }

    private static Form painted(Form form, Random random) {
        return new Form(
                form.faces().stream()
                        .map(
                                face ->
                                        new Form.Face(
                                                face.corners(), face.uvs(), ground(face, random)))
                        .toList());
    }

    private static Paint ground(Form.Face face, Random random) {
        double height = face.corners().stream().mapToDouble(Form.Point::y).average().orElse(0);
        boolean steep = face.normal().y() < 0.82;
        if (height > SEA + 0.62) {
            return steep
                    ? (height > MEADOW + 0.3 ? STONE : EARTH)
                    : random.nextInt(3) == 0 ? DARK_GRASS : GRASS;
        }
        return height < SEA + 0.1 ? WET_SAND : SAND;
    }

    static byte[] pine() {
        var dark = Paint.of("Pine", 0x3E7C50);
        var light = Paint.of("Light pine", 0x55985E);
        var tree =
                Form.prism(TRUNK, 6, 0.2, 0.13, 1.1)
                        .plus(Form.prism(dark, 7, 1.25, 0.3, 1.3).moved(0, 0.8, 0))
                        .plus(Form.prism(light, 7, 1.0, 0.22, 1.2).turned(20).moved(0, 1.7, 0))
                        .plus(Form.prism(dark, 7, 0.72, 0, 1.4).turned(45).moved(0, 2.55, 0));
        return new ModelFile()
                .node("Pine", tree)
                .node("Pine_collider", Form.box(TRUNK, 0.5, 3, 0.5))
                .bytes();
    }

    static byte[] oak() {
        var leaves = Paint.of("Leaves", 0x7DB24A);
        var light = Paint.of("Light leaves", 0x9CC75A);
        var tree =
                Form.prism(TRUNK, 6, 0.26, 0.16, 1.5)
                        .plus(Form.boulder(leaves, 1.1, 5, 0.22, 5).moved(0, 2.2, 0))
                        .plus(Form.boulder(light, 0.8, 4, 0.2, 8).moved(0.6, 2.8, 0.25))
                        .plus(Form.boulder(light, 0.6, 4, 0.2, 9).moved(-0.7, 2.6, 0.4));
        return new ModelFile()
                .node("Oak", tree)
                .node("Oak_collider", Form.box(TRUNK, 0.6, 2, 0.6))
                .bytes();
    }

    static byte[] rocks() {
        var pile =
                Form.boulder(STONE, 0.8, 4, 0.5, 2)
                        .scaled(1.2, 0.9, 1)
                        .plus(Form.boulder(DARK_STONE, 0.5, 3, 0.5, 3).moved(0.9, -0.1, 0.4))
                        .plus(Form.boulder(STONE, 0.35, 3, 0.4, 4).moved(-0.7, -0.1, 0.6));
        return new ModelFile().node("Rocks", pile).bytes();
    }
}
