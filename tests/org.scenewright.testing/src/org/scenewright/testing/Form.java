// SPDX-License-Identifier: EPL-2.0
package org.scenewright.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** A low-poly form: flat faces in glTF's right-handed space, each in its paint. */
record Form(List<Face> faces) {
    static final Form NOTHING = new Form(List.of());

    /** A place in metres. */
    record Point(double x, double y, double z) {
        Point plus(double dx, double dy, double dz) {
            return new Point(x + dx, y + dy, z + dz);
        }

        Point scaled(double factor) {
            return new Point(x * factor, y * factor, z * factor);
        }

        Point minus(Point o) {
            return new Point(x - o.x, y - o.y, z - o.z);
        }

        Point cross(Point o) {
            return new Point(y * o.z - z * o.y, z * o.x - x * o.z, x * o.y - y * o.x);
        }

        Point unit() {
            double length = Math.sqrt(x * x + y * y + z * z);
            return length == 0 ? new Point(0, 1, 0) : scaled(1 / length);
        }

        Point turned(double degrees) {
            double c = Math.cos(Math.toRadians(degrees));
            double s = Math.sin(Math.toRadians(degrees));
            return new Point(c * x + s * z, y, c * z - s * x);
        }
    }

    /**
     * A convex polygon, counter-clockwise as seen from outside, with a place in the picture per
     * corner.
     */
    record Face(List<Point> corners, List<double[]> uvs, Paint paint) {
        Point normal() {
            var a = corners.get(0);
            return corners.get(1).minus(a).cross(corners.get(2).minus(a)).unit();
        }
    }

    static Form face(Paint paint, Point... corners) {
        var square =
                List.of(
                        new double[] {0, 1},
                        new double[] {1, 1},
                        new double[] {1, 0},
                        new double[] {0, 0});
        return new Form(
                List.of(new Face(List.of(corners), square.subList(0, corners.length), paint)));
    }

    /** Standing on the ground, its middle above the origin. */
    static Form box(Paint paint, double width, double height, double depth) {
        double x = width / 2;
        double z = depth / 2;
        var front = side(paint, new Point(-x, 0, z), new Point(x, 0, z), height);
        var back = side(paint, new Point(x, 0, -z), new Point(-x, 0, -z), height);
        var right = side(paint, new Point(x, 0, z), new Point(x, 0, -z), height);
        var left = side(paint, new Point(-x, 0, -z), new Point(-x, 0, z), height);
        var top =
                face(
                        paint,
                        new Point(-x, height, z),
                        new Point(x, height, z),
                        new Point(x, height, -z),
                        new Point(-x, height, -z));
        var bottom =
                face(
                        paint,
                        new Point(-x, 0, -z),
                        new Point(x, 0, -z),
                        new Point(x, 0, z),
                        new Point(-x, 0, z));
        return front.plus(back).plus(right).plus(left).plus(top).plus(bottom);
    }

    private static Form side(Paint paint, Point left, Point right, double height) {
        return face(paint, left, right, right.plus(0, height, 0), left.plus(0, height, 0));
    }

    /**
     * A column with {@code sides} sides that narrows or widens towards its top, closed at both
     * ends.
     */
    static Form prism(Paint paint, int sides, double bottom, double top, double height) {
        var form = tube(paint, sides, bottom, top, height);
        var low = new ArrayList<Point>();
        var high = new ArrayList<Point>();
        for (int i = 0; i < sides; i++) {
            high.add(onCircle(top, i, sides).plus(0, height, 0));
            low.addFirst(onCircle(bottom, i, sides));
        }
        return form.plus(cap(paint, low, bottom)).plus(cap(paint, high, top));
    }

    private static Form cap(Paint paint, List<Point> corners, double radius) {
        var uvs = corners.stream().map(p -> new double[] {0.5, 0.5}).toList();
        return radius == 0 ? NOTHING : new Form(List.of(new Face(corners, uvs, paint)));
    }

    /** The same without its ends; a picture goes round it once. */
    static Form tube(Paint paint, int sides, double bottom, double top, double height) {
        var faces = new ArrayList<Face>();
        for (int i = 0; i < sides; i++) {
            double left = (double) i / sides;
            double right = (double) (i + 1) / sides;
            var a = onCircle(bottom, i, sides);
            var b = onCircle(bottom, i + 1, sides);
            var c = onCircle(top, i + 1, sides).plus(0, height, 0);
            var d = onCircle(top, i, sides).plus(0, height, 0);
            var uvs =
                    List.of(
                            new double[] {left, 1},
                            new double[] {right, 1},
                            new double[] {right, 0},
                            new double[] {left, 0});
            faces.add(
                    top == 0
                            ? new Face(List.of(a, b, c), uvs.subList(0, 3), paint)
                            : new Face(List.of(a, b, c, d), uvs, paint));
        }
        return new Form(faces);
    }

    private static Point onCircle(double radius, int index, int sides) {
        double angle = Math.PI * 2 * index / sides;
        return new Point(Math.sin(angle) * radius, 0, Math.cos(angle) * radius);
    }

    /** A stone or a tree top: a ball around the origin whose corners are pushed about. */
    static Form boulder(Paint paint, double radius, int rings, double roughness, long seed) {
        var random = new Random(seed);
        int sides = rings * 2;
        var rows = new ArrayList<List<Point>>();
        for (int ring = 0; ring <= rings; ring++) {
            double height = Math.PI * ring / rings;
            var row = new ArrayList<Point>();
            var pole =
                    new Point(0, -Math.cos(height), 0)
                            .scaled(radius * (1 + roughness * (random.nextDouble() - 0.5)));
            for (int side = 0; side < sides; side++) {
                double jitter = radius * (1 + roughness * (random.nextDouble() - 0.5));
                boolean end = ring == 0 || ring == rings;
                row.add(
                        end
                                ? pole
                                : onCircle(Math.sin(height), side, sides)
                                        .plus(0, -Math.cos(height), 0)
                                        .scaled(jitter));
            }
            row.add(row.getFirst());
            rows.add(row);
        }
        return skin(paint, rows);
    }

    /**
     * Rows of points, bottom up, each going counter-clockwise as seen from above, joined to
     * triangles.
     */
    static Form skin(Paint paint, List<List<Point>> rows) {
        var faces = new ArrayList<Face>();
        for (int row = 0; row + 1 < rows.size(); row++) {
            for (int i = 0; i + 1 < rows.get(row).size(); i++) {
                var a = rows.get(row).get(i);
                var b = rows.get(row).get(i + 1);
                var c = rows.get(row + 1).get(i + 1);
                var d = rows.get(row + 1).get(i);
                addTriangle(faces, paint, a, b, c);
                addTriangle(faces, paint, a, c, d);
            }
        }
        return new Form(faces);
    }

    private static void addTriangle(List<Face> faces, Paint paint, Point a, Point b, Point c) {
        if (!a.equals(b) && !b.equals(c) && !c.equals(a)) {
            var uvs = List.of(new double[] {0, 1}, new double[] {1, 1}, new double[] {1, 0});
            faces.add(new Face(List.of(a, b, c), uvs, paint));
        }
    }

    Form plus(Form other) {
        var all = new ArrayList<>(faces);
        all.addAll(other.faces);
        return new Form(all);
    }

    Form moved(double x, double y, double z) {
        return bent(point -> point.plus(x, y, z));
    }

    /** About the upward axis. */
    Form turned(double degrees) {
        return bent(point -> point.turned(degrees));
    }

    /** About the axis to the front: the top goes to the left for positive degrees. */
    Form tilted(double degrees) {
        double c = Math.cos(Math.toRadians(degrees));
        double s = Math.sin(Math.toRadians(degrees));
        return bent(p -> new Point(c * p.x - s * p.y, s * p.x + c * p.y, p.z));
    }

    /** About the axis to the right: the top comes to the front for positive degrees. */
    Form pitched(double degrees) {
        double c = Math.cos(Math.toRadians(degrees));
        double s = Math.sin(Math.toRadians(degrees));
        return bent(p -> new Point(p.x, c * p.y - s * p.z, s * p.y + c * p.z));
    }

    Form scaled(double x, double y, double z) {
        return bent(point -> new Point(point.x * x, point.y * y, point.z * z));
    }

    Form bent(UnaryOperator<Point> bending) {
        return new Form(
                faces.stream()
                        .map(
                                f ->
                                        new Face(
                                                f.corners.stream().map(bending).toList(),
                                                f.uvs,
                                                f.paint))
                        .toList());
    }
}
