// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.scenewright.assets.Bounds;
import org.scenewright.scene.Parcel;
import org.scenewright.scene.SceneSettings;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The space over the parcels of a scene, in metres from the corner of its base parcel.
 *
 * @param cells the parcels, counted from the base
 * @param around the smallest box that has all of them
 */
record Land(Set<Parcel> cells, Bounds around) {
    /** What files round off is no trespass. */
    private static final float TOLERANCE = 0.05f;

    /** More cells than a scene has parcels: among so many is one that is not its own. */
    private static final int MOST_CELLS = 5000;

    /**
     * Where something leaves the land.
     *
     * @param where so that "it reaches 2 m" can stand before it
     */
    record Beyond(double metres, String where) {}

    static Land of(SceneSettings settings) {
        var base = settings.base();
        var cells = new HashSet<Parcel>();
        settings.parcels().forEach(p -> cells.add(new Parcel(p.x() - base.x(), p.y() - base.y())));
        long height = Limit.HEIGHT.most(cells.size());
        return new Land(Set.copyOf(cells), around(cells, height));
    }

    private static Bounds around(Collection<Parcel> cells, float height) {
        return cells.stream()
                .map(
                        cell ->
                                new Bounds(
                                        cell.x() * (float) Parcel.SIDE,
                                        Float.NEGATIVE_INFINITY,
                                        cell.y() * (float) Parcel.SIDE,
                                        (cell.x() + 1f) * Parcel.SIDE,
                                        height,
                                        (cell.y() + 1f) * Parcel.SIDE))
                .reduce(Bounds.EMPTY, Bounds::union);
    }

    int parcels() {
        return cells.size();
    }

    /** Where a box leaves the land, as far as it does; below the ground is inside. */
    Optional<Beyond> beyond(Bounds box) {
        boolean isInside =
                box.minX() >= around.minX() - TOLERANCE
                        && box.maxX() <= around.maxX() + TOLERANCE
                        && box.minZ() >= around.minZ() - TOLERANCE
                        && box.maxZ() <= around.maxZ() + TOLERANCE
                        && box.maxY() <= around.maxY() + TOLERANCE;
        if (box.isEmpty()) {
            return Optional.empty();
        }
        return isInside ? notch(box) : outside(box);
    }

    private Optional<Beyond> outside(Bounds box) {
        return Stream.of(
                        new Beyond(around.minX() - box.minX(), "west of the parcels"),
                        new Beyond(box.maxX() - around.maxX(), "east of the parcels"),
                        new Beyond(around.minZ() - box.minZ(), "south of the parcels"),
                        new Beyond(box.maxZ() - around.maxZ(), "north of the parcels"),
                        new Beyond(
                                box.maxY() - around.maxY(),
                                "above the height of " + (long) around.maxY() + " m"))
                .max(Comparator.comparingDouble(Beyond::metres));
    }

    /** Within a rectangle around the parcels there may be others. */
    private Optional<Beyond> notch(Bounds box) {
        double columns = (around.maxX() - around.minX()) / Parcel.SIDE;
        double rows = (around.maxZ() - around.minZ()) / Parcel.SIDE;
        return columns * rows <= cells.size() ? Optional.empty() : trespass(box);
    }

    private Optional<Beyond> trespass(Bounds box) {
        var worst = Optional.<Beyond>empty();
        int looks = 0;
        int right = cell(box.maxX());
        int top = cell(box.maxZ());
        for (int x = cell(box.minX()); x <= right && looks < MOST_CELLS; x++) {
            for (int y = cell(box.minZ()); y <= top && looks < MOST_CELLS; y++) {
                looks++;
                double depth = depth(box, x, y);
                if (depth > worst.map(Beyond::metres).orElse((double) TOLERANCE)
                        && !cells.contains(new Parcel(x, y))) {
                    worst = Optional.of(new Beyond(depth, "into a parcel that is not its own"));
                }
            }
        }
        return worst;
    }

    private static int cell(float metres) {
        return (int) Math.floor(metres / Parcel.SIDE);
    }

    /** How deep in a cell it is: its shorter side of what they have in common. */
    private static double depth(Bounds box, int x, int y) {
        double west = Math.max(box.minX(), x * (double) Parcel.SIDE);
        double east = Math.min(box.maxX(), (x + 1.0) * Parcel.SIDE);
        double south = Math.max(box.minZ(), y * (double) Parcel.SIDE);
        double north = Math.min(box.maxZ(), (y + 1.0) * Parcel.SIDE);
        return Math.min(east - west, north - south);
    }
}
