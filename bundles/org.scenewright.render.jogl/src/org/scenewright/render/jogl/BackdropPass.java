// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import com.jogamp.opengl.GL;
import com.jogamp.opengl.GL3;

import org.joml.Matrix4f;
import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.scenewright.render.DrawList;
import org.scenewright.render.DrawList.Backdrop;
import org.scenewright.render.View;

import java.util.List;

/** Draws the sky where nothing hides it, and the grid on the ground. */
final class BackdropPass implements AutoCloseable {
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

    void draw(DrawList list) {
        gl.glBindVertexArray(noAttributes[0]);
        gl.glEnable(GL.GL_DEPTH_TEST);
        gl.glDepthFunc(GL.GL_LEQUAL);
        gl.glDepthMask(false);
        drawSky(list);
        if (list.backdrop().grid()) {
            drawGrid(list);
        }
        gl.glDepthMask(true);
    }

    @Override
    public void close() {
        sky.close();
        grid.close();
        gl.glDeleteVertexArrays(1, noAttributes, 0);
    }

    private void drawSky(DrawList list) {
        var backdrop = list.backdrop();
        sky.use();
        gl.glUniform3fv(sky.at(Uniform.RAYS), 3, rays(list.view()), 0);
        color(sky.at(Uniform.TOP), Srgb.linear(backdrop.skyTop()));
        color(sky.at(Uniform.HORIZON), Srgb.linear(backdrop.horizon()));
        color(sky.at(Uniform.BOTTOM), Srgb.linear(backdrop.ground()));
        gl.glDrawArrays(GL.GL_TRIANGLES, 0, 3);
        tally.add(1);
    }

    private void drawGrid(DrawList list) {
        float height = Math.abs(list.view().eye().y());
        float parcels = 500 + 8 * height;
        grid.use();
        gl.glUniform4f(grid.at(Uniform.REACH), parcels, 70 + 4 * height, parcels, 0);
        lineColor(grid.at(Uniform.METRE), list.backdrop(), 0.16f);
        lineColor(grid.at(Uniform.PARCEL), list.backdrop(), 0.4f);
        gl.glEnable(GL.GL_BLEND);
        // Floors at height 0 win over the grid, always, instead of flickering with it.
        gl.glEnable(GL.GL_POLYGON_OFFSET_FILL);
        gl.glPolygonOffset(1, 16);
        gl.glDrawArrays(GL.GL_TRIANGLE_STRIP, 0, 4);
        gl.glDisable(GL.GL_POLYGON_OFFSET_FILL);
        gl.glDisable(GL.GL_BLEND);
        tally.add(2);
    }

    private void color(int place, Vector3fc color) {
        gl.glUniform3f(place, color.x(), color.y(), color.z());
    }

    /** Lines are brighter than a dark ground and darker than a bright one. */
    private void lineColor(int place, Backdrop backdrop, float contrast) {
        int target = Srgb.brightness(backdrop.ground()) < 0.5f ? 0xFFFFFF : 0x000000;
        var color = Srgb.towards(backdrop.ground(), target, contrast);
        gl.glUniform4f(place, color.x, color.y, color.z, 1);
    }

    /** The directions, in the world, in which the corners of the sky's triangle are seen. */
    static float[] rays(View view) {
        var unproject = view.projection().scaleLocal(1, -1, 1, new Matrix4f()).invert();
        var turn = view.view().invert(new Matrix4f());
        boolean perspective = view.projection().m33() == 0;
        var rays = new float[9];
        for (int corner = 0; corner < 3; corner++) {
            // In view space the eye is the origin, so that a point of the near plane is a direction
            // as well.
            var ray =
                    new Vector3f(corner == 1 ? 3 : -1, corner == 2 ? 3 : -1, -1)
                            .mulProject(unproject);
            turn.transformDirection(perspective ? ray : ray.set(0, 0, 1));
            System.arraycopy(new float[] {ray.x, ray.y, ray.z}, 0, rays, corner * 3, 3);
        }
        return rays;
    }
}
