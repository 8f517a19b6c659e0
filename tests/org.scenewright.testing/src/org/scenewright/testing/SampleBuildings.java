// SPDX-License-Identifier: EPL-2.0
package org.scenewright.testing;

import java.util.ArrayList;
import java.util.List;

/** What people have built on the island of the sample scene. */
final class SampleBuildings {
    private static final Paint WALL = Paint.of("Plaster", 0xF6EFE1);
    private static final Paint RED = Paint.of("Red roof", 0xC5443A);
    private static final Paint DARK_RED = Paint.of("Dark red", 0x9E352E);
    private static final Paint IRON = Paint.of("Iron", 0x3D434B);
    private static final Paint STONE = Paint.of("Foundation", 0x8C8781);
    private static final Paint WOOD = Paint.of("Wood", 0x8A5A38);
    private static final Paint WARM = Paint.of("Window light", 0xFFC978).glowing(0.9f);
    private static final Paint GLASS = Paint.of("Glass", 0xBFE4EC).clear(0.35f);
    private static final Paint BEAM =
            Paint.of("Beam", 0xFFF0B8).glowing(0.6f).clear(0.16f).onBothSides();

    private static final double TOWER = 7;
    private static final int SIDES = 14;

    private SampleBuildings() {}

    static byte[] lighthouse() {
        var tower = Paint.picture("Tower", SamplePictures.tower());
        var standing =
                Form.prism(STONE, SIDES, 2.0, 1.8, 1.6)
                        .moved(0, -1.2, 0)
                        .plus(Form.tube(tower, SIDES, 1.55, 1.0, TOWER).moved(0, 0.4, 0))
                        .plus(door().moved(0, 0.4, 1.46))
                        .plus(window().moved(0, 3.3, 1.3))
                        .plus(window().moved(0, 5.3, 1.14))
                        .plus(gallery().moved(0, TOWER + 0.4, 0));
        return new ModelFile()
                .node("Lighthouse", standing)
                .node("Glass", Form.tube(GLASS, 8, 0.72, 0.72, 1.3).moved(0, TOWER + 0.6, 0))
                .swinging(
                        "Lamp",
                        new Form.Point(0, TOWER + 1.15, 0),
                        lamp(),
                        new ModelFile.Swing("Turn", 8, round()))
                .node("Tower_collider", Form.prism(STONE, 8, 1.7, 1.1, TOWER + 0.4))
                .bytes();
    }

    private static Form door() {
        return Form.box(WOOD, 0.8, 1.5, 0.3)
                .plus(Form.box(STONE, 1.1, 0.14, 0.6).moved(0, -0.1, 0.15));
    }

    private static Form window() {
        return Form.box(WARM, 0.36, 0.6, 0.16)
                .plus(Form.box(WALL, 0.52, 0.1, 0.24).moved(0, -0.1, 0));
    }

    private static Form gallery() {
        var gallery = Form.prism(IRON, SIDES, 1.15, 1.5, 0.2);
        for (int i = 0; i < SIDES; i++) {
            var post = Form.box(IRON, 0.05, 0.55, 0.05).moved(0, 0.2, 1.4);
            var rail = Form.box(IRON, 0.66, 0.05, 0.05).moved(0, 0.75, 1.37);
            gallery = gallery.plus(post.plus(rail).turned(360.0 * i / SIDES));
        }
        var roof = Form.prism(RED, 8, 1.05, 0.1, 0.85).moved(0, 1.5, 0);
        var knob = Form.boulder(IRON, 0.16, 3, 0, 1).moved(0, 2.4, 0);
        return gallery.plus(roof)
                .plus(knob)
                .plus(Form.prism(DARK_RED, 8, 0.85, 1.1, 0.12).moved(0, 1.42, 0));
    }

    private static Form lamp() {
        var bulb = Form.boulder(Paint.of("Lamp", 0xFFE08A).glowing(1), 0.34, 4, 0, 1);
        var beam = Form.tube(BEAM, 10, 0.22, 1.25, 7).pitched(90);
        return bulb.plus(beam).plus(beam.turned(180));
    }

    /** One turn about the upward axis in quarters. */
    private static List<float[]> round() {
        var turns = new ArrayList<float[]>();
        for (int i = 0; i <= 8; i++) {
            // A little off the view's axis, so that the beams are seen at rest.
            double half = Math.toRadians(62 + i * 45) / 2;
            turns.add(new float[] {0, (float) Math.sin(half), 0, (float) Math.cos(half)});
        }
        return turns;
    }

    static byte[] cottage() {
        var walls =
                Form.box(STONE, 4.3, 0.8, 3.3)
                        .moved(0, -0.6, 0)
                        .plus(Form.box(WALL, 4, 2.0, 3).moved(0, 0.2, 0))
                        .plus(gables())
                        .plus(roof())
                        .plus(Form.box(STONE, 0.5, 1.5, 0.5).moved(-1.1, 2.6, -0.5))
                        .plus(Form.box(WOOD, 0.85, 1.6, 0.1).moved(-0.6, 0.2, 1.5))
                        .plus(Form.box(STONE, 1.3, 0.18, 0.7).moved(-0.6, 0.02, 1.8))
                        .plus(pane().moved(0.95, 0.9, 1.5))
                        .plus(pane().turned(90).moved(2, 0.9, 0))
                        .plus(pane().turned(-90).moved(-2, 0.9, 0));
        return new ModelFile()
                .node("Cottage", walls)
                .node("Cottage_collider", Form.box(WALL, 4, 3, 3))
                .bytes();
    }

    private static Form gables() {
        var right = new Form.Point(2, 2.2, 1.5);
        var back = new Form.Point(2, 2.2, -1.5);
        var gable = Form.face(WALL, right, back, new Form.Point(2, 3.6, 0));
        return gable.plus(gable.turned(180));
    }

    private static Form roof() {
        var slope = Form.box(RED, 4.7, 0.16, 2.35).moved(0, 0, 1.0).pitched(43).moved(0, 3.72, 0);
        var ridge = Form.box(DARK_RED, 4.8, 0.16, 0.3).moved(0, 3.7, 0);
        return slope.plus(slope.turned(180)).plus(ridge);
    }

    private static Form pane() {
        return Form.box(WARM, 0.8, 0.7, 0.08)
                .plus(Form.box(WOOD, 0.92, 0.1, 0.16).moved(0, -0.08, 0))
                .plus(Form.box(WOOD, 0.06, 0.7, 0.12))
                .plus(Form.box(WOOD, 0.3, 0.8, 0.1).moved(0.58, -0.05, 0))
                .plus(Form.box(WOOD, 0.3, 0.8, 0.1).moved(-0.58, -0.05, 0));
    }

    static byte[] lantern() {
        var lantern =
                Form.prism(STONE, 6, 0.2, 0.16, 0.16)
                        .plus(Form.prism(IRON, 6, 0.05, 0.04, 1.7).moved(0, 0.1, 0))
                        .plus(Form.prism(WARM, 6, 0.12, 0.17, 0.32).moved(0, 1.85, 0))
                        .plus(Form.prism(IRON, 6, 0.1, 0.14, 0.06).moved(0, 1.79, 0))
                        .plus(Form.prism(IRON, 6, 0.24, 0.03, 0.18).moved(0, 2.17, 0));
        return new ModelFile().node("Lantern", lantern).bytes();
    }

    static byte[] crate() {
        var boards = Paint.picture("Crate", SamplePictures.crate());
        return new ModelFile()
                .node("Crate", Form.box(boards, 0.8, 0.8, 0.8))
                .node("Crate_collider", Form.box(boards, 0.8, 0.8, 0.8))
                .bytes();
    }
}
