// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import org.joml.Matrix4f;
import org.joml.Vector3f;
import org.scenewright.assets.Material;
import org.scenewright.assets.Mesh;
import org.scenewright.render.DrawList;
import org.scenewright.render.DrawList.Backdrop;
import org.scenewright.render.DrawList.Batch;
import org.scenewright.render.DrawList.Lines;
import org.scenewright.render.Lighting;
import org.scenewright.render.Lighting.Lamp;
import org.scenewright.render.View;

import java.util.ArrayList;
import java.util.List;

/** A draw list in the making, seen by a camera of 60 degrees. */
final class Sketch {
    static final Backdrop DARK = new Backdrop(0x2B313B, 0x4A515C, 0x2E2F31, true);
    static final Backdrop LIGHT = new Backdrop(0x7FB2E5, 0xDDE8F0, 0xB9B8B2, true);
    static final Backdrop BLACK = new Backdrop(0, 0, 0, false);

    private final int width;
    private final int height;
    private Vector3f eye = new Vector3f(0, 0, -2);
    private Vector3f target = new Vector3f();
    private Backdrop backdrop = BLACK;
    private Lighting light = sunFrom(new Vector3f(0.4f, 0.8f, -0.45f), List.of());
    private final List<Batch> opaque = new ArrayList<>();
    private final List<Batch> blended = new ArrayList<>();
    private final List<Batch> outlined = new ArrayList<>();
    private float outlinePixels = 2;
    private final List<Batch> onTop = new ArrayList<>();
    private final List<Lines> lines = new ArrayList<>();

    Sketch(int width, int height) {
        this.width = width;
        this.height = height;
    }

    static Lighting sunFrom(Vector3f way, List<Lamp> lamps) {
        return new Lighting(
                way.negate(new Vector3f()).normalize(),
                new Vector3f(0.95f, 0.9f, 0.82f),
                new Vector3f(0.38f, 0.43f, 0.5f),
                new Vector3f(0.2f, 0.19f, 0.17f),
                lamps);
    }

    static Batch batch(Mesh mesh, Material material, Matrix4f... places) {
        boolean mirrored = places.length > 0 && places[0].determinant3x3() < 0;
        return new Batch(mesh, material, rows(places), places.length, mirrored);
    }

    static float[] rows(Matrix4f... places) {
        var rows = new float[places.length * 12];
        for (int i = 0; i < places.length; i++) {
            var m = places[i];
            float[] upper = {
                m.m00(), m.m10(), m.m20(), m.m30(), m.m01(), m.m11(), m.m21(), m.m31(), m.m02(),
                m.m12(), m.m22(), m.m32()
            };
            System.arraycopy(upper, 0, rows, i * 12, 12);
        }
        return rows;
    }

    static Matrix4f at(float x, float y, float z) {
        return new Matrix4f().translation(x, y, z);
    }

    Sketch from(float x, float y, float z) {
        eye = new Vector3f(x, y, z);
        return this;
    }

    Sketch to(float x, float y, float z) {
        target = new Vector3f(x, y, z);
        return this;
    }

    Sketch before(Backdrop behind) {
        backdrop = behind;
        return this;
    }

    Sketch lit(Lighting by) {
        light = by;
        return this;
    }

    Sketch opaque(Batch batch) {
        opaque.add(batch);
        return this;
    }

    Sketch blended(Batch batch) {
        blended.add(batch);
        return this;
    }

    /** Draws a batch and outlines it. */
    Sketch selected(Batch batch) {
        opaque.add(batch);
        outlined.add(batch);
        return this;
    }

    Sketch outlinePixels(float wide) {
        outlinePixels = wide;
        return this;
    }

    Sketch onTop(Batch batch) {
        onTop.add(batch);
        return this;
    }

    Sketch lines(Lines some) {
        lines.add(some);
        return this;
    }

    DrawList list() {
        return new DrawList(
                view(), light, backdrop, opaque, blended, outlined, outlinePixels, onTop, lines);
    }

    private View view() {
        var look = new Matrix4f().lookAtLH(eye, target, new Vector3f(0, 1, 0));
        var lens =
                new Matrix4f()
                        .perspectiveLH(
                                (float) Math.toRadians(60), (float) width / height, 0.1f, 1000);
        return new View(look, lens, eye, 0.1f, 1000, width, height);
    }
}
