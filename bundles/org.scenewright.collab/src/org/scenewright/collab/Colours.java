// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The colours by which people are told apart: few, far from each other, and neither too light for a
 * light background nor too dark for a dark one.
 */
public final class Colours {
    static final List<Integer> ALL =
            List.of(
                    0xDC3AEC, 0x0FB129, 0xF36717, 0x0278C7, 0x847430, 0xB984B1, 0xE80570, 0x43A4A0,
                    0x885AF5, 0xB65A5C, 0x7192F4, 0xAD9907);

    private static final int GOLDEN = 0x9E3779B1;
    private static final List<Shade> SHADES = ALL.stream().map(Shade::of).toList();

    private final int[] uses = new int[ALL.size()];

    private Colours() {}

    /** That of somebody with an address, 0xRRGGBB: whoever comes again has the same. */
    public static int of(String address) {
        // Neighbouring hashes end far from each other.
        return ALL.get(Math.floorMod(address.hashCode() * GOLDEN >> 16, ALL.size()));
    }

    /**
     * Colours for people who are there together. They depend on who is there alone, so that
     * everybody sees the same: of those who come with the same colour the first by address keeps
     * it, and the others get what is left and farthest from all others.
     *
     * @param wanted with which colour each comes, by address
     */
    static Map<String, Integer> apart(Map<String, Integer> wanted) {
        var colours = new Colours();
        var given = new TreeMap<String, Integer>();
        var rest = new ArrayList<String>();
        new TreeMap<>(wanted)
                .forEach(
                        (address, colour) -> {
                            int own = nearest(Shade.of(colour));
                            if (colours.uses[own] == 0) {
                                given.put(address, colours.take(own));
                            } else {
                                rest.add(address);
                            }
                        });
        rest.forEach(address -> given.put(address, colours.take(colours.next())));
        return given;
    }

    private static int nearest(Shade wanted) {
        return each().min(Comparator.comparingDouble(i -> SHADES.get(i).distance(wanted)))
                .orElseThrow();
    }

    private static Stream<Integer> each() {
        return IntStream.range(0, ALL.size()).boxed();
    }

    private int take(int index) {
        uses[index]++;
        return ALL.get(index);
    }

    /** The least used, and of those the farthest from what is used. */
    private int next() {
        var taken = each().filter(i -> uses[i] > 0).map(SHADES::get).toList();
        return each().min(
                        Comparator.<Integer>comparingInt(i -> uses[i])
                                .thenComparingDouble(i -> -SHADES.get(i).fromNearest(taken)))
                .orElseThrow();
    }

    /**
     * A colour as people see it, where distances mean something (Oklab).
     *
     * @param light from dark to light
     * @param red from green to red
     * @param yellow from blue to yellow
     */
    record Shade(double light, double red, double yellow) {
        static Shade of(int colour) {
            double r = linear(colour >> 16);
            double g = linear(colour >> 8);
            double b = linear(colour);
            double l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
            double m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
            double s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
            return new Shade(
                    0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
                    1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
                    0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s);
        }

        private static double linear(int channel) {
            double value = (channel & 0xFF) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
        }

        double distance(Shade other) {
            return Math.hypot(
                    Math.hypot(light - other.light, red - other.red), yellow - other.yellow);
        }

        private double fromNearest(List<Shade> others) {
            return others.stream().mapToDouble(this::distance).min().orElse(0);
        }
    }
}
