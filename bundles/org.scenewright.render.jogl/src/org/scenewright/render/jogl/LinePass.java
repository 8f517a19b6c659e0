// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import com.jogamp.opengl.GL;
import com.jogamp.opengl.GL2ES2;
import com.jogamp.opengl.GL3;

import org.scenewright.render.DrawList.Lines;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;

/** Draws line segments as strips that face the screen. */
final class LinePass implements AutoCloseable {
    private static final int SEGMENT = 14;

    private final GL3 gl;
    private final Tally tally;
    private final Program program;
    private final int[] vertexArray = new int[1];
    private final int[] buffer = new int[1];
    private float[] values = new float[SEGMENT * 64];
    private float sceneScale = 1;

    LinePass(GL3 gl, Tally tally) {
        this.gl = gl;
        this.tally = tally;
        this.program = Program.link(gl, "line", List.of());
        gl.glGenVertexArrays(1, vertexArray, 0);
        gl.glGenBuffers(1, buffer, 0);
        gl.glBindVertexArray(vertexArray[0]);
        for (int place = 0; place < 4; place++) {
            gl.glEnableVertexAttribArray(place);
            gl.glVertexAttribDivisor(place, 1);
        }
    }

    /** Sends the lines of a frame, whose scene is drawn at some scale, to the graphics card. */
    void load(List<Lines> lines, float scale) {
        sceneScale = scale;
        int used = 0;
        for (var some : lines) {
            int length = length(some);
            if (used + length > values.length) {
                values = Arrays.copyOf(values, (used + length) * 2);
            }
            System.arraycopy(some.vertices(), 0, values, used, length);
            used += length;
        }
        gl.glBindBuffer(GL.GL_ARRAY_BUFFER, buffer[0]);
        gl.glBufferData(
                GL.GL_ARRAY_BUFFER, used * 4L, FloatBuffer.wrap(values), GL2ES2.GL_STREAM_DRAW);
    }

    /** Draws those of the loaded lines that show through everything, or those that do not. */
    void draw(List<Lines> lines, boolean onTop, Target target) {
        begin(onTop);
        int at = 0;
        for (var some : lines) {
            if (some.onTop() == onTop && length(some) > 0) {
                draw(some, at, target);
            }
            at += length(some);
        }
        gl.glDisable(GL.GL_POLYGON_OFFSET_FILL);
        gl.glDisable(GL.GL_BLEND);
        gl.glDepthMask(true);
    }

    @Override
    public void close() {
        program.close();
        gl.glDeleteVertexArrays(1, vertexArray, 0);
        gl.glDeleteBuffers(1, buffer, 0);
    }

    private void begin(boolean onTop) {
        program.use();
        gl.glBindVertexArray(vertexArray[0]);
        gl.glBindBuffer(GL.GL_ARRAY_BUFFER, buffer[0]);
        gl.glEnable(GL.GL_BLEND);
        gl.glDepthMask(false);
        gl.glDepthFunc(onTop ? GL.GL_ALWAYS : GL.GL_LEQUAL);
        // Lines that lie in a surface belong to it.
        gl.glEnable(GL.GL_POLYGON_OFFSET_FILL);
        gl.glPolygonOffset(-1, -8);
    }

    private void draw(Lines lines, int at, Target target) {
        float width = lines.pixels() * (lines.onTop() ? 1 : sceneScale) / 2;
        gl.glUniform4f(
                program.at(Uniform.SCREEN), target.width() / 2f, target.height() / 2f, width, 0);
        attribute(0, 3, at);
        attribute(1, 4, at + 3);
        attribute(2, 3, at + 7);
        attribute(3, 4, at + 10);
        gl.glDrawArraysInstanced(GL.GL_TRIANGLE_STRIP, 0, 4, length(lines) / SEGMENT);
        tally.add(length(lines) / SEGMENT * 2L);
    }

    private void attribute(int place, int size, int at) {
        gl.glVertexAttribPointer(place, size, GL.GL_FLOAT, false, SEGMENT * 4, at * 4L);
    }

    private static int length(Lines lines) {
        return Math.min(lines.count(), lines.vertices().length / SEGMENT) * SEGMENT;
    }
}
