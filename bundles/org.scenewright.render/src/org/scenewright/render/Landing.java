// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.scenewright.scene.Pose;

/**
 * How things land that are dropped on a picture of a scene: upright, on the surface under the
 * pointer, be it of something that is locked, else on the ground.
 *
 * @param kind whether they lie against walls
 * @param snap holds where {@link Snap#on()}
 */
public record Landing(Kind kind, Snap snap) {
    private static final float FAR_METRES = 200;
    private static final double MILLIMETRE = 0.001;

    /** Steeper than this, a surface is a wall. */
    private static final float WALL = 0.5f;

    /** So far from a wall a picture does not flicker in it. */
    private static final float OFF_WALL = 0.01f;

    /** What it is that lands. */
    public enum Kind {
        /** It stands on its origin, turned as the world is. */
        THING,
        /**
         * A plane one metre high around its origin, seen along +Z: it stands facing the camera, or
         * hangs on the wall that it meets.
         */
        PICTURE
    }

    private record Surface(Vector3fc point, Vector3fc normal) {}

    /** Where it stands when it is dropped on a pixel of the last picture. */
    public Pose at(SceneView scene, Camera camera, double x, double y) {
        var ray = camera.ray(x, y, scene.view().width(), scene.view().height());
        var ground = ground(ray);
        var surface =
                scene.surface(ray)
                        .filter(hit -> hit.distance() <= distance(ray, ground.point()) + OFF_WALL)
                        .map(hit -> new Surface(hit.point(), facing(hit.normal(), ray)))
                        .orElse(ground);
        return switch (kind) {
            case THING -> new Pose(snapped(surface.point()), still(), Pose.IDENTITY.scale());
            case PICTURE -> picture(surface, camera);
        };
    }

    private static Pose.Quat still() {
        return Pose.IDENTITY.rotation();
    }

    private static float distance(Ray ray, Vector3fc point) {
        return ray.origin().distance(point);
    }

    /** Towards the horizon it stays within reach. */
    private static Surface ground(Ray ray) {
        float metres = -ray.origin().y() / ray.direction().y();
        var flat = new Vector3f(ray.direction().x(), 0, ray.direction().z());
        float far = FAR_METRES / Math.max(1e-3f, flat.length());
        boolean isNear = metres > 0 && flat.length() * metres < FAR_METRES;
        var point = isNear ? ray.at(metres) : flat.mul(far).add(ray.origin());
        point.y = 0;
        return new Surface(point, new Vector3f(0, 1, 0));
    }

    /** The side of a surface that is seen. */
    private static Vector3f facing(Vector3fc normal, Ray ray) {
        var seen = new Vector3f(normal);
        return seen.dot(ray.direction()) > 0 ? seen.negate() : seen;
    }

    private Pose picture(Surface surface, Camera camera) {
        boolean isWall = Math.abs(surface.normal().y()) < WALL;
        var away =
                isWall ? surface.normal().negate(new Vector3f()) : new Vector3f(camera.forward());
        double yaw = Math.atan2(away.x(), away.z());
        double turn = isWall || !snap.on() ? yaw : Math.toRadians(steps(yaw));
        var off = surface.normal().mul(isWall ? OFF_WALL : 0, new Vector3f());
        var place = snapped(off.add(surface.point()));
        var middle = isWall ? place : place.plus(new Pose.Vec(0, 0.5, 0));
        var upright = new Pose.Quat(0, Math.sin(turn / 2), 0, Math.cos(turn / 2));
        return new Pose(middle, upright, Pose.IDENTITY.scale());
    }

    private double steps(double radians) {
        return Steps.nearest(Math.toDegrees(radians), snap.degrees());
    }

    /** Snapping keeps it on its surface: it counts along the ground alone. */
    private Pose.Vec snapped(Vector3fc point) {
        double step = snap.on() ? snap.metres() : MILLIMETRE;
        return new Pose.Vec(
                Steps.nearest(point.x(), step),
                Steps.nearest(point.y(), MILLIMETRE),
                Steps.nearest(point.z(), step));
    }
}
