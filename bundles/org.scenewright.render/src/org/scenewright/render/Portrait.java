// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Matrix4f;
import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.scenewright.assets.Bounds;
import org.scenewright.assets.Material;
import org.scenewright.assets.Model;
import org.scenewright.render.DrawList.Batch;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A model on its own, at rest, as catalogs show it small: seen from the front and a little from
 * above, filling the picture. Any thread.
 */
public final class Portrait {
    private static final float FIELD_OF_VIEW = (float) Math.toRadians(30);

    private static final int ROWS = 12;

    /** Models face the viewer with their +Z side. */
    private static final CameraPlace EYE =
            new CameraPlace(
                    new Vector3f(),
                    (float) Math.toRadians(180 + 32),
                    (float) Math.toRadians(-22),
                    10);

    /** From above the viewer's left shoulder, so that no side that is seen is black. */
    private static final Lighting LIGHT =
            new Lighting(
                    new Vector3f(-0.35f, -0.85f, -0.7f).normalize(),
                    new Vector3f(0.95f, 0.92f, 0.86f),
                    new Vector3f(0.5f, 0.54f, 0.6f),
                    new Vector3f(0.3f, 0.28f, 0.26f),
                    List.of());

    private final List<Model.Part> parts;
    private final Bounds bounds;

    public Portrait(Model model) {
        parts = model.parts().stream().filter(part -> !part.collider()).toList();
        bounds = model.bounds();
    }

    /** Whether there is nothing to be seen of it. */
    public boolean isEmpty() {
        return parts.isEmpty() || bounds.isEmpty();
    }

    /**
     * The square picture of it.
     *
     * @param pixels how wide and high
     * @param behind the colour around it, sRGB as 0xRRGGBB
     */
    public DrawList draw(int pixels, int behind) {
        var place = EYE.filling(bounds, FIELD_OF_VIEW, 1);
        var backdrop = new DrawList.Backdrop(behind, behind, behind, false);
        return new DrawList(
                view(place, pixels),
                LIGHT,
                backdrop,
                parts(false).map(Portrait::batch).toList(),
                parts(true).sorted(farthestFirst(place.eye())).map(Portrait::batch).toList(),
                List.of(),
                0,
                List.of(),
                List.of());
    }

    private View view(CameraPlace place, int pixels) {
        var eye = place.eye();
        float far = place.farthest(bounds) * 1.1f + 0.1f;
        float near = far / 1000;
        var lens = new Matrix4f().perspectiveLH(FIELD_OF_VIEW, 1, near, far);
        var look = new Matrix4f().lookAtLH(eye, place.target(), place.up());
        return new View(look, lens, eye, near, far, pixels, pixels);
    }

    private Stream<Model.Part> parts(boolean isBlended) {
        return parts.stream()
                .filter(part -> (part.material().alpha() == Material.Alpha.BLEND) == isBlended);
    }

    private static Batch batch(Model.Part part) {
        var place = Boxes.place(part);
        boolean isMirrored = place.determinant() < 0;
        var rows = place.getTransposed(new float[ROWS]);
        return new Batch(part.mesh(), part.material(), rows, 1, isMirrored);
    }

    private static Comparator<Model.Part> farthestFirst(Vector3fc eye) {
        return Comparator.comparingDouble(
                part -> -Boxes.place(part).transformPosition(center(part)).distance(eye));
    }

    private static Vector3f center(Model.Part part) {
        return Boxes.center(part.mesh().bounds());
    }
}
