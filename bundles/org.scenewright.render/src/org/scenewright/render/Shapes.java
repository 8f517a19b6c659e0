// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.scenewright.assets.Mesh;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.List;

/**
 * The primitive shapes of the SDK, each built once: a box of one metre, a sphere and a cylinder of
 * radius 0.5 and height 1, a plane of one metre that is seen from both sides.
 */
final class Shapes {
    private static final int SEGMENTS = 32;
    private static final int RINGS = 16;
    private static final int PLANE_VERTICES = 8;
    private static final int BOX_VERTICES = 24;
    private static final int KEPT = 1024;

    /** One side of a box, or of a plane, whose back shares the front's directions. */
    private record Side(Vector3fc normal, Vector3fc right, Vector3fc up) {
        static Side of(int... n) {
            return new Side(
                    new Vector3f(n[0], n[1], n[2]),
                    new Vector3f(n[3], n[4], n[5]),
                    new Vector3f(n[6], n[7], n[8]));
        }
    }

    private static final Side FRONT = Side.of(0, 0, -1, 1, 0, 0, 0, 1, 0);
    private static final Side BACK = Side.of(0, 0, 1, 1, 0, 0, 0, 1, 0);

    /** In the SDK's order: top, bottom, left, right, front, back; each as seen from outside. */
    private static final List<Side> BOX_SIDES =
            List.of(
                    Side.of(0, 1, 0, 1, 0, 0, 0, 0, 1),
                    Side.of(0, -1, 0, 1, 0, 0, 0, 0, -1),
                    Side.of(-1, 0, 0, 0, 0, -1, 0, 1, 0),
                    Side.of(1, 0, 0, 0, 0, 1, 0, 1, 0),
                    FRONT,
                    Side.of(0, 0, 1, -1, 0, 0, 0, 1, 0));

    private final Mesh sphere = ball();
    private final Mesh box = boxWith(List.of());
    private final Mesh plane = planeWith(List.of());
    private final Mesh label = side();
    private final Recent<List<Float>, Mesh> custom = new Recent<>(KEPT);

    Mesh box() {
        return box;
    }

    /** One side of a plane, seen looking along +Z. */
    Mesh label() {
        return label;
    }

    Mesh plane() {
        return plane;
    }

    /**
     * The mesh that a MeshRenderer's or MeshCollider's {@code mesh} describes; no list item where
     * none.
     */
    List<Mesh> of(Value mesh) {
        return switch (mesh.text("$case", "")) {
            case "box" -> List.of(box(numbers(mesh, "box.uvs")));
            case "sphere" -> List.of(sphere);
            case "plane" -> List.of(plane(numbers(mesh, "plane.uvs")));
            case "cylinder" ->
                    List.of(
                            cylinder(
                                    (float) mesh.number("cylinder.radiusTop", 0.5),
                                    (float) mesh.number("cylinder.radiusBottom", 0.5)));
            default -> List.of();
        };
    }

    private static List<Float> numbers(Value mesh, String path) {
        var numbers = new ArrayList<Float>();
        for (var item : mesh.items(path).stream().limit(2 * BOX_VERTICES).toList()) {
            numbers.add((float) item.number("", 0));
        }
        return numbers;
    }

    private Mesh box(List<Float> uvs) {
        return uvs.size() < 2 * BOX_VERTICES ? box : custom.get(uvs, Shapes::boxWith);
    }

    private Mesh plane(List<Float> uvs) {
        var used = uvs.stream().limit(2 * PLANE_VERTICES).toList();
        return used.size() < 2 * PLANE_VERTICES ? plane : custom.get(used, Shapes::planeWith);
    }

    Mesh cylinder(float top, float bottom) {
        return custom.get(List.of(top, bottom), radii -> frustum(top, bottom));
    }

    private static Mesh planeWith(List<Float> uvs) {
        var brush = new MeshBrush();
        // The side seen looking along +Z first, as the SDK counts them; both start lower left of
        // that side.
        face(brush, FRONT, 0, corners(uvs, 0, false));
        face(brush, BACK, 0, corners(uvs, 4, true));
        return brush.mesh();
    }

    private static Mesh side() {
        var brush = new MeshBrush();
        var uvs = corners(List.of(), 0, false);
        face(brush, FRONT, 0, uvs);
        return brush.mesh();
    }

    private static Mesh boxWith(List<Float> uvs) {
        var brush = new MeshBrush();
        for (int i = 0; i < BOX_SIDES.size(); i++) {
            face(brush, BOX_SIDES.get(i), 0.5f, corners(uvs, i * 4, false));
        }
        return brush.mesh();
    }

    /** The uvs of four corners from lower left round, v pointing down. */
    private static float[] corners(List<Float> uvs, int first, boolean turned) {
        float left = turned ? 1 : 0;
        float[] corners = {left, 1, 1 - left, 1, 1 - left, 0, left, 0};
        for (int i = 0; i < 4 && !uvs.isEmpty(); i++) {
            corners[i * 2] = uvs.get((first + i) * 2);
            corners[i * 2 + 1] = 1 - uvs.get((first + i) * 2 + 1);
        }
        return corners;
    }

    private static void face(MeshBrush brush, Side side, float out, float[] uv) {
        int[] v = new int[4];
        for (int i = 0; i < 4; i++) {
            float x = i == 1 || i == 2 ? 0.5f : -0.5f;
            float y = i >= 2 ? 0.5f : -0.5f;
            var p = new Vector3f(side.normal).mul(out).fma(x, side.right).fma(y, side.up);
            v[i] = brush.vertex(p, side.normal, uv[i * 2], uv[i * 2 + 1]);
        }
        brush.quad(v[0], v[1], v[2], v[3]);
    }

    private static Mesh ball() {
        float[][] profile = new float[RINGS + 1][];
        for (int ring = 0; ring <= RINGS; ring++) {
            float sin = (float) Math.sin(Math.PI * ring / RINGS);
            float cos = (float) Math.cos(Math.PI * ring / RINGS);
            profile[ring] = new float[] {0.5f * sin, 0.5f * cos, sin, cos};
        }
        var brush = new MeshBrush();
        brush.revolve(SEGMENTS, profile);
        return brush.mesh();
    }

    private static Mesh frustum(float top, float bottom) {
        var brush = new MeshBrush();
        float slope = bottom - top;
        brush.revolve(SEGMENTS, new float[] {0, 0.5f, 0, 1}, new float[] {top, 0.5f, 0, 1});
        brush.revolve(
                SEGMENTS, new float[] {top, 0.5f, 1, slope}, new float[] {bottom, -0.5f, 1, slope});
        brush.revolve(SEGMENTS, new float[] {bottom, -0.5f, 0, -1}, new float[] {0, -0.5f, 0, -1});
        return brush.mesh();
    }
}
