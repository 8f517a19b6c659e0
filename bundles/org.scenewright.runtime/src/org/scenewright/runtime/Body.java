// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.scene.Pose;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The body of the player among triangles: it is moved a little, and pushed out of what it then
 * reaches into.
 *
 * <p>It is never moved so far at once that the line inside it could get through a triangle.
 */
final class Body {
    /** As high as a step may be that one walks up, or down without falling. */
    static final double STEP = 0.36;

    /**
     * The steepest ground that one stands on has a normal that points upwards so far: 46 degrees.
     */
    static final double LEVEL = Math.cos(Math.toRadians(46));

    /** Half of the radius would do; less keeps what is pushed close to where it should be. */
    private static final double MOST_AT_ONCE = Player.RADIUS / 3;

    private static final double RESTING = 1e-5;
    private static final double INTO_THE_STEP = 0.02;
    private static final double WEDGED = 0.03;
    private static final int PUSHES = 8;

    private final List<Terrain.Facet> around;
    private Pose.Vec feet;
    private Optional<Terrain.Facet> floor = Optional.empty();
    private boolean isBumped;

    /**
     * @param around the triangles that it may meet on its way
     */
    Body(Pose.Vec feet, List<Terrain.Facet> around) {
        this.feet = feet;
        this.around = around;
    }

    Pose.Vec feet() {
        return feet;
    }

    /** What it stands on since the last {@link #leave}. */
    Optional<Terrain.Facet> floor() {
        return floor;
    }

    /** It stands on nothing any more. */
    void leave() {
        floor = Optional.empty();
    }

    /** Whether its head met something when it rose. */
    boolean isBumped() {
        return isBumped;
    }

    /** Goes over the ground, along walls and up steps. */
    void walk(Pose.Vec way, boolean climbs) {
        int parts = parts(way.length());
        for (int i = 0; i < parts; i++) {
            var before = feet;
            feet = feet.plus(way.scaled(1.0 / parts));
            if (!settle(climbs)) {
                feet = before;
            }
        }
    }

    private static int parts(double metres) {
        return Math.max(1, (int) Math.ceil(metres / MOST_AT_ONCE));
    }

    /** Pushes it out of everything; whether there is room for it. */
    private boolean settle(boolean climbs) {
        var deepest = deepest();
        for (int i = 0; i < PUSHES && deepest.isPresent(); i++) {
            if (!push(deepest.get(), climbs)) {
                return false;
            }
            deepest = deepest();
        }
        return deepest.filter(touch -> touch.depth() > WEDGED).isEmpty();
    }

    private boolean push(Touch touch, boolean climbs) {
        if (stands(touch)) {
            return true;
        }
        var step = climbs ? climbed(touch) : Optional.<Pose.Vec>empty();
        step.ifPresent(
                place -> {
                    feet = place;
                    floor = Optional.of(touch.facet());
                });
        return step.isPresent() || aside(touch);
    }

    /** Stands on a triangle that is level enough: straight up, so that nobody slides. */
    private boolean stands(Touch touch) {
        boolean isLevel = touch.normal().y() >= LEVEL;
        if (isLevel) {
            feet = raised(touch.depth() / touch.normal().y());
            floor = Optional.of(touch.facet());
        }
        return isLevel;
    }

    private Pose.Vec raised(double metres) {
        return feet.plus(new Pose.Vec(0, metres, 0));
    }

    /** Makes room over the ground; not where that is far away, since it is above or below. */
    private boolean aside(Touch touch) {
        double flat = Math.hypot(touch.normal().x(), touch.normal().z());
        if (flat > 0.2) {
            double metres = touch.depth() / (flat * flat);
            feet =
                    feet.plus(
                            new Pose.Vec(
                                    touch.normal().x() * metres, 0, touch.normal().z() * metres));
        }
        return flat > 0.2;
    }

    /**
     * Where the feet are when they go up what is in the way, as a ball rolls over an edge; nothing
     * where that is no step.
     */
    private Optional<Pose.Vec> climbed(Touch touch) {
        double x = touch.point().x() - feet.x();
        double z = touch.point().z() - feet.z();
        double away = Math.hypot(x, z);
        if (away < 1e-6 || away > Player.RADIUS || touch.normal().y() < -0.1) {
            return Optional.empty();
        }
        double beyond = (away + INTO_THE_STEP) / away;
        var place = new Pose.Vec(feet.x() + x * beyond, feet.y(), feet.z() + z * beyond);
        double sunk = Player.RADIUS - Math.sqrt(Player.RADIUS * Player.RADIUS - away * away);
        return tread(place)
                .map(tread -> new Pose.Vec(feet.x(), Math.max(feet.y(), tread - sunk), feet.z()))
                .filter(this::isHeadFree);
    }

    private boolean isHeadFree(Pose.Vec there) {
        return around.stream()
                .flatMap(facet -> Touch.of(there, facet).stream())
                .noneMatch(touch -> touch.depth() > RESTING && touch.normal().y() < -0.3);
    }

    /** How high the highest level triangle above a place is that is not too high for a step. */
    private Optional<Double> tread(Pose.Vec place) {
        return around.stream()
                .filter(facet -> facet.up().y() >= LEVEL)
                .flatMap(facet -> height(facet, place).stream())
                .filter(height -> height > place.y() && height <= place.y() + STEP)
                .max(Comparator.naturalOrder());
    }

    /** How high a triangle is above or below a place; nothing where it is beside it. */
    private static Optional<Double> height(Terrain.Facet f, Pose.Vec place) {
        double abX = f.b().x() - f.a().x();
        double abZ = f.b().z() - f.a().z();
        double acX = f.c().x() - f.a().x();
        double acZ = f.c().z() - f.a().z();
        double x = place.x() - f.a().x();
        double z = place.z() - f.a().z();
        double area = abX * acZ - abZ * acX;
        double v = (x * acZ - z * acX) / area;
        double w = (abX * z - abZ * x) / area;
        double rise = v * (f.b().y() - f.a().y()) + w * (f.c().y() - f.a().y());
        boolean isIn = v >= 0 && w >= 0 && v + w <= 1;
        return isIn ? Optional.of(f.a().y() + rise) : Optional.empty();
    }

    /**
     * Goes straight up, or down where the way is negative, until something is in the way.
     *
     * @return how far it came
     */
    double lift(double metres) {
        isBumped = false;
        double begin = feet.y();
        int parts = parts(Math.abs(metres));
        for (int i = 0; i < parts && !isBumped && floor.isEmpty(); i++) {
            var before = feet;
            feet = raised(metres / parts);
            if (!(metres > 0 ? rises() : sinks())) {
                feet = before;
                isBumped = true;
            }
        }
        return feet.y() - begin;
    }

    private boolean rises() {
        var deepest = deepest();
        for (int i = 0; i < PUSHES && deepest.isPresent(); i++) {
            var touch = deepest.get();
            if (touch.normal().y() < -0.5) {
                feet = raised(touch.depth() / touch.normal().y());
                isBumped = true;
            } else if (!aside(touch)) {
                return false;
            }
            deepest = deepest();
        }
        return deepest.filter(touch -> touch.depth() > WEDGED).isEmpty();
    }

    private boolean sinks() {
        return settle(false);
    }

    /** Goes down to what is below within the height of a step; else it stays where it is. */
    boolean stick() {
        var before = feet;
        lift(-STEP);
        if (floor.isEmpty()) {
            feet = before;
        }
        return floor.isPresent();
    }

    private Optional<Touch> deepest() {
        Optional<Touch> deepest = Optional.empty();
        double depth = RESTING;
        for (var facet : around) {
            var touch = Touch.of(feet, facet);
            if (touch.isPresent() && touch.get().depth() > depth) {
                deepest = touch;
                depth = touch.get().depth();
            }
        }
        return deepest;
    }
}
