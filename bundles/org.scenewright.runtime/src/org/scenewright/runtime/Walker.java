// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.scene.Pose;

import java.util.Optional;

/**
 * The player as it walks, jumps, falls and is carried by what it stands on; on the thread of the
 * frames.
 */
final class Walker {
    private static final double LONGEST_SECONDS = 0.05;
    private static final double QUICKER = 25;
    private static final double QUICKER_IN_THE_AIR = 20;
    private static final double LONG_FALL = 8;
    private static final double RADIANS_PER_SECOND = 14;
    private static final double FARTHEST_RIDE = 5;
    private static final Pose.Vec STILL = new Pose.Vec(0, 0, 0);

    private final Leap leap = new Leap();
    private Pose.Vec feet = STILL;
    private double heading;
    private Pose.Vec speed = STILL;
    private double apex;
    private double stunned;
    private Optional<Ride> ride = Optional.empty();

    /** What is stood on, and where that was then. */
    private record Ride(Terrain.Facet floor, Pose then) {}

    Pose.Vec feet() {
        return feet;
    }

    /** Where the body is turned, as an angle that is 0 to the north and grows to the east. */
    double heading() {
        return heading;
    }

    double metresPerSecond() {
        return speed.length();
    }

    boolean isOnGround() {
        return leap.isOnGround();
    }

    /** Whether nothing would happen to it by itself: it stands, and so does what it stands on. */
    boolean isResting() {
        return leap.isOnGround()
                && speed.equals(STILL)
                && ride.stream()
                        .allMatch(
                                on ->
                                        on.floor()
                                                .carrier()
                                                .get()
                                                .filter(on.then()::equals)
                                                .isPresent());
    }

    /** Stands somewhere else at once. */
    void enter(Pose.Vec place, double turned) {
        feet = place;
        heading = turned;
        speed = STILL;
        apex = place.y();
        leap.stop();
        ride = Optional.empty();
    }

    /** Lets time pass. */
    void step(double seconds, Stride stride, Locomotion able, Terrain terrain) {
        int parts = (int) Math.ceil(seconds / LONGEST_SECONDS);
        for (int i = 0; i < parts; i++) {
            step(seconds / parts, able, stunned > 0 ? Stride.NONE : stride, terrain);
        }
    }

    private void step(double seconds, Locomotion able, Stride stride, Terrain terrain) {
        stunned -= seconds;
        ridden();
        hasten(seconds, stride, able);
        if (leap.jumps(seconds, stride.isJumping(), able.jump(metresPerSecond()))) {
            ride = Optional.empty();
        }
        move(seconds, able, terrain);
        turn(seconds, stride);
    }

    /** What it stands on takes it along, and turns it. */
    private void ridden() {
        ride.flatMap(on -> on.floor().carrier().get().map(now -> moved(on.then(), now)))
                .filter(pose -> pose.position().minus(feet).length() < FARTHEST_RIDE)
                .ifPresent(
                        pose -> {
                            feet = pose.position();
                            heading += angle(pose.rotation().rotate(new Pose.Vec(0, 0, 1)));
                        });
    }

    /** Where the feet are after something moved from one pose to another, and how they turned. */
    private Pose moved(Pose then, Pose now) {
        var one = Pose.IDENTITY;
        var place = now.times(then.toLocal(new Pose(feet, one.rotation(), one.scale())));
        return new Pose(
                place.position(), now.rotation().times(then.rotation().inverse()), one.scale());
    }

    private static double angle(Pose.Vec way) {
        return Math.atan2(way.x(), way.z());
    }

    /** On the ground it goes where it should at once; in the air it needs its time for that. */
    private void hasten(double seconds, Stride stride, Locomotion able) {
        var way = new Pose.Vec(stride.x(), 0, stride.z());
        double most = able.speed(stride.gait());
        if (leap.isOnGround()) {
            speed = way.scaled(Math.min(most, metresPerSecond() + QUICKER * seconds));
        } else if (stride.isGoing()) {
            var change = way.scaled(most).minus(speed);
            double part = QUICKER_IN_THE_AIR * seconds / Math.max(1e-9, change.length());
            speed = speed.plus(change.scaled(Math.min(1, part)));
        }
    }

    private void move(double seconds, Locomotion able, Terrain terrain) {
        boolean isClose = leap.isNearGround();
        var way = speed.scaled(seconds);
        double up = leap.way(seconds);
        var body = new Body(feet, terrain.within(reach(way, up)));
        body.walk(way, isClose);
        slow(way, body.feet().minus(feet));
        boolean isOnGround = leap.isRising() ? rise(body, up) : fall(body, up, isClose);
        if (isOnGround && !leap.isOnGround()) {
            land(body.feet(), able);
        }
        feet = body.feet();
        apex = isOnGround ? feet.y() : Math.max(apex, feet.y());
        leap.pass(seconds, isOnGround);
        ride = body.floor().flatMap(on -> on.carrier().get().map(pose -> new Ride(on, pose)));
    }

    /** All that may be met on a way. */
    private Bodies.Space reach(Pose.Vec way, double up) {
        double wide = Player.RADIUS + way.length() + 0.1;
        double low = Body.STEP + Math.max(0, -up) + 0.1;
        double high = Player.HEIGHT + Body.STEP + Math.max(0, up) + 0.1;
        return new Bodies.Space(
                feet.minus(new Pose.Vec(wide, low, wide)),
                feet.plus(new Pose.Vec(wide, high, wide)));
    }

    private boolean rise(Body body, double up) {
        body.leave();
        body.lift(up);
        if (body.isBumped()) {
            leap.bump();
        }
        return false;
    }

    /** Whether it is on the ground then. */
    private boolean fall(Body body, double up, boolean isClose) {
        boolean stays = body.floor().isPresent() || isClose && leap.isOnGround() && body.stick();
        // Between two steep slopes it stands as well.
        return stays
                || body.lift(up) > Math.min(-0.01, up) / 10 && up < -0.01
                || body.floor().isPresent();
    }

    /** What was in the way takes its speed in that direction. */
    private void slow(Pose.Vec wanted, Pose.Vec gone) {
        double length = wanted.length();
        var flat = new Pose.Vec(gone.x(), 0, gone.z());
        if (length > 1e-9 && flat.length() < length * 0.99) {
            speed = flat.scaled(speed.length() / length);
        }
    }

    private void land(Pose.Vec place, Locomotion able) {
        if (apex - place.y() > LONG_FALL) {
            stunned = able.stun();
            speed = STILL;
        }
    }

    private void turn(double seconds, Stride stride) {
        double wanted =
                stride.facing()
                        .orElse(stride.isGoing() ? Math.atan2(stride.x(), stride.z()) : heading);
        double away = Math.IEEEremainder(wanted - heading, 2 * Math.PI);
        double most = stride.facing().isPresent() ? Math.PI : RADIANS_PER_SECOND * seconds;
        heading = Math.IEEEremainder(heading + Math.clamp(away, -most, most), 2 * Math.PI);
    }
}
