// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import com.jogamp.opengl.GL;
import com.jogamp.opengl.GL3;

import org.joml.Matrix4f;
import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.scenewright.render.DrawList;
import org.scenewright.render.View;

import java.util.List;

/** Draws the sky where nothing hides it, and the grid on the ground. */
final class BackdropPass implements AutoCloseable {
    private static final int COLUMNS = 6;
    private static final int ROWS = 24;

    private final GL3 gl;
    private final Tally tally;
    private final Program sky;
    private final Program grid;
    private final int[] noAttributes = new int[1];

    BackdropPass(GL3 gl, Tally tally) {
        this.gl = gl;
        this.tally = tally;
        this.sky = Program.link(gl, "sky", List.of());
        this.grid = Program.link(gl, "grid", List.of());
        gl.glGenVertexArrays(1, noAttributes, 0);
    }

    /** Fills the bound target; nothing needs to be cleared before. */
    void drawSky(DrawList list) {
        var backdrop = list.backdrop();
        var horizon = Srgb.linear(backdrop.horizon());
        sky.use();
        gl.glUniform3fv(sky.at(Uniform.RAYS), 3, rays(list.view()), 0);
        gl.glUniform4f(sky.at(Uniform.REACH), COLUMNS, ROWS, 0, 0);
        color(sky.at(Uniform.TOP), Srgb.linear(backdrop.skyTop()));
        color(sky.at(Uniform.HORIZON), horizon);
        color(sky.at(Uniform.BOTTOM), Srgb.linear(backdrop.ground()));
        // As much as one step of sRGB is at this brightness.
        gl.glUniform4f(sky.at(Uniform.BASE), 0.0086f * (float) Math.sqrt(horizon.y), 0, 0, 0);
        gl.glBindVertexArray(noAttributes[0]);
        gl.glDisable(GL.GL_DEPTH_TEST);
        gl.glDrawArrays(GL.GL_TRIANGLES, 0, COLUMNS * ROWS * 6);
        tally.add(0);
    }

    /** Draws the lines on the ground where nothing drawn before hides them, if they are wanted. */
    void drawGrid(DrawList list) {
        if (!list.backdrop().grid()) {
            return;
        }
        load(list);
        gl.glBindVertexArray(noAttributes[0]);
        gl.glEnable(GL.GL_DEPTH_TEST);
        gl.glDepthFunc(GL.GL_LEQUAL);
        gl.glDepthMask(false);
        gl.glEnable(GL.GL_BLEND);
        // Floors at height 0 win over the grid, always, instead of flickering with it.
        gl.glEnable(GL.GL_POLYGON_OFFSET_FILL);
        gl.glPolygonOffset(1, 16);
        gl.glDrawArrays(GL.GL_TRIANGLE_STRIP, 0, 4);
        gl.glDisable(GL.GL_POLYGON_OFFSET_FILL);
        gl.glDisable(GL.GL_BLEND);
        gl.glDepthMask(true);
        tally.add(0);
    }

    @Override
    public void close() {
        sky.close();
        grid.close();
        gl.glDeleteVertexArrays(1, noAttributes, 0);
    }

    private void load(DrawList list) {
        float height = Math.abs(list.view().eye().y());
        float parcels = 320 + 8 * height;
        int ground = list.backdrop().ground();
        // Lines are brighter than a dark ground and, less strongly, darker than a bright one.
        boolean dark = Srgb.brightness(ground) < 0.5f;
        var color = Srgb.towards(ground, dark ? 0xFFFFFF : 0, dark ? 0.3f : 0.24f);
        grid.use();
        gl.glUniform4f(grid.at(Uniform.REACH), parcels, 0, 0, 0);
        gl.glUniform4f(grid.at(Uniform.FADE), 70 + 4 * height, parcels, 0.8f, 0.6f);
        gl.glUniform4f(grid.at(Uniform.BASE), color.x, color.y, color.z, 0.45f);
    }

    private void color(int place, Vector3fc color) {
        gl.glUniform3f(place, color.x(), color.y(), color.z());
    }

    /**
     * The directions, in the world, in which the lower left, lower right and upper left corner
     * look.
     */
    static float[] rays(View view) {
        var unproject = view.projection().scaleLocal(1, -1, 1, new Matrix4f()).invert();
        var turn = view.view().invert(new Matrix4f());
        boolean perspective = view.projection().m33() == 0;
        var rays = new float[9];
        for (int corner = 0; corner < 3; corner++) {
            // In view space the eye is the origin, so that a point of the near plane is a direction
            // as well.
            var ray =
                    new Vector3f(corner == 1 ? 1 : -1, corner == 2 ? 1 : -1, -1)
                            .mulProject(unproject);
            turn.transformDirection(perspective ? ray : ray.set(0, 0, 1));
            System.arraycopy(new float[] {ray.x, ray.y, ray.z}, 0, rays, corner * 3, 3);
        }
        return rays;
    }
}
