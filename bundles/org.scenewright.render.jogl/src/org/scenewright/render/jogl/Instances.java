// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import com.jogamp.opengl.GL;
import com.jogamp.opengl.GL2ES2;
import com.jogamp.opengl.GL3;

import org.joml.Matrix4fc;
import org.scenewright.render.DrawList;
import org.scenewright.render.DrawList.Batch;

import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * The matrices and tints of all instances of a frame, gathered here and sent to the graphics card
 * at once.
 *
 * <p>Instances of opaque batches are put in order, those that a lamp reaches first and then by
 * distance, so that near ones hide far ones before those are shaded.
 */
final class Instances implements AutoCloseable {
    private static final int BUCKETS = 256;

    private final GL3 gl;
    private final int[] buffer = new int[1];
    private float[] values = new float[1 << 12];
    private int used;
    private int[] buckets = new int[64];
    private int[] order = new int[64];
    private float[] depths = new float[64];
    private final int[] starts = new int[2 * BUCKETS + 1];

    /**
     * Where some instances of one batch lie.
     *
     * @param offset in floats
     * @param tinted whether four floats of tint follow the twelve of each matrix
     * @param form where, in floats, the vertices of their mesh lie as it is bent; -1 where it is
     *     not
     */
    record Run(int offset, int count, boolean tinted, int form) {
        int stride() {
            return tinted ? 16 : 12;
        }

        Run first(int number) {
            return new Run(offset, number, tinted, form);
        }

        Run after(int number) {
            return new Run(offset + number * stride(), count - number, tinted, form);
        }
    }

    /**
     * A batch put in order.
     *
     * @param lit how many of the run's first instances a lamp reaches
     * @param nearest distance of the nearest instance along the view
     */
    record Ordered(Run run, int lit, float nearest) {}

    Instances(GL3 gl) {
        this.gl = gl;
        gl.glGenBuffers(1, buffer, 0);
    }

    void clear() {
        used = 0;
    }

    /** Adds the instances of a batch in the order they have. */
    Run add(Batch batch) {
        var run = reserve(batch);
        for (int i = 0; i < run.count(); i++) {
            copy(batch, i, run.offset() + i * run.stride());
        }
        return run;
    }

    /** Adds the instances of a batch, the nearest first. */
    Ordered addOrdered(Batch batch, Matrix4fc view, LampReach lamps) {
        var run = reserve(batch);
        measure(batch, run.count(), view);
        float nearest = fillBuckets(run.count());
        int lit = light(batch, run.count(), lamps);
        sort(run.count());
        for (int i = 0; i < run.count(); i++) {
            copy(batch, order[i], run.offset() + i * run.stride());
        }
        return new Ordered(run, lit, nearest);
    }

    /**
     * Sends everything to the graphics card; a new buffer each time, as the old one may still be in
     * use there.
     */
    void upload() {
        gl.glBindBuffer(GL.GL_ARRAY_BUFFER, buffer[0]);
        gl.glBufferData(
                GL.GL_ARRAY_BUFFER, used * 4L, FloatBuffer.wrap(values), GL2ES2.GL_STREAM_DRAW);
    }

    void bind() {
        gl.glBindBuffer(GL.GL_ARRAY_BUFFER, buffer[0]);
    }

    @Override
    public void close() {
        gl.glDeleteBuffers(1, buffer, 0);
    }

    private Run reserve(Batch batch) {
        boolean tinted = batch.tints().length > 0;
        int count = Math.min(batch.count(), batch.transforms().length / 12);
        int form = batch.form().filter(f -> fits(f, batch)).map(this::put).orElse(-1);
        int most = tinted ? Math.min(count, batch.tints().length / 4) : count;
        var run = new Run(used, most, tinted, form);
        use(run.count() * run.stride());
        return run;
    }

    /** Whether a form has all vertices that indices may name; drivers may read anything else. */
    private static boolean fits(DrawList.Form form, Batch batch) {
        return form.vertices().length == 2 * batch.mesh().positions().length;
    }

    /** Puts the vertices of a bent mesh where the matrices are. */
    private int put(DrawList.Form form) {
        int at = used;
        use(form.vertices().length);
        System.arraycopy(form.vertices(), 0, values, at, form.vertices().length);
        return at;
    }

    private void use(int floats) {
        used += floats;
        if (used > values.length) {
            values = Arrays.copyOf(values, Math.max(used, values.length * 2));
        }
    }

    private void copy(Batch batch, int instance, int to) {
        System.arraycopy(batch.transforms(), instance * 12, values, to, 12);
        if (batch.tints().length > 0) {
            System.arraycopy(batch.tints(), instance * 4, values, to + 12, 4);
        }
    }

    private void measure(Batch batch, int count, Matrix4fc view) {
        if (count > order.length) {
            order = new int[count * 2];
            buckets = new int[count * 2];
            depths = new float[count * 2];
        }
        float[] m = batch.transforms();
        for (int i = 0; i < count; i++) {
            depths[i] =
                    view.m02() * m[i * 12 + 3]
                            + view.m12() * m[i * 12 + 7]
                            + view.m22() * m[i * 12 + 11];
        }
    }

    private float fillBuckets(int count) {
        float nearest = Float.POSITIVE_INFINITY;
        float farthest = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            nearest = Math.min(nearest, depths[i]);
            farthest = Math.max(farthest, depths[i]);
        }
        float scale = farthest > nearest ? (BUCKETS - 1) / (farthest - nearest) : 0;
        for (int i = 0; i < count; i++) {
            // A matrix of NaN lands in the first bucket, and draws nothing.
            buckets[i] = Math.clamp((int) ((depths[i] - nearest) * scale), 0, BUCKETS - 1);
        }
        return nearest;
    }

    private int light(Batch batch, int count, LampReach lamps) {
        int lit = 0;
        for (int i = 0; i < count; i++) {
            if (lamps.reaches(batch.bounds(), batch.transforms(), i * 12)) {
                lit++;
            } else {
                buckets[i] += BUCKETS;
            }
        }
        return lit;
    }

    private void sort(int count) {
        Arrays.fill(starts, 0);
        for (int i = 0; i < count; i++) {
            starts[buckets[i] + 1]++;
        }
        for (int b = 0; b < 2 * BUCKETS; b++) {
            starts[b + 1] += starts[b];
        }
        for (int i = 0; i < count; i++) {
            order[starts[buckets[i]]++] = i;
        }
    }
}
