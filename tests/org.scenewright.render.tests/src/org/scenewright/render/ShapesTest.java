// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.joml.Vector3f;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenewright.assets.Bounds;
import org.scenewright.assets.Mesh;
import org.scenewright.schema.ValueJson;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

class ShapesTest {
    private final Shapes shapes = new Shapes();

    private Mesh mesh(String json) {
        return shapes.of(ValueJson.parse(json)).getFirst();
    }

    private void check(String json, Bounds size) {
        assertEquals(text(size), text(mesh(json).bounds()));
    }

    private static String text(Bounds b) {
        return "%.3f %.3f %.3f  %.3f %.3f %.3f"
                .formatted(b.minX(), b.minY(), b.minZ(), b.maxX(), b.maxY(), b.maxZ())
                .replace("-0.000", "0.000");
    }

    private static Bounds box(float x, float y, float z) {
        return new Bounds(-x, -y, -z, x, y, z);
    }

    @Test
    void boxIsOneMetre() {
        check("{\"$case\":\"box\",\"box\":{\"uvs\":[]}}", box(0.5f, 0.5f, 0.5f));
    }

    @Test
    void sphereHasARadiusOfHalfAMetre() {
        check("{\"$case\":\"sphere\",\"sphere\":{}}", box(0.5f, 0.5f, 0.5f));
    }

    @Test
    void cylinderIsOneMetreHigh() {
        check("{\"$case\":\"cylinder\",\"cylinder\":{}}", box(0.5f, 0.5f, 0.5f));
    }

    @Test
    void coneIsACylinderWithoutATop() {
        check(
                "{\"$case\":\"cylinder\",\"cylinder\":{\"radiusTop\":0,\"radiusBottom\":2}}",
                box(2, 0.5f, 2));
    }

    @Test
    void planeStandsUpright() {
        check("{\"$case\":\"plane\",\"plane\":{}}", box(0.5f, 0.5f, 0));
    }

    @Test
    void nothingIsDrawnForAnUnknownShape() {
        assertEquals(List.of(), shapes.of(ValueJson.parse("{\"$case\":\"torus\"}")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"box", "sphere", "cylinder"})
    void everyFrontLooksOutward(String shape) {
        var mesh = mesh("{\"$case\":\"" + shape + "\"}");
        for (int t = 0; t < mesh.triangles(); t++) {
            var a = corner(mesh, t * 3);
            var out = corner(mesh, t * 3 + 2).sub(a).cross(corner(mesh, t * 3 + 1).sub(a));
            assertTrue(out.lengthSquared() < 1e-12 || out.dot(a) > 0, shape + " triangle " + t);
        }
    }

    private static Vector3f corner(Mesh mesh, int index) {
        int v = mesh.indices()[index] * 3;
        float[] p = mesh.positions();
        return new Vector3f(p[v], p[v + 1], p[v + 2]);
    }

    @Test
    void picturesStandUprightOnTheSideThatLooksSouth() {
        var mesh = shapes.label();
        assertArrayEquals(new float[] {0, 1, 1, 1, 1, 0, 0, 0}, mesh.uvs());
        assertEquals(0, corner(mesh, 0).distance(-0.5f, -0.5f, 0));
    }

    @Test
    void ownUvsArePutOnWithTheirVTurnedDown() {
        var uvs = Collections.nCopies(8, "0.25, 0.75").stream().collect(Collectors.joining(","));
        var mesh = mesh("{\"$case\":\"plane\",\"plane\":{\"uvs\":[" + uvs + "]}}");
        assertEquals(0.25f, mesh.uvs()[0]);
        assertEquals(0.25f, mesh.uvs()[1]);
        assertNotSame(shapes.plane(), mesh);
    }

    @Test
    void equalShapesAreOneMesh() {
        String cone = "{\"$case\":\"cylinder\",\"cylinder\":{\"radiusTop\":0.1}}";
        assertSame(mesh(cone), mesh(cone));
    }

    @Test
    void tooFewUvsAreIgnored() {
        assertSame(shapes.box(), mesh("{\"$case\":\"box\",\"box\":{\"uvs\":[0,1,2]}}"));
    }
}
