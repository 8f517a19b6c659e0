// SPDX-License-Identifier: EPL-2.0
package org.scenewright.testing;

/** What houses are built from in the shipped pack: 4 metres wide, walls 3 metres high. */
final class PackBuilding {
    private static final Paint PLASTER = Paint.of("Plaster", 0xF3E9D6);
    private static final Paint TIMBER = Paint.of("Timber", 0x86573A);
    private static final Paint STONE = Paint.of("Foundation", 0x938D86);
    private static final Paint LIGHT_STONE = Paint.of("Light stone", 0xB9B2A6);
    private static final Paint TILES = Paint.of("Roof tiles", 0xC0553F);
    private static final Paint DARK_TILES = Paint.of("Dark tiles", 0xA24533);
    private static final Paint GLASS = Paint.of("Glass", 0xA9D8E6).clear(0.45f);
    private static final Paint DOOR = Paint.of("Door", 0x3F7A6B);
    private static final Paint BRASS = Paint.of("Brass", 0xE0B24A);
    private static final double WIDE = 4;
    private static final double HIGH = 3;

    private PackBuilding() {}

    static byte[] wall() {
        var wall = part(0, 0, WIDE, HIGH).plus(frame()).plus(brace(-1)).plus(brace(1));
        return solid("Wall", wall, Form.box(PLASTER, WIDE, HIGH, 0.24));
    }

    static byte[] window() {
        var holed =
                part(-1.45, 0, 1.1, HIGH)
                        .plus(part(1.45, 0, 1.1, HIGH))
                        .plus(part(0, 0, 1.8, 0.95))
                        .plus(part(0, 2.3, 1.8, 0.7))
                        .plus(frame())
                        .plus(Form.box(STONE, 1.4, 0.3, 0.3))
                        .plus(sill());
        return new ModelFile()
                .node("Wall", holed)
                .node("Glass", Form.box(GLASS, 1.7, 1.3, 0.03).moved(0, 0.98, 0))
                .node("Wall_collider", Form.box(PLASTER, WIDE, HIGH, 0.24))
                .bytes();
    }

    private static Form sill() {
        return bar(-0.9, 0.95, 0.1, 1.35)
                .plus(bar(0.9, 0.95, 0.1, 1.35))
                .plus(bar(0, 2.22, 1.9, 0.1))
                .plus(bar(0, 0.95, 0.06, 1.3))
                .plus(bar(0, 1.62, 1.8, 0.05))
                .plus(Form.box(LIGHT_STONE, 2.1, 0.09, 0.42).moved(0, 0.9, 0));
    }

    static byte[] door() {
        var holed =
                part(-1.3, 0, 1.4, HIGH)
                        .plus(part(1.3, 0, 1.4, HIGH))
                        .plus(part(0, 2.3, 1.2, 0.7))
                        .plus(frame())
                        .plus(bar(-0.62, 0, 0.12, 2.36))
                        .plus(bar(0.62, 0, 0.12, 2.36))
                        .plus(bar(0, 2.26, 1.36, 0.12))
                        .plus(Form.box(LIGHT_STONE, 1.5, 0.12, 0.8).moved(0, 0, 0.1));
        return new ModelFile()
                .node("Wall", holed)
                .node("Door", leaf())
                .node("Left_collider", Form.box(PLASTER, 1.4, HIGH, 0.24).moved(-1.3, 0, 0))
                .node("Right_collider", Form.box(PLASTER, 1.4, HIGH, 0.24).moved(1.3, 0, 0))
                .node("Top_collider", Form.box(PLASTER, 1.2, 0.7, 0.24).moved(0, 2.3, 0))
                .bytes();
    }

    /** It stands open, hinged on the left. */
    private static Form leaf() {
        var panels =
                Form.box(DOOR, 1.1, 2.12, 0.07)
                        .plus(Form.box(DOOR, 0.8, 0.75, 0.12).moved(0, 0.2, 0))
                        .plus(Form.box(DOOR, 0.8, 0.85, 0.12).moved(0, 1.1, 0))
                        .plus(Form.boulder(BRASS, 0.06, 3, 0, 1).moved(0.45, 1.02, 0.09))
                        .plus(Form.boulder(BRASS, 0.06, 3, 0, 1).moved(0.45, 1.02, -0.09));
        return panels.moved(0.55, 0.13, 0).turned(-62).moved(-0.55, 0, 0.02);
    }

    static byte[] roof() {
        var slope = slope(TILES, 0);
        for (int row = 1; row < 5; row++) {
            slope = slope.plus(slope(DARK_TILES, row));
        }
        var roof =
                slope.plus(slope.turned(180))
                        .plus(Form.box(DARK_TILES, WIDE + 0.5, 0.14, 0.34).moved(0, 1.86, 0))
                        .plus(gable().turned(90).moved(WIDE / 2 - 0.1, 0, 0))
                        .plus(gable().turned(90).moved(-WIDE / 2 + 0.1, 0, 0));
        return solid("Roof", roof, collider());
    }

    /** Half of the roof, or one of the shadows between its rows of tiles. */
    private static Form slope(Paint paint, int row) {
        double along = 2.95;
        var strip =
                row == 0
                        ? Form.box(paint, WIDE + 0.4, 0.12, along).moved(0, 0, along / 2)
                        : Form.box(paint, WIDE + 0.42, 0.03, 0.06).moved(0, 0.1, along * row / 5);
        return strip.pitched(40).moved(0, 1.8, 0);
    }

    private static Form gable() {
        double[][] outline = {{-2, 0}, {2, 0}, {0, 1.78}};
        double[][] hole = {{-0.3, 0.55}, {0.3, 0.55}, {0.3, 1.05}, {-0.3, 1.05}};
        return PackShapes.board(PLASTER, outline, 0.2).plus(PackShapes.board(TIMBER, hole, 0.24));
    }

    private static Form collider() {
        var slope = Form.box(TILES, WIDE, 0.1, 2.9).moved(0, 0, 1.45).pitched(40).moved(0, 1.8, 0);
        return slope.plus(slope.turned(180));
    }

    static byte[] platform() {
        var platform = Form.box(STONE, WIDE, 0.2, WIDE);
        for (int x = 0; x < 4; x++) {
            for (int z = 0; z < 4; z++) {
                var tone =
                        (x * 3 + z * 5) % 4 == 0
                                ? 0xC9C2B5
                                : (x + z) % 2 == 0 ? 0xBBB4A8 : 0xB0A99D;
                var slab = Paint.of("Slab " + Integer.toHexString(tone), tone);
                platform =
                        platform.plus(
                                Form.box(slab, 0.96, 0.06, 0.96).moved(x - 1.5, 0.2, z - 1.5));
            }
        }
        return solid("Platform", platform, Form.box(STONE, WIDE, 0.25, WIDE));
    }

    static byte[] stairs() {
        var stairs = Form.NOTHING;
        for (int step = 0; step < 6; step++) {
            double height = 0.25 * (step + 1);
            double z = 0.75 - step * 0.3;
            stairs =
                    stairs.plus(Form.box(STONE, 1.9, height - 0.06, 0.3).moved(0, 0, z))
                            .plus(
                                    Form.box(LIGHT_STONE, 2, 0.07, 0.34)
                                            .moved(0, height - 0.07, z + 0.02));
        }
        return solid("Stairs", stairs, PackShapes.wedge(STONE, 2, 1.5, 1.8));
    }

    static byte[] ramp() {
        var ramp = PackShapes.wedge(LIGHT_STONE, 2, 1, 3);
        for (int i = 1; i < 8; i++) {
            var groove = Form.box(STONE, 1.7, 0.02, 0.07);
            ramp = ramp.plus(groove.pitched(18.4).moved(0, i / 8.0, 1.5 - i * 3 / 8.0));
        }
        return solid("Ramp", ramp, PackShapes.wedge(STONE, 2, 1, 3));
    }

    static byte[] pillar() {
        var pillar =
                Form.box(STONE, 0.8, 0.2, 0.8)
                        .plus(Form.prism(LIGHT_STONE, 12, 0.36, 0.3, 0.16).moved(0, 0.2, 0))
                        .plus(Form.prism(LIGHT_STONE, 12, 0.27, 0.23, 2.3).moved(0, 0.34, 0))
                        .plus(Form.prism(LIGHT_STONE, 12, 0.25, 0.36, 0.18).moved(0, 2.62, 0))
                        .plus(Form.box(STONE, 0.8, 0.2, 0.8).moved(0, 2.8, 0));
        return solid("Pillar", pillar, Form.box(STONE, 0.6, 3, 0.6));
    }

    private static byte[] solid(String name, Form form, Form collider) {
        return new ModelFile().node(name, form).node(name + "_collider", collider).bytes();
    }

    private static Form part(double x, double y, double width, double height) {
        // Its top is hidden in the beam above it.
        double top = Math.min(y + height, HIGH - 0.04);
        return Form.box(PLASTER, width, top - y, 0.18).moved(x, y, 0);
    }

    private static Form bar(double x, double y, double width, double height) {
        return Form.box(TIMBER, width, height, 0.26).moved(x, y, 0);
    }

    private static Form frame() {
        return bar(-1.93, 0.3, 0.14, 2.56)
                .plus(bar(1.93, 0.3, 0.14, 2.56))
                .plus(bar(0, 2.84, WIDE, 0.16))
                .plus(Form.box(STONE, 1.3, 0.3, 0.3).moved(-1.35, 0, 0))
                .plus(Form.box(STONE, 1.3, 0.3, 0.3).moved(1.35, 0, 0));
    }

    private static Form brace(int side) {
        return Form.box(STONE, 0.7, 0.3, 0.3)
                .moved(side * 0.35, 0, 0)
                .plus(
                        Form.box(TIMBER, 0.13, 2.9, 0.24)
                                .tilted(side * 33)
                                .moved(side * 1.7, 0.36, 0))
                .plus(bar(side * 0.01, 0.3, 0.14, 2.56));
    }
}
