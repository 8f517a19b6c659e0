// SPDX-License-Identifier: EPL-2.0
package org.scenewright.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What floats, stands and waves at the waterside of the sample scene. */
final class SampleHarbour {
    private static final Paint WOOD = Paint.of("Post", 0x7A5137);
    private static final Paint LIGHT_WOOD = Paint.of("Thwart", 0xC08A56);
    private static final Paint HULL = Paint.of("Hull", 0x2F7FA3);
    private static final Paint RIM = Paint.of("Rim", 0xF6EFE1);
    private static final Paint RED = Paint.of("Signal red", 0xD0473C);
    private static final Paint FLOOR = Paint.of("Floor", 0xA9744A);
    private static final int SIDES = 20;
    private static final List<double[]> MIDDLES =
            Collections.nCopies(SIDES, new double[] {0.5, 0.5});

    private SampleHarbour() {}

    /** Eight metres of deck, from the shore at the origin to the front. */
    static byte[] pier() {
        var planks = Paint.picture("Planks", SamplePictures.planks());
        var pier = Form.NOTHING;
        for (int i = 0; i < 8; i++) {
            pier = pier.plus(Form.box(planks, 1.7, 0.09, 0.96).moved(0, 0.55, i + 0.5));
        }
        for (int i = 0; i < 4; i++) {
            var post = Form.prism(WOOD, 6, 0.12, 0.11, 1.9).moved(0.85, -0.9, 0.6 + i * 2.3);
            pier = pier.plus(post).plus(post.scaled(1, 1, 1).moved(-1.7, 0, 0));
        }
        pier =
                pier.plus(Form.box(WOOD, 0.12, 0.14, 8).moved(0.7, 0.41, 4))
                        .plus(Form.box(WOOD, 0.12, 0.14, 8).moved(-0.7, 0.41, 4));
        return new ModelFile()
                .node("Pier", pier)
                .node("Pier_collider", Form.box(WOOD, 1.7, 0.64, 8).moved(0, 0, 4))
                .bytes();
    }

    static byte[] boat() {
        var rows =
                List.of(
                        outline(0.18, 0.55, -0.22),
                        outline(0.62, 0.9, 0.05),
                        outline(0.8, 1, 0.42));
        var hull = Form.skin(HULL, rows);
        var rim =
                Form.skin(
                        RIM,
                        List.of(
                                outline(0.8, 1, 0.42),
                                outline(0.82, 1.01, 0.52),
                                outline(0.68, 0.94, 0.52)));
        var inside =
                Form.skin(LIGHT_WOOD, List.of(outline(0.68, 0.94, 0.52), outline(0.5, 0.8, 0.06)));
        var floor =
                new Form(List.of(new Form.Face(corners(outline(0.5, 0.8, 0.06)), MIDDLES, FLOOR)));
        var benches =
                Form.box(LIGHT_WOOD, 1.25, 0.07, 0.32)
                        .moved(0, 0.3, -0.2)
                        .plus(Form.box(LIGHT_WOOD, 1.1, 0.07, 0.32).moved(0, 0.3, -1.0));
        var all =
                hull.plus(rim)
                        .plus(inside)
                        .plus(floor)
                        .plus(benches)
                        .plus(oar())
                        .plus(oar().scaled(1, 1, 1).turned(180).moved(0, 0, -0.4));
        return new ModelFile()
                .swinging(
                        "Boat",
                        new Form.Point(0, 0, 0),
                        all,
                        new ModelFile.Swing("Bob", 4, rocking()))
                .bytes();
    }

    private static List<Form.Point> corners(List<Form.Point> closed) {
        return closed.subList(0, SIDES);
    }

    /** Round at the stern, pointed at the bow. */
    private static List<Form.Point> outline(double width, double length, double height) {
        var row = new ArrayList<Form.Point>();
        for (int i = 0; i < SIDES; i++) {
            double angle = Math.PI * 2 * i / SIDES;
            double bow = Math.max(0, Math.cos(angle));
            double z = Math.cos(angle) * 1.8 * length;
            double rise = bow * bow * bow * 0.3 * Math.max(0, height);
            row.add(
                    new Form.Point(
                            Math.sin(angle) * width * (1 - 0.35 * bow * bow), height + rise, z));
        }
        row.add(row.getFirst());
        return row;
    }

    private static Form oar() {
        var shaft = Form.prism(LIGHT_WOOD, 5, 0.03, 0.03, 1.7);
        var blade = Form.box(LIGHT_WOOD, 0.05, 0.5, 0.2).moved(0, 1.6, 0);
        return shaft.plus(blade).tilted(-108).moved(0.2, 0.75, -0.2);
    }

    private static List<float[]> rocking() {
        var poses = new ArrayList<float[]>();
        for (int i = 0; i <= 8; i++) {
            double half = Math.toRadians(3 * Math.sin(Math.PI * 2 * i / 8)) / 2;
            poses.add(new float[] {0, 0, (float) Math.sin(half), (float) Math.cos(half)});
        }
        return poses;
    }

    static byte[] buoy() {
        var light = Paint.of("Buoy light", 0xFF6A4D).glowing(1);
        var buoy =
                Form.prism(RED, 10, 0.3, 0.55, 0.35)
                        .moved(0, -0.25, 0)
                        .plus(Form.prism(RIM, 10, 0.55, 0.42, 0.25).moved(0, 0.1, 0))
                        .plus(Form.prism(RED, 10, 0.42, 0.12, 0.9).moved(0, 0.35, 0))
                        .plus(Form.boulder(light, 0.14, 3, 0, 1).moved(0, 1.35, 0));
        return new ModelFile().node("Buoy", buoy).bytes();
    }

    /** A pole, and a cloth that hangs on four joints and waves. */
    static byte[] flag() {
        var pole =
                Form.prism(RIM, 6, 0.07, 0.05, 4.6)
                        .plus(
                                Form.boulder(Paint.of("Gold", 0xE9B84A), 0.12, 3, 0, 1)
                                        .moved(0, 4.65, 0));
        var joints = List.of(at(0.05), at(0.65), at(1.25), at(1.85));
        var chain =
                new ModelFile.Chain(
                        joints, point -> (point.x() - 0.05) / 0.6, waving(joints.size()));
        return new ModelFile().node("Pole", pole).skinned("Cloth", cloth(), chain).bytes();
    }

    private static Form.Point at(double x) {
        return new Form.Point(x, 4, 0);
    }

    private static Form cloth() {
        var red = RED.onBothSides();
        var white = RIM.onBothSides();
        var cloth = Form.NOTHING;
        for (int i = 0; i < 8; i++) {
            double left = 0.05 + i * 0.25;
            for (int stripe = 0; stripe < 3; stripe++) {
                double low = 3.4 + stripe * 0.37;
                var corner = new Form.Point(left, low, 0);
                cloth =
                        cloth.plus(
                                Form.face(
                                        stripe == 1 ? white : red,
                                        corner,
                                        corner.plus(0.25, 0, 0),
                                        corner.plus(0.25, 0.37, 0),
                                        corner.plus(0, 0.37, 0)));
            }
        }
        return cloth;
    }

    private static List<ModelFile.Swing> waving(int joints) {
        var swings = new ArrayList<ModelFile.Swing>();
        for (int joint = 0; joint < joints; joint++) {
            var turns = new ArrayList<float[]>();
            for (int i = 0; i <= 8; i++) {
                double phase = Math.PI * 2 * i / 8 + 0.9 - joint * 1.5;
                double half = Math.toRadians(26 * Math.sin(phase)) / 2;
                turns.add(new float[] {0, (float) Math.sin(half), 0, (float) Math.cos(half)});
            }
            swings.add(new ModelFile.Swing("Wave", 2.4f, turns));
        }
        return swings;
    }
}
