// SPDX-License-Identifier: EPL-2.0
package org.scenewright.testing;

import java.util.ArrayList;
import java.util.List;

/** What games are made with in the shipped pack. */
final class PackPlay {
    private static final Paint GOLD = Paint.of("Gold", 0xF6C445).glowing(0.25f);
    private static final Paint DARK_GOLD = Paint.of("Dark gold", 0xD99A26).glowing(0.2f);
    private static final Paint WOOD = Paint.of("Wood", 0x8F5D38);
    private static final Paint IRON = Paint.of("Iron", 0x474D56);
    private static final Paint RED = Paint.of("Red", 0xD8443C);
    private static final Paint WHITE = Paint.of("White", 0xF6F1E7);

    private PackPlay() {}

    static byte[] coin() {
        var rim = Form.prism(DARK_GOLD, 20, 0.4, 0.4, 0.1).moved(0, -0.05, 0);
        var face = Form.prism(GOLD, 20, 0.33, 0.32, 0.13).moved(0, -0.065, 0);
        var coin = rim.plus(face).pitched(90).plus(star());
        return spinning("Coin", coin, 0.55, 2.4f);
    }

    private static Form star() {
        var star = Form.NOTHING;
        for (int i = 0; i < 5; i++) {
            double[][] ray = {{0, 0}, {0.075, 0.07}, {0, 0.22}, {-0.075, 0.07}};
            star = star.plus(PackShapes.board(DARK_GOLD, ray, 0.16).tilted(i * 72));
        }
        return star;
    }

    static byte[] gem() {
        int[] colors = {0x7FE9E4, 0x56CFD6, 0x3DB4CB, 0x2C97B8};
        var gem = Form.NOTHING;
        for (int i = 0; i < 8; i++) {
            var light = Paint.of("Light crystal " + i % 2, colors[i % 2]).glowing(0.3f);
            var deep = Paint.of("Deep crystal " + i % 2, colors[2 + i % 2]).glowing(0.3f);
            gem =
                    gem.plus(facet(deep, 0, 0.32, 0.42, i))
                            .plus(facet(light, 0.32, 0.2, 0.16, i).moved(0, 0.42, 0));
        }
        var table = Paint.of("Bright crystal", 0xB4F7F1).glowing(0.3f);
        gem = gem.plus(Form.prism(table, 8, 0.2, 0.2, 0.001).moved(0, 0.58, 0));
        return spinning("Gem", gem.moved(0, -0.3, 0), 0.5, 4);
    }

    /** One side of eight, each of which shines on its own. */
    private static Form facet(Paint paint, double bottom, double top, double height, int side) {
        var low = new Form.Point(0, 0, bottom);
        var high = new Form.Point(0, height, top);
        double left = side * 45.0;
        var corners =
                List.of(
                        low.turned(left),
                        low.turned(left + 45),
                        high.turned(left + 45),
                        high.turned(left));
        return bottom == 0
                ? Form.face(paint, corners.get(0), corners.get(2), corners.get(3))
                : Form.face(paint, corners.get(0), corners.get(1), corners.get(2), corners.get(3));
    }

    /** A form that turns about the upward axis for ever, at a height. */
    private static byte[] spinning(String name, Form form, double height, float seconds) {
        var swing = new ModelFile.Swing("Spin", seconds, round());
        return new ModelFile().swinging(name, new Form.Point(0, height, 0), form, swing).bytes();
    }

    private static List<float[]> round() {
        var turns = new ArrayList<float[]>();
        for (int i = 0; i <= 8; i++) {
            double half = Math.toRadians(i * 45) / 2;
            turns.add(new float[] {0, (float) Math.sin(half), 0, (float) Math.cos(half)});
        }
        return turns;
    }

    static byte[] chest() {
        var chest =
                Form.box(WOOD, 0.96, 0.42, 0.6)
                        .moved(0, 0.04, 0)
                        .plus(lid())
                        .plus(Form.box(IRON, 1.02, 0.06, 0.66).moved(0, 0.43, 0))
                        .plus(Form.box(IRON, 1.02, 0.06, 0.66))
                        .plus(Form.box(GOLD, 0.16, 0.2, 0.08).moved(0, 0.34, 0.32))
                        .plus(Form.box(IRON, 0.04, 0.08, 0.1).moved(0, 0.38, 0.32));
        for (double x : new double[] {-0.4, 0.4}) {
            chest = chest.plus(Form.box(IRON, 0.08, 0.44, 0.65).moved(x, 0, 0));
        }
        return new ModelFile()
                .node("Chest", chest)
                .node("Chest_collider", Form.box(WOOD, 1, 0.75, 0.65))
                .bytes();
    }

    private static Form lid() {
        return arched(WOOD, 0.3, 0.96)
                .plus(arched(IRON, 0.33, 0.08).moved(-0.4, 0, 0))
                .plus(arched(IRON, 0.33, 0.08).moved(0.4, 0, 0))
                .moved(0, 0.46, 0);
    }

    /** Half a column that lies on its side. */
    private static Form arched(Paint paint, double radius, double width) {
        var outline = new double[9][];
        for (int i = 0; i < 9; i++) {
            double angle = Math.PI * i / 8;
            outline[i] = new double[] {Math.cos(angle) * radius, Math.sin(angle) * radius * 0.85};
        }
        return PackShapes.board(paint, outline, width).turned(90);
    }

    static byte[] flag() {
        var pole =
                Form.prism(IRON, 10, 0.34, 0.28, 0.14)
                        .plus(Form.prism(WHITE, 8, 0.045, 0.035, 2.9).moved(0, 0.12, 0))
                        .plus(Form.boulder(GOLD, 0.09, 4, 0, 1).moved(0, 3.05, 0));
        return new ModelFile().node("Pole", pole).node("Flag", cloth()).bytes();
    }

    /** Four waves of cloth, seen from both sides. */
    private static Form cloth() {
        var both = RED.onBothSides();
        var light = WHITE.onBothSides();
        var cloth = Form.NOTHING;
        for (int i = 0; i < 8; i++) {
            for (int row = 0; row < 3; row++) {
                double top = 2.85 - row * 0.28;
                cloth =
                        cloth.plus(
                                Form.face(
                                        (i / 2 + row) % 2 == 0 ? both : light,
                                        wave(i, top - 0.28),
                                        wave(i + 1, top - 0.28),
                                        wave(i + 1, top),
                                        wave(i, top)));
            }
        }
        return cloth;
    }

    private static Form.Point wave(int column, double y) {
        double x = 0.04 + column * 0.16;
        return new Form.Point(x, y - column * 0.012, Math.sin(column * 0.95) * 0.03 * column / 2);
    }

    static byte[] spring() {
        var pad =
                Form.prism(IRON, 16, 0.75, 0.68, 0.12)
                        .plus(Form.prism(RED, 16, 0.6, 0.6, 0.08).moved(0, 0.36, 0))
                        .plus(Form.prism(WHITE, 16, 0.42, 0.42, 0.02).moved(0, 0.43, 0))
                        .plus(Form.prism(RED, 16, 0.22, 0.22, 0.02).moved(0, 0.45, 0));
        for (int i = 0; i < 3; i++) {
            pad = pad.plus(Form.tube(IRON, 12, 0.44, 0.38, 0.09).moved(0, 0.1 + i * 0.09, 0));
        }
        return new ModelFile()
                .node("Spring", pad)
                .node("Spring_collider", Form.prism(IRON, 8, 0.68, 0.6, 0.44))
                .bytes();
    }

    static byte[] target() {
        var stand =
                Form.box(WOOD, 0.07, 1.5, 0.07)
                        .tilted(14)
                        .moved(0.32, 0, -0.02)
                        .plus(Form.box(WOOD, 0.07, 1.5, 0.07).tilted(-14).moved(-0.32, 0, -0.02))
                        .plus(Form.box(WOOD, 0.07, 1.6, 0.07).pitched(22).moved(0, 0, -0.72));
        for (int ring = 0; ring < 4; ring++) {
            double radius = 0.5 - ring * 0.12;
            var disc =
                    Form.prism(
                            ring % 2 == 0 ? RED : WHITE, 20, radius, radius, 0.05 + ring * 0.012);
            stand = stand.plus(disc.pitched(90).pitched(-8).moved(0, 1.12, 0.03));
        }
        return new ModelFile()
                .node("Target", stand)
                .node("Target_collider", Form.box(WOOD, 1, 1.6, 0.2))
                .bytes();
    }
}
