// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import java.util.Optional;

/**
 * A parcel of land of 16 by 16 metres by its place on the world's grid.
 *
 * @param x column, growing to the east
 * @param y row, growing to the north
 */
public record Parcel(int x, int y) {
    /** The side of a parcel in metres. */
    public static final int SIDE = 16;

    /** The farthest row or column that is still taken for land. */
    private static final int FARTHEST = 1_000_000;

    /**
     * Reads the form of {@code scene.json}, for example {@code "76,-8"}; nothing where it is not
     * that.
     */
    static Optional<Parcel> parse(String text) {
        int comma = text.indexOf(',');
        if (comma < 0) {
            return Optional.empty();
        }
        var x = coordinate(text.substring(0, comma));
        var y = coordinate(text.substring(comma + 1));
        return x.flatMap(column -> y.map(row -> new Parcel(column, row)));
    }

    private static Optional<Integer> coordinate(String text) {
        try {
            int number = Integer.parseInt(text.strip());
            return Math.abs((long) number) <= FARTHEST ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return x + "," + y;
    }
}
