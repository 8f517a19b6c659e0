// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.crdt.Entity;
import org.scenewright.scene.Pose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The colliders of the scenes that run, and the ground below all of them. */
final class SceneTerrain implements Terrain {
    private static final int PHYSICS = 2;
    private static final Bodies.Sieve SOLID = new Bodies.Sieve(PHYSICS, false);

    private final Supplier<List<Part>> scenes;

    /**
     * One scene of it.
     *
     * @param base where its base is in the world
     */
    record Part(Play play, Pose.Vec base, Bodies solid) {
        private Optional<Pose> pose(Entity entity) {
            var scene = play.snapshot();
            return scene.holds(entity)
                    ? Optional.of(Viewer.moved(scene.worldPose(entity), base.scaled(-1)))
                    : Optional.empty();
        }
    }

    SceneTerrain(Supplier<List<Part>> scenes) {
        this.scenes = scenes;
    }

    @Override
    public List<Facet> within(Bodies.Space space) {
        var found = new ArrayList<Facet>();
        for (var part : scenes.get()) {
            for (var face : part.solid().within(space.from(part.base()), PHYSICS)) {
                var base = part.base();
                found.add(
                        new Facet(
                                face.a().plus(base),
                                face.b().plus(base),
                                face.c().plus(base),
                                () -> part.pose(face.entity())));
            }
        }
        if (space.low().y() <= 0 && space.high().y() >= 0) {
            ground(space, found);
        }
        return found;
    }

    /** The ground has no end, and is made where somebody looks. */
    private static void ground(Bodies.Space space, List<Facet> to) {
        var low = space.low();
        var high = space.high();
        var a = new Pose.Vec(low.x(), 0, low.z());
        var b = new Pose.Vec(high.x(), 0, low.z());
        var c = new Pose.Vec(high.x(), 0, high.z());
        var d = new Pose.Vec(low.x(), 0, high.z());
        to.add(new Facet(a, b, c, Optional::empty));
        to.add(new Facet(a, c, d, Optional::empty));
    }

    @Override
    public double clear(Bodies.Beam beam) {
        double clear = aboveGround(beam);
        for (var part : scenes.get()) {
            var met = part.solid().along(beam.from(part.base()), SOLID);
            clear = met.stream().mapToDouble(Bodies.Contact::metres).reduce(clear, Math::min);
        }
        return clear;
    }

    private static double aboveGround(Bodies.Beam beam) {
        double down = -beam.direction().y();
        boolean meets = down > 1e-9 && beam.origin().y() > 0;
        return meets ? Math.min(beam.metres(), beam.origin().y() / down) : beam.metres();
    }
}
