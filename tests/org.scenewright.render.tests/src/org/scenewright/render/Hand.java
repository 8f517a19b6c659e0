// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.joml.Vector3d;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.ValueJson;

/** A hand that drags handles by their names and reads what became of it. */
final class Hand {
    static final String LAMP = "lamp at 8 0 8 box";

    private Hand() {}

    /** Drags a handle of the selection along its own axes and compares a part of a Transform. */
    static void check(Studio studio, String handle, double[] to, String expected) {
        drag(studio, Handle.valueOf(handle), to);
        String[] parts = expected.split(" = ");
        String[] path = parts[0].split("\\.", 2);
        assertEquals(parts[1], text(studio, path[0], path[1]));
    }

    static String text(Studio studio, String name, String field) {
        var transform = studio.scene.snapshot().value(studio.entity(name), SceneSnapshot.TRANSFORM);
        var value = transform.orElseThrow().at(FieldPath.parse(field)).orElseThrow();
        return ValueJson.print(value).replaceAll("[\\s\"]", "");
    }

    /**
     * Moves the pointer from a point of a handle to another one, both given in metres along the
     * handle's axes.
     */
    static void drag(Studio studio, Handle handle, double[] by, Studio.Modifiers... held) {
        studio.tools.tool(handle.tool());
        var gizmo = studio.gizmo();
        var from = grip(handle, gizmo);
        var to = new Vector3d(from).add(gizmo.direction(new Vector3d(by)));
        studio.drag(studio.pixel(from), studio.pixel(to), held);
    }

    static Vector3d grip(Handle handle, Gizmo gizmo) {
        var a = handle.axis();
        return switch (handle.shape()) {
            case ARROW, STUD -> gizmo.point(a.x() * 0.8, a.y() * 0.8, a.z() * 0.8);
            case PLANE -> gizmo.point((1 - a.x()) * 0.4, (1 - a.y()) * 0.4, (1 - a.z()) * 0.4);
            case CENTER, RING, OUTER_RING -> new Vector3d(gizmo.pivot());
        };
    }

    static double[] by(double... metres) {
        return metres;
    }

    static Studio selected(String... lines) {
        return Studio.of(lines).select(lines[lines.length - 1].split(" ")[0]);
    }

    /** Grabs a ring where it faces the eye and moves the pointer around it. */
    static void turn(Studio studio, Handle handle, double degrees, Studio.Modifiers... held) {
        studio.tools.tool(Tool.ROTATE);
        var gizmo = studio.gizmo();
        var axis = new Vector3d(handle.axis());
        var toEye = new Vector3d(studio.camera.eye()).sub(gizmo.pivot());
        var out = toEye.fma(-toEye.dot(axis), axis).normalize();
        // A little aside, where no other ring crosses.
        out.rotateAxis(Math.toRadians(-25), axis.x, axis.y, axis.z);
        var from = new Vector3d(out).mul(gizmo.size()).add(gizmo.pivot());
        out.rotateAxis(Math.toRadians(degrees), axis.x, axis.y, axis.z);
        var to = out.mul(gizmo.size()).add(gizmo.pivot());
        studio.drag(studio.pixel(from), studio.pixel(to), held);
    }

    static void assertTurned(Studio studio, Handle handle, double degrees) {
        var turned = studio.scene.snapshot().pose(studio.entity("lamp")).rotation();
        double half = Math.toRadians(degrees) / 2;
        var axis = handle.axis();
        assertEquals(Math.sin(half) * axis.x(), turned.x(), 1e-3);
        assertEquals(Math.sin(half) * axis.y(), turned.y(), 1e-3);
        assertEquals(Math.sin(half) * axis.z(), turned.z(), 1e-3);
        assertEquals(Math.cos(half), turned.w(), 1e-3);
    }
}
