// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Vector3d;
import org.joml.Vector3dc;

import java.util.Arrays;
import java.util.List;

/**
 * What can be grabbed at the selection: a row per handle with its tool, its shape, its axis and its
 * colour.
 */
enum Handle {
    MOVE_FREE(Tool.MOVE, Shape.CENTER, 0, 0, 0, Paint.WHITE),
    MOVE_XY(Tool.MOVE, Shape.PLANE, 0, 0, 1, Paint.BLUE),
    MOVE_YZ(Tool.MOVE, Shape.PLANE, 1, 0, 0, Paint.RED),
    MOVE_XZ(Tool.MOVE, Shape.PLANE, 0, 1, 0, Paint.GREEN),
    MOVE_X(Tool.MOVE, Shape.ARROW, 1, 0, 0, Paint.RED),
    MOVE_Y(Tool.MOVE, Shape.ARROW, 0, 1, 0, Paint.GREEN),
    MOVE_Z(Tool.MOVE, Shape.ARROW, 0, 0, 1, Paint.BLUE),
    ROTATE_X(Tool.ROTATE, Shape.RING, 1, 0, 0, Paint.RED),
    ROTATE_Y(Tool.ROTATE, Shape.RING, 0, 1, 0, Paint.GREEN),
    ROTATE_Z(Tool.ROTATE, Shape.RING, 0, 0, 1, Paint.BLUE),
    ROTATE_VIEW(Tool.ROTATE, Shape.OUTER_RING, 0, 0, 0, Paint.WHITE),
    SCALE_ALL(Tool.SCALE, Shape.CENTER, 0, 0, 0, Paint.WHITE),
    SCALE_X(Tool.SCALE, Shape.STUD, 1, 0, 0, Paint.RED),
    SCALE_Y(Tool.SCALE, Shape.STUD, 0, 1, 0, Paint.GREEN),
    SCALE_Z(Tool.SCALE, Shape.STUD, 0, 0, 1, Paint.BLUE);

    /** What a handle looks like, which decides where it can be grabbed. */
    enum Shape {
        ARROW,
        STUD,
        PLANE,
        CENTER,
        RING,
        OUTER_RING
    }

    /** sRGB as 0xRRGGBB. */
    static final class Paint {
        static final int RED = 0xf0465a;
        static final int GREEN = 0x86d838;
        static final int BLUE = 0x3f8cff;
        static final int WHITE = 0xe8ebef;
        static final int HOVER = 0xffd938;

        private Paint() {}
    }

    private final Tool tool;
    private final Shape shape;
    private final Vector3dc axis;
    private final int color;

    Handle(Tool tool, Shape shape, int x, int y, int z, int color) {
        this.tool = tool;
        this.shape = shape;
        this.axis = new Vector3d(x, y, z);
        this.color = color;
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
        return axis;
    }

    int color() {
        return color;
    }

    /** "X", "XZ" or nothing. */
    String axes() {
        String name = name().substring(name().indexOf('_') + 1);
        return name.length() <= 2 ? name : "";
    }
}
