// SPDX-License-Identifier: EPL-2.0
package org.scenewright.testing;

/** What stands along the ways in the pack that the product ships. */
final class PackStreet {
    private static final Paint WOOD = Paint.of("Wood", 0xB07A4A);
    private static final Paint DARK_WOOD = Paint.of("Dark wood", 0x7D5231);
    private static final Paint IRON = Paint.of("Iron", 0x525B66);
    private static final Paint WHITE = Paint.of("White paint", 0xF4EFE4);
    private static final Paint STONE = Paint.of("Stone", 0x9A958F);
    private static final Paint WARM = Paint.of("Lamp light", 0xFFD88F).glowing(1);

    /** Where the light of the street lamp hangs. */
    static final double LAMP_HEIGHT = 3.35;

    /** How far the light of the street lamp hangs from its pole. */
    static final double LAMP_REACH = 0.75;

    private PackStreet() {}

    static byte[] bench() {
        var bench = Form.NOTHING;
        for (int i = 0; i < 3; i++) {
            bench = bench.plus(Form.box(WOOD, 1.8, 0.05, 0.14).moved(0, 0.45, 0.16 - i * 0.17));
        }
        for (int i = 0; i < 2; i++) {
            bench =
                    bench.plus(
                            Form.box(WOOD, 1.8, 0.15, 0.05)
                                    .pitched(-12)
                                    .moved(0, 0.6 + i * 0.19, -0.29 - i * 0.04));
        }
        for (double x : new double[] {-0.72, 0.72}) {
            bench = bench.plus(support().moved(x, 0, 0));
        }
        return new ModelFile()
                .node("Bench", bench)
                .node("Bench_collider", Form.box(WOOD, 1.8, 0.5, 0.62))
                .bytes();
    }

    private static Form support() {
        return Form.box(IRON, 0.07, 0.45, 0.07)
                .moved(0, 0, 0.19)
                .plus(Form.box(IRON, 0.07, 0.95, 0.07).pitched(-8).moved(0, 0, -0.19))
                .plus(Form.box(IRON, 0.07, 0.05, 0.5).moved(0, 0.4, -0.02))
                .plus(Form.box(IRON, 0.09, 0.04, 0.56).moved(0, 0.63, -0.02));
    }

    static byte[] lamp() {
        var arm =
                Form.box(IRON, LAMP_REACH, 0.06, 0.06)
                        .moved(LAMP_REACH / 2, 3.62, 0)
                        .plus(Form.box(IRON, 0.62, 0.045, 0.045).tilted(40).moved(0.25, 3.3, 0));
        var shade =
                Form.prism(IRON, 10, 0.34, 0.1, 0.2)
                        .moved(0, LAMP_HEIGHT + 0.08, 0)
                        .plus(Form.prism(IRON, 6, 0.03, 0.03, 0.1).moved(0, LAMP_HEIGHT + 0.25, 0))
                        .plus(
                                Form.prism(WARM, 10, 0.12, 0.28, 0.12)
                                        .moved(0, LAMP_HEIGHT - 0.04, 0));
        var lamp =
                Form.prism(IRON, 8, 0.2, 0.16, 0.18)
                        .plus(Form.prism(IRON, 8, 0.12, 0.1, 0.4).moved(0, 0.16, 0))
                        .plus(Form.prism(IRON, 8, 0.065, 0.05, 3.2).moved(0, 0.5, 0))
                        .plus(Form.prism(IRON, 6, 0.05, 0.09, 0.1).moved(0, 3.66, 0))
                        .plus(arm)
                        .plus(shade.moved(LAMP_REACH, 0, 0));
        return new ModelFile()
                .node("Lamp", lamp)
                .node("Lamp_collider", Form.box(IRON, 0.4, 3.7, 0.4))
                .bytes();
    }

    static byte[] fence() {
        var fence =
                Form.box(WHITE, 4, 0.1, 0.04)
                        .moved(0, 0.25, -0.04)
                        .plus(Form.box(WHITE, 4, 0.1, 0.04).moved(0, 0.72, -0.04));
        for (int i = 0; i < 14; i++) {
            fence = fence.plus(picket().moved(-1.86 + i * 0.286, 0, 0));
        }
        return new ModelFile()
                .node("Fence", fence)
                .node("Fence_collider", Form.box(WHITE, 4, 1.1, 0.14))
                .bytes();
    }

    private static Form picket() {
        var tip =
                Form.prism(WHITE, 4, 0.095, 0, 0.13).turned(45).scaled(1, 1, 0.3).moved(0, 0.92, 0);
        return Form.box(WHITE, 0.135, 0.92, 0.04).plus(tip);
    }

    static byte[] signpost() {
        var sign =
                Form.box(DARK_WOOD, 0.14, 2.1, 0.14)
                        .plus(Form.prism(DARK_WOOD, 4, 0.13, 0, 0.1).turned(45).moved(0, 2.1, 0))
                        .plus(arrow(WOOD).turned(-14).moved(0, 1.55, 0.02))
                        .plus(arrow(Paint.of("Red sign", 0xC5443A)).turned(196).moved(0, 1.1, 0.02))
                        .plus(
                                Form.boulder(STONE, 0.22, 3, 0.4, 8)
                                        .scaled(1.2, 0.6, 1)
                                        .moved(0.1, 0.05, 0.1))
                        .plus(Form.boulder(STONE, 0.15, 3, 0.4, 9).moved(-0.16, 0.05, 0.08));
        return new ModelFile()
                .node("Signpost", sign)
                .node("Signpost_collider", Form.box(WOOD, 0.2, 2.1, 0.2))
                .bytes();
    }

    /** A board that ends in a point on the right. */
    private static Form arrow(Paint paint) {
        double[][] outline = {{-0.35, 0}, {0.5, 0}, {0.72, 0.15}, {0.5, 0.3}, {-0.35, 0.3}};
        return PackShapes.board(paint, outline, 0.06).moved(0, 0, 0.08);
    }

    static byte[] barrel() {
        double[][] staves = {{0, 0.27}, {0.16, 0.32}, {0.45, 0.35}, {0.74, 0.32}, {0.9, 0.27}};
        var barrel = PackShapes.turned(WOOD, 14, staves);
        for (double height : new double[] {0.1, 0.72}) {
            barrel =
                    barrel.plus(
                            Form.tube(IRON, 14, hoop(height), hoop(height + 0.08), 0.08)
                                    .moved(0, height, 0));
        }
        barrel = barrel.plus(Form.prism(DARK_WOOD, 14, 0.24, 0.24, 0.02).moved(0, 0.89, 0));
        return new ModelFile()
                .node("Barrel", barrel)
                .node("Barrel_collider", Form.prism(WOOD, 8, 0.34, 0.34, 0.9))
                .bytes();
    }

    private static double hoop(double height) {
        return 0.36 - 0.4 * (height - 0.45) * (height - 0.45);
    }
}
