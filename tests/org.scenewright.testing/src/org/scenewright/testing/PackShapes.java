// SPDX-License-Identifier: EPL-2.0
package org.scenewright.testing;

import java.util.ArrayList;
import java.util.List;

/** Forms that several models of the shipped pack are made from. */
final class PackShapes {
    private PackShapes() {}

    /**
     * A board that stands upright and faces the front.
     *
     * @param outline x and y of its corners, convex, counter-clockwise as seen from the front
     */
    static Form board(Paint paint, double[][] outline, double thickness) {
        var front = new ArrayList<Form.Point>();
        var back = new ArrayList<Form.Point>();
        for (double[] corner : outline) {
            front.add(new Form.Point(corner[0], corner[1], thickness / 2));
            back.addFirst(new Form.Point(corner[0], corner[1], -thickness / 2));
        }
        var form = polygon(paint, front).plus(polygon(paint, back));
        for (int i = 0; i < front.size(); i++) {
            var a = front.get(i);
            var b = front.get((i + 1) % front.size());
            form =
                    form.plus(
                            Form.face(
                                    paint,
                                    b,
                                    a,
                                    a.plus(0, 0, -thickness),
                                    b.plus(0, 0, -thickness)));
        }
        return form;
    }

    private static Form polygon(Paint paint, List<Form.Point> corners) {
        var uvs = corners.stream().map(corner -> new double[] {0.5, 0.5}).toList();
        return new Form(List.of(new Form.Face(List.copyOf(corners), uvs, paint)));
    }

    /**
     * What a lathe makes, closed at both ends.
     *
     * @param outline heights, upwards, and the radius at each
     */
    static Form turned(Paint paint, int sides, double[][] outline) {
        var form = Form.prism(paint, sides, outline[0][1], outline[0][1], 0.001);
        for (int i = 0; i + 1 < outline.length; i++) {
            double height = outline[i + 1][0] - outline[i][0];
            form =
                    form.plus(
                            Form.tube(paint, sides, outline[i][1], outline[i + 1][1], height)
                                    .moved(0, outline[i][0], 0));
        }
        double[] top = outline[outline.length - 1];
        return top[1] == 0
                ? form
                : form.plus(Form.prism(paint, sides, top[1], top[1], 0.001).moved(0, top[0], 0));
    }

    /** A slope that rises to the back. */
    static Form wedge(Paint paint, double width, double height, double depth) {
        double[][] side = {{-depth / 2, 0}, {depth / 2, 0}, {depth / 2, height}};
        return board(paint, side, width).turned(90);
    }
}
