// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.joml.Vector3f;
import org.scenewright.render.Camera;
import org.scenewright.runtime.Walk;
import org.scenewright.scene.Pose;

import java.util.Optional;

/** The camera of somebody who walks: behind the player, or in its eyes; GL thread. */
final class WalkCamera {
    private static final double STEEPEST = Math.toRadians(80);
    private static final double RADIANS_PER_POINT = Math.toRadians(0.3);
    private static final double USUAL = 3.5;
    private static final double NEAREST = 1.2;
    private static final double FARTHEST = 8;
    private static final double NEARER_PER_NOTCH = 0.85;

    /** As parts of the way in a second: how fast it follows, rises and falls, and draws back. */
    private static final double FOLLOWS = 25;

    private static final double RISES = 14;
    private static final double DRAWS_BACK = 6;

    /** Whoever is so far away was not going there. */
    private static final double JUMP_CUT = 4;

    private double yaw;
    private double pitch = Math.toRadians(-12);
    private double wanted = USUAL;
    private double metres = USUAL;
    private boolean isFirst;
    private boolean isTurning;
    private boolean isSettled;
    private Pose.Vec eyes = new Pose.Vec(0, 0, 0);
    private Optional<Walk.Place> moved = Optional.empty();
    private final Film film = new Film();

    double yaw() {
        return yaw;
    }

    /** Looks the way that the player is turned, from behind. */
    void begin(Walk.Standing standing) {
        yaw = standing.heading();
        pitch = Math.toRadians(-12);
        eyes = standing.eyes();
        moved = standing.moved();
        metres = wanted;
    }

    void turn(double right, double down) {
        yaw = Math.IEEEremainder(yaw + right * RADIANS_PER_POINT, 2 * Math.PI);
        pitch = Math.clamp(pitch - down * RADIANS_PER_POINT, -STEEPEST, STEEPEST);
    }

    /** From now on the pointer turns it, or does so no more. */
    void holds(boolean on) {
        isTurning = on;
    }

    /** Nearer by notches of the wheel, until it is in the player's eyes; and back again. */
    void zoom(double notches) {
        double next = (isFirst ? NEAREST : wanted) * Math.pow(NEARER_PER_NOTCH, notches);
        isFirst = isFirst ? notches >= 0 : next < NEAREST;
        wanted = Math.clamp(next, NEAREST, FARTHEST);
    }

    /** Into the player's eyes, or out of them. */
    void toggle() {
        isFirst = !isFirst;
        wanted = Math.max(wanted, USUAL);
    }

    private boolean isFirst(Walk.Standing standing) {
        return standing.isThirdPerson().map(third -> !third).orElse(isFirst);
    }

    /** What the scene hears of it. */
    Walk.Gaze gaze(Walk.Standing standing) {
        return new Walk.Gaze(yaw, pitch, isFirst(standing) ? 0 : wanted, isTurning);
    }

    /** Whether one sees the player from outside. */
    boolean seesPlayer(Walk.Standing standing) {
        return standing.shot().isPresent() || !isFirst(standing) && metres > 0.5;
    }

    /** Whether it is where it wants to be. */
    boolean isSettled() {
        return isSettled;
    }

    /** Puts a camera where it is after some time. */
    void follow(Walk.Standing standing, double seconds, Camera camera) {
        look(standing);
        var to = standing.eyes();
        var away = to.minus(eyes);
        double side = away.length() > JUMP_CUT ? 1 : part(FOLLOWS, seconds);
        double up = away.length() > JUMP_CUT ? 1 : part(RISES, seconds);
        eyes = eyes.plus(new Pose.Vec(away.x() * side, away.y() * up, away.z() * side));
        double back = isFirst(standing) ? 0 : Math.min(wanted, standing.room());
        // At once out of a wall, but in no haste back.
        metres = Math.min(back, metres + (back - metres) * part(DRAWS_BACK, seconds));
        metres = isFirst(standing) ? 0 : metres;
        isSettled = away.length() < 1e-3 && Math.abs(metres - back) < 1e-3;
        isSettled &= film.cut(standing.shot(), seconds);
        var forward = forward();
        film.show(eyes.plus(forward.scaled(-metres)), forward, camera);
    }

    private static double part(double perSecond, double seconds) {
        return 1 - Math.exp(-perSecond * seconds);
    }

    /** Where the scene moved the player, it may say where to look. */
    private void look(Walk.Standing standing) {
        if (standing.moved().isPresent() && !standing.moved().equals(moved)) {
            standing.moved().flatMap(Walk.Place::lookedAt).ifPresent(at -> look(standing, at));
        }
        moved = standing.moved();
    }

    private void look(Walk.Standing standing, Pose.Vec at) {
        var way = at.minus(standing.eyes());
        double flat = Math.hypot(way.x(), way.z());
        if (flat > 1e-6) {
            yaw = Math.atan2(way.x(), way.z());
            pitch = Math.clamp(Math.atan2(way.y(), flat), -STEEPEST, STEEPEST);
        }
    }

    private Pose.Vec forward() {
        double flat = Math.cos(pitch);
        return new Pose.Vec(Math.sin(yaw) * flat, Math.sin(pitch), Math.cos(yaw) * flat);
    }

    static Vector3f vector(Pose.Vec place) {
        return new Vector3f((float) place.x(), (float) place.y(), (float) place.z());
    }
}
