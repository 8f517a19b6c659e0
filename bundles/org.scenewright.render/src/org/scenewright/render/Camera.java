// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Matrix4f;
import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.scenewright.assets.Bounds;

/**
 * The eye of a viewport: where it stands, where it looks, and the point that it turns around.
 *
 * <p>Confined to the thread of its {@link SceneView}. Yaw 0 looks along +Z and grows towards +X;
 * pitch grows upwards. Pixel distances refer to the size of the last {@link #view}.
 */
public final class Camera {
    private static final float FIELD_OF_VIEW = (float) Math.toRadians(55);
    private static final float STEEPEST = (float) Math.toRadians(89.5);
    private static final float RADIANS_PER_POINT = (float) Math.toRadians(0.3);
    private static final float NEARER_PER_NOTCH = 0.85f;
    private static final float GLIDE_SECONDS = 0.2f;
    private static final CameraPlace START =
            new CameraPlace(
                    new Vector3f(8, 0, 8),
                    (float) Math.toRadians(35),
                    (float) Math.toRadians(-28),
                    30);

    private CameraPlace place = START;
    private CameraPlace from = START;
    private CameraPlace to = START;
    private float glided = 1;
    private Bounds scene = Bounds.EMPTY;
    private float density = 1;
    private int width = 1280;
    private int height = 720;

    /** Where the eye is. */
    public Vector3f eye() {
        return place.eye();
    }

    /** The point that the camera turns around. */
    public Vector3f target() {
        return new Vector3f(place.target());
    }

    /** The way the camera looks, of length 1. */
    public Vector3f forward() {
        return place.forward();
    }

    Vector3f right() {
        return place.right();
    }

    Vector3f up() {
        return place.up();
    }

    /**
     * Tells how many pixels a person takes for one: 2 on a display at 200 %. Handles and signs are
     * as large, and a drag turns as far, as on any other display.
     */
    public void density(double pixelsPerPoint) {
        density = (float) Math.clamp(pixelsPerPoint, 0.5, 8);
    }

    float density() {
        return density;
    }

    /** How many metres one point, a pixel at 100 %, is wide at a distance of one metre ahead. */
    float metresPerPoint() {
        return metresPerPixel() * density;
    }

    /** How many metres one pixel is wide at a distance of one metre straight ahead. */
    float metresPerPixel() {
        return 2 * (float) Math.tan(FIELD_OF_VIEW / 2) / height;
    }

    /** Tells what must stay in sight of the far plane. */
    void surround(Bounds bounds) {
        scene = bounds;
    }

    /** What a picture of a size shows. */
    public View view(int pixelsWide, int pixelsHigh) {
        width = Math.max(1, pixelsWide);
        height = Math.max(1, pixelsHigh);
        var eye = eye();
        float near = Math.clamp(place.distance() * 0.01f, 0.02f, 2);
        float far = Math.max(400, place.farthest(scene) + 50);
        var projection = new Matrix4f().perspectiveLH(FIELD_OF_VIEW, aspect(), near, far);
        var view = new Matrix4f().lookAtLH(eye, forward().add(eye), up());
        return new View(view, projection, eye, near, far, width, height);
    }

    private float aspect() {
        return (float) width / height;
    }

    /** The ray through a point of a picture. */
    public Ray ray(double x, double y, int pixelsWide, int pixelsHigh) {
        float tan = (float) Math.tan(FIELD_OF_VIEW / 2);
        float sideways = (float) (2 * x / pixelsWide - 1) * tan * pixelsWide / pixelsHigh;
        float upwards = (float) (1 - 2 * y / pixelsHigh) * tan;
        var direction = forward().fma(sideways, right()).fma(upwards, up()).normalize();
        return new Ray(eye(), direction);
    }

    /** Stands at one point and looks at another, at once. */
    public void look(Vector3fc eye, Vector3fc target) {
        place(CameraPlace.looking(eye, target));
    }

    /** Glides to where it stands at one point and looks at another. */
    public void glide(Vector3fc eye, Vector3fc target) {
        glide(CameraPlace.looking(eye, target));
    }

    /** Turns around the target. */
    public void orbit(double pixelsRight, double pixelsDown) {
        place(turned(pixelsRight, pixelsDown));
    }

    /** Turns on the spot. */
    public void turn(double pixelsRight, double pixelsDown) {
        var eye = eye();
        place(turned(pixelsRight, pixelsDown).withEye(eye));
    }

    private CameraPlace turned(double pixelsRight, double pixelsDown) {
        float yaw = place.yaw() + (float) pixelsRight / density * RADIANS_PER_POINT;
        float pitch = place.pitch() - (float) pixelsDown / density * RADIANS_PER_POINT;
        return place.turned(yaw, Math.clamp(pitch, -STEEPEST, STEEPEST));
    }

    /** Shifts sideways, so that what is at the target's distance stays under the pointer. */
    public void pan(double pixelsRight, double pixelsDown) {
        float metres = metresPerPixel() * place.distance();
        place(
                place.moved(
                        right().mul((float) -pixelsRight * metres)
                                .fma((float) pixelsDown * metres, up())));
    }

    /** Goes nearer to a point by notches of the wheel, or away from it where they are negative. */
    public void zoom(double notches, Vector3fc point) {
        float factor = (float) Math.pow(NEARER_PER_NOTCH, notches);
        place(place.nearer(factor, point));
    }

    /** Flies by metres to the right, upwards and forwards. */
    public void fly(Vector3fc metres) {
        place(
                place.moved(
                        right().mul(metres.x()).add(0, metres.y(), 0).fma(metres.z(), forward())));
    }

    /** Glides to where a box fills the picture, looking the same way. */
    public void frame(Bounds box) {
        glide(place.framing(box, FIELD_OF_VIEW, aspect()));
    }

    /** Glides to where a scene of a size is seen as a whole, from the south-west and above. */
    public void home(Bounds box) {
        glide(START.filling(box, FIELD_OF_VIEW, aspect()));
    }

    /** Glides around the target until it looks along an axis. */
    public void lookAlong(Vector3fc axis) {
        var ahead = CameraPlace.looking(new Vector3f(), axis);
        glide(place.turned(ahead.yaw(), Math.clamp(ahead.pitch(), -STEEPEST, STEEPEST)));
    }

    private void place(CameraPlace next) {
        place = next;
        glided = 1;
    }

    private void glide(CameraPlace end) {
        from = place;
        to = end;
        glided = 0;
    }

    /** Whether the camera is on its way. */
    public boolean gliding() {
        return glided < 1;
    }

    /** Lets time pass. */
    public void tick(double seconds) {
        if (gliding()) {
            glided = (float) Math.min(1, glided + seconds / GLIDE_SECONDS);
            // The end as it is: on the way there, a far beginning leaves nothing of small numbers.
            place = gliding() ? from.towards(to, glided * glided * (3 - 2 * glided)) : to;
        }
    }

    /** Ends a glide where it leads. */
    public void settle() {
        tick(GLIDE_SECONDS);
    }
}
