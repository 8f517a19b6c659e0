// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Vector3dc;

import java.util.Arrays;
import java.util.List;

/** What can be grabbed at the selection: a row per handle with its tool, its shape and its axis. */
enum Handle {
    MOVE_FREE(Tool.MOVE, Shape.CENTER, Axis.VIEW),
    MOVE_XY(Tool.MOVE, Shape.PLANE, Axis.Z),
    MOVE_YZ(Tool.MOVE, Shape.PLANE, Axis.X),
    MOVE_XZ(Tool.MOVE, Shape.PLANE, Axis.Y),
    MOVE_X(Tool.MOVE, Shape.ARROW, Axis.X),
    MOVE_Y(Tool.MOVE, Shape.ARROW, Axis.Y),
    MOVE_Z(Tool.MOVE, Shape.ARROW, Axis.Z),
    ROTATE_X(Tool.ROTATE, Shape.RING, Axis.X),
    ROTATE_Y(Tool.ROTATE, Shape.RING, Axis.Y),
    ROTATE_Z(Tool.ROTATE, Shape.RING, Axis.Z),
    ROTATE_VIEW(Tool.ROTATE, Shape.OUTER_RING, Axis.VIEW),
    SCALE_ALL(Tool.SCALE, Shape.CENTER, Axis.VIEW),
    SCALE_X(Tool.SCALE, Shape.STUD, Axis.X),
    SCALE_Y(Tool.SCALE, Shape.STUD, Axis.Y),
    SCALE_Z(Tool.SCALE, Shape.STUD, Axis.Z);

    /** The colour of a handle that the pointer touches, sRGB as 0xRRGGBB. */
    static final int HOVERED = 0xffd938;

    /** What a handle looks like, which decides where it can be grabbed. */
    enum Shape {
        ARROW,
        STUD,
        PLANE,
        CENTER,
        RING,
        OUTER_RING
    }

    private final Tool tool;
    private final Shape shape;
    private final Axis axis;

    Handle(Tool tool, Shape shape, Axis axis) {
        this.tool = tool;
        this.shape = shape;
        this.axis = axis;
    }

    static List<Handle> of(Tool tool) {
        return Arrays.stream(values()).filter(handle -> handle.tool == tool).toList();
    }

    Tool tool() {
        return tool;
    }

    Shape shape() {
        return shape;
    }

    /**
     * The axis along or around which it works, or the normal of its plane; zero where the view
     * decides.
     */
    Vector3dc axis() {
        return axis.way();
    }

    int color() {
        return axis.color();
    }

    /** "X", "XZ" or nothing. */
    String axes() {
        String name = name().substring(name().indexOf('_') + 1);
        return name.length() <= 2 ? name : "";
    }
}
