// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.scene.Pose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Terrain that a test builds of boxes and slopes on level ground. */
final class BuiltTerrain implements Terrain {
    private final List<Supplier<List<Facet>>> parts = new ArrayList<>();
    private int asked;

    BuiltTerrain() {
        box(new Pose.Vec(0, -1, 0), new Pose.Vec(2000, 2, 2000));
    }

    private static Pose.Vec at(double x, double y, double z) {
        return new Pose.Vec(x, y, z);
    }

    /** A box around a middle. */
    BuiltTerrain box(Pose.Vec middle, Pose.Vec size) {
        return box(size, () -> Optional.of(standing(middle)));
    }

    static Pose standing(Pose.Vec at) {
        return new Pose(at, Pose.IDENTITY.rotation(), Pose.IDENTITY.scale());
    }

    /** A box of a size that goes about. */
    BuiltTerrain box(Pose.Vec size, Supplier<Optional<Pose>> place) {
        parts.add(
                () -> {
                    var facets = new ArrayList<Facet>();
                    place.get().ifPresent(pose -> sides(pose, size.scaled(0.5), place, facets));
                    return facets;
                });
        return this;
    }

    private static void sides(
            Pose pose, Pose.Vec half, Supplier<Optional<Pose>> carrier, List<Facet> to) {
        int[][] sides = {
            {0, 1, 3, 2}, {4, 5, 7, 6}, {0, 1, 5, 4}, {2, 3, 7, 6}, {0, 2, 6, 4}, {1, 3, 7, 5}
        };
        for (int[] side : sides) {
            var corners = new Pose.Vec[4];
            for (int i = 0; i < 4; i++) {
                int c = side[i];
                var corner =
                        at(
                                (c & 4) == 0 ? -half.x() : half.x(),
                                (c & 2) == 0 ? -half.y() : half.y(),
                                (c & 1) == 0 ? -half.z() : half.z());
                corners[i] = pose.position().plus(pose.rotation().rotate(corner));
            }
            to.add(new Facet(corners[0], corners[1], corners[2], carrier));
            to.add(new Facet(corners[0], corners[2], corners[3], carrier));
        }
    }

    /** A sheet without thickness, upright across Z, ten metres wide and high. */
    BuiltTerrain sheet(double z) {
        return face(at(-5, 0, z), at(5, 0, z), at(5, 10, z), at(-5, 10, z));
    }

    /** Ten metres of slope up to the north, that begins at a place. */
    BuiltTerrain slope(double z, double degrees) {
        double north = z + 10 * Math.cos(Math.toRadians(degrees));
        double high = 10 * Math.sin(Math.toRadians(degrees));
        return face(at(-5, 0, z), at(5, 0, z), at(5, high, north), at(-5, high, north));
    }

    private BuiltTerrain face(Pose.Vec a, Pose.Vec b, Pose.Vec c, Pose.Vec d) {
        var facets =
                List.of(new Facet(a, b, c, Optional::empty), new Facet(a, c, d, Optional::empty));
        parts.add(() -> facets);
        return this;
    }

    @Override
    public List<Facet> within(Bodies.Space space) {
        asked++;
        return parts.stream().flatMap(part -> part.get().stream()).toList();
    }

    /** How often somebody looked around. */
    int asked() {
        return asked;
    }

    @Override
    public double clear(Bodies.Beam beam) {
        return beam.metres();
    }
}
