// SPDX-License-Identifier: EPL-2.0
package org.scenewright.testing;

import java.util.Random;

/** What grows and burns in the pack that the product ships. */
final class PackNature {
    private static final Paint LEAVES = Paint.of("Leaves", 0x6FA544);
    private static final Paint LIGHT_LEAVES = Paint.of("Light leaves", 0x8DBF57);
    private static final Paint STALK = Paint.of("Stalk", 0x4F8A3C);
    private static final Paint BARK = Paint.of("Bark", 0x7A5137);
    private static final Paint STONE = Paint.of("Stone", 0x8F8A84);
    private static final int[] PETALS = {0xE8584F, 0xF4B63F, 0xF7F1E6, 0xC77BD9};

    private PackNature() {}

    static byte[] bush() {
        var bush =
                Form.boulder(LEAVES, 0.55, 4, 0.24, 3)
                        .moved(0, 0.42, 0)
                        .plus(Form.boulder(LIGHT_LEAVES, 0.42, 4, 0.24, 4).moved(0.42, 0.34, 0.2))
                        .plus(Form.boulder(LEAVES, 0.4, 4, 0.24, 6).moved(-0.45, 0.3, 0.1))
                        .plus(Form.boulder(LIGHT_LEAVES, 0.34, 4, 0.24, 7).moved(-0.08, 0.5, 0.36));
        return new ModelFile().node("Bush", bush.bent(PackNature::onGround)).bytes();
    }

    private static Form.Point onGround(Form.Point point) {
        return new Form.Point(point.x(), Math.max(0, point.y()), point.z());
    }

    static byte[] rocks() {
        var dark = Paint.of("Dark stone", 0x787370);
        var rocks =
                Form.boulder(STONE, 0.85, 4, 0.5, 2)
                        .scaled(1.2, 1, 1)
                        .moved(0, 0.4, 0)
                        .plus(Form.boulder(dark, 0.5, 3, 0.5, 3).moved(0.95, 0.2, 0.45))
                        .plus(Form.boulder(STONE, 0.34, 3, 0.4, 4).moved(-0.75, 0.14, 0.75));
        return new ModelFile().node("Rocks", rocks.bent(PackNature::onGround)).bytes();
    }

    static byte[] flowers() {
        var random = new Random(12);
        var bed = Form.NOTHING;
        for (int i = 0; i < 11; i++) {
            double away = 0.1 + 0.42 * Math.sqrt(random.nextDouble());
            double height = 0.28 + random.nextDouble() * 0.24;
            var flower =
                    flower(PETALS[i % PETALS.length], height)
                            .tilted(random.nextDouble() * 14 - 7)
                            .turned(random.nextDouble() * 360)
                            .moved(away, 0, 0)
                            .turned(i * 137.5);
            bed = bed.plus(flower);
        }
        return new ModelFile().node("Flowers", bed).bytes();
    }

    private static Form flower(int color, double height) {
        var petal = Paint.of("Petal " + Integer.toHexString(color), color);
        var middle = Paint.of("Pollen", 0xF2C94C);
        var head =
                Form.prism(petal, 6, 0.03, 0.12, 0.05)
                        .plus(Form.boulder(middle, 0.045, 3, 0, 1).moved(0, 0.055, 0))
                        .pitched(18)
                        .moved(0, height, 0);
        var leaf = Form.boulder(STALK, 0.1, 3, 0, 1).scaled(1, 0.22, 0.42).tilted(28);
        return Form.prism(STALK, 5, 0.018, 0.014, height + 0.01)
                .plus(head)
                .plus(leaf.moved(0.09, height * 0.4, 0))
                .plus(leaf.turned(180).moved(-0.09, height * 0.28, 0));
    }

    static byte[] mushrooms() {
        var group =
                mushroom(1)
                        .plus(mushroom(0.62).tilted(-9).moved(0.34, 0, 0.14))
                        .plus(mushroom(0.45).tilted(8).moved(-0.26, 0, 0.2));
        return new ModelFile().node("Mushrooms", group).bytes();
    }

    private static Form mushroom(double size) {
        var cap = Paint.of("Cap", 0xD0453B);
        var flesh = Paint.of("Flesh", 0xF5E9D3);
        var form =
                Form.prism(flesh, 8, 0.1, 0.075, 0.34)
                        .plus(Form.prism(flesh, 10, 0.09, 0.27, 0.04).moved(0, 0.3, 0))
                        .plus(Form.tube(cap, 10, 0.28, 0.21, 0.11).moved(0, 0.34, 0))
                        .plus(Form.prism(cap, 10, 0.21, 0.06, 0.1).moved(0, 0.45, 0));
        for (int i = 0; i < 5; i++) {
            var dot = Form.prism(flesh, 6, 0.038, 0.03, 0.03).tilted(-42);
            form = form.plus(dot.moved(0.2, 0.43, 0).turned(i * 72 + 20));
        }
        return form.scaled(size, size, size);
    }

    static byte[] campfire() {
        var fire = Form.NOTHING;
        for (int i = 0; i < 9; i++) {
            fire =
                    fire.plus(
                            Form.boulder(STONE, 0.16, 3, 0.4, i)
                                    .scaled(1, 0.8, 1)
                                    .moved(0, 0.07, 0.62)
                                    .turned(i * 40));
        }
        for (int i = 0; i < 5; i++) {
            fire =
                    fire.plus(
                            Form.prism(BARK, 6, 0.07, 0.06, 0.75)
                                    .pitched(-52)
                                    .moved(0, 0.05, 0.45)
                                    .turned(i * 72 + 18));
        }
        return new ModelFile().node("Campfire", fire).node("Flames", flames()).bytes();
    }

    private static Form flames() {
        var outer = Paint.of("Flame", 0xF2762E).glowing(0.8f);
        var inner = Paint.of("Bright flame", 0xFFD166).glowing(1);
        return flame(outer, 0.24, 0.8)
                .plus(flame(outer, 0.15, 0.52).tilted(-14).moved(0.16, 0, 0.05))
                .plus(flame(outer, 0.14, 0.46).tilted(13).moved(-0.15, 0, -0.06))
                .plus(flame(inner, 0.14, 0.44).moved(0.02, 0.05, 0.17))
                .plus(flame(inner, 0.1, 0.34).moved(-0.1, 0.05, 0.12))
                .moved(0, 0.12, 0);
    }

    private static Form flame(Paint paint, double radius, double height) {
        return Form.prism(paint, 6, radius * 0.55, radius, height * 0.28)
                .plus(Form.prism(paint, 6, radius, 0, height * 0.72).moved(0, height * 0.28, 0));
    }
}
