// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Matrix4x3f;
import org.joml.Quaternionf;
import org.joml.Vector3d;
import org.joml.Vector3dc;
import org.joml.Vector3f;
import org.scenewright.assets.Material;
import org.scenewright.assets.Material.Alpha;
import org.scenewright.assets.Material.Rgba;
import org.scenewright.assets.Mesh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What handles look like: heads and squares as meshes, shafts and rings as lines. */
final class HandleModels {
    private static final float PIXELS = 3;
    private static final float HEAD = 0.16f;
    private static final float STUD = 0.11f;
    private static final float CENTER = 0.13f;
    private static final float SHAFT_FROM = 0.1f;

    private final Material solid = Surface.plain(Alpha.OPAQUE);
    private final Material clear = Surface.plain(Alpha.BLEND);
    private final Mesh cone = cone();
    private final Shapes shapes = new Shapes();
    private final LineBrush brush = new LineBrush();

    /** The pieces of a picture that show handles. */
    record Drawn(List<DrawList.Batch> batches, List<DrawList.Lines> lines) {}

    private static Mesh cone() {
        var cone = new MeshBrush();
        cone.revolve(24, new float[] {0, 0.5f, 1, 0.35f}, new float[] {0.35f, -0.5f, 1, 0.35f});
        cone.revolve(24, new float[] {0.35f, -0.5f, 0, -1}, new float[] {0, -0.5f, 0, -1});
        return cone.mesh();
    }

    /**
     * Draws handles; one that is hovered or held stands out, and while one is held the others step
     * back.
     */
    Drawn draw(Handles handles, List<Handle> shown, Optional<Handle> hot, boolean held) {
        brush.clear();
        var batches = new ArrayList<DrawList.Batch>();
        for (var handle : shown) {
            boolean isHot = hot.filter(handle::equals).isPresent();
            if (handles.isClear(handle) && (isHot || !held)) {
                int color = isHot ? Handle.HOVERED : handle.color();
                batches.addAll(batches(handles, handle, color));
                lines(handles, handle, color);
            }
        }
        var lines =
                brush.isEmpty() ? List.<DrawList.Lines>of() : List.of(brush.lines(PIXELS, true));
        return new Drawn(batches, lines);
    }

    private List<DrawList.Batch> batches(Handles handles, Handle handle, int color) {
        var tint = Colors.linear(color, 1);
        var gizmo = handles.gizmo();
        return switch (handle.shape()) {
            case ARROW -> List.of(batch(cone, solid, head(gizmo, handle, HEAD), tint));
            case STUD -> List.of(batch(shapes.box(), solid, head(gizmo, handle, STUD), tint));
            case CENTER -> List.of(batch(shapes.box(), solid, head(gizmo, handle, CENTER), tint));
            case PLANE -> List.of(square(handles, handle, color));
            case RING, OUTER_RING -> List.of();
        };
    }

    /** The place of what sits on the end of an axis. */
    private static Matrix4x3f head(Gizmo gizmo, Handle handle, float part) {
        var axis = handle.axis();
        return new Matrix4x3f()
                .translation(vector(gizmo.point(axis.x(), axis.y(), axis.z())))
                .rotate(new Quaternionf(gizmo.turn()))
                .rotate(upTo(axis))
                .scale((float) gizmo.size() * part);
    }

    private static Quaternionf upTo(Vector3dc axis) {
        var to = axis.lengthSquared() == 0 ? new Vector3f(0, 1, 0) : vector(axis);
        return new Quaternionf().rotationTo(new Vector3f(0, 1, 0), to);
    }

    private DrawList.Batch square(Handles handles, Handle handle, int color) {
        var corners = handles.square(handle.axis());
        var origin = vector(corners.get(0));
        var u = vector(corners.get(1)).sub(origin);
        var v = vector(corners.get(3)).sub(origin);
        var middle = new Vector3f(origin).fma(0.5f, u).fma(0.5f, v);
        var n = new Vector3f(u).cross(v).normalize();
        var place =
                new Matrix4x3f(
                        u.x, u.y, u.z, v.x, v.y, v.z, n.x, n.y, n.z, middle.x, middle.y, middle.z);
        return batch(shapes.label(), clear, place, Colors.linear(color, 0.45));
    }

    static DrawList.Batch batch(Mesh mesh, Material material, Matrix4x3f place, Rgba tint) {
        float[] tints = {tint.r(), tint.g(), tint.b(), tint.a()};
        float[] matrix = place.getTransposed(new float[Instances.MATRIX], 0);
        return new DrawList.Batch(
                mesh, material, matrix, tints, 1, place.determinant() < 0, Optional.empty());
    }

    private void lines(Handles handles, Handle handle, int color) {
        brush.color(color, 1);
        switch (handle.shape()) {
            case ARROW, STUD -> shaft(handles.gizmo(), handle.axis());
            case RING, OUTER_RING -> polyline(handles.ring(handle));
            case PLANE -> outline(handles.square(handle.axis()));
            case CENTER -> {}
        }
    }

    private void shaft(Gizmo gizmo, Vector3dc axis) {
        var from = new Vector3d(axis).mul(SHAFT_FROM);
        brush.line(
                vector(gizmo.point(from.x, from.y, from.z)),
                vector(gizmo.point(axis.x(), axis.y(), axis.z())));
    }

    private void polyline(List<Vector3d> points) {
        for (int i = 0; i + 1 < points.size(); i++) {
            if (points.get(i) != Handles.HIDDEN && points.get(i + 1) != Handles.HIDDEN) {
                brush.line(vector(points.get(i)), vector(points.get(i + 1)));
            }
        }
    }

    private void outline(List<Vector3d> corners) {
        for (int i = 0; i < corners.size(); i++) {
            brush.line(vector(corners.get(i)), vector(corners.get((i + 1) % corners.size())));
        }
    }

    private static Vector3f vector(Vector3dc v) {
        return new Vector3f((float) v.x(), (float) v.y(), (float) v.z());
    }
}
