// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import com.jogamp.opengl.GL;
import com.jogamp.opengl.GL2ES3;
import com.jogamp.opengl.GL3;

import org.scenewright.assets.Material;
import org.scenewright.assets.Texture;

import java.util.List;

/** Draws an orange edge around the selection, also where other things hide it. */
final class OutlinePass implements AutoCloseable {
    private static final int ORANGE = 0xFF6A00;

    /** Pixels; the widest edge for which the shader has patience. */
    private static final float WIDEST = 16;

    private final GL3 gl;
    private final Stock stock;
    private final Instances instances;
    private final Tally tally;
    private final Variants masks;
    private final Places places;
    private final Program outline;
    private final int[] noAttributes = new int[1];

    OutlinePass(GL3 gl, Stock stock, Instances instances, Tally tally) {
        this.gl = gl;
        this.stock = stock;
        this.instances = instances;
        this.tally = tally;
        this.masks = new Variants(gl, "mask");
        this.places = new Places(gl);
        this.outline = Program.link(gl, "outline", List.of());
        gl.glGenVertexArrays(1, noAttributes, 0);
    }

    /** How many pixels around a pixel an edge of so many pixels depends on. */
    static int reach(float pixels) {
        // One more, as llvmpipe lets some samples of the pixel beside a scissor box through.
        return (int) Math.ceil(Math.min(pixels, WIDEST)) + 1;
    }

    /** Fills the part of a mask that the selection may cover. */
    void drawMask(List<Draw> selected, Target mask, ScreenBox box) {
        mask.bind();
        gl.glEnable(GL.GL_SCISSOR_TEST);
        gl.glScissor(box.x(), box.y(), box.width(), box.height());
        gl.glClearBufferfv(GL2ES3.GL_COLOR, 0, new float[4], 0);
        gl.glDisable(GL.GL_DEPTH_TEST);
        instances.bind();
        for (var draw : selected) {
            draw(draw);
        }
        gl.glDisable(GL.GL_SCISSOR_TEST);
    }

    /** Draws the edge of a mask that can be sampled, so many pixels wide, over the bound target. */
    void drawEdge(Target mask, ScreenBox box, float pixels) {
        var color = Srgb.linear(ORANGE);
        mask.sample();
        outline.use();
        gl.glUniform4f(outline.at(Uniform.BASE), color.x, color.y, color.z, 1);
        gl.glUniform4f(outline.at(Uniform.REACH), Math.min(pixels, WIDEST) / 2, 0, 0, 0);
        gl.glBindVertexArray(noAttributes[0]);
        gl.glEnable(GL.GL_SCISSOR_TEST);
        gl.glScissor(box.x(), box.y(), box.width(), box.height());
        gl.glDisable(GL.GL_DEPTH_TEST);
        gl.glEnable(GL.GL_BLEND);
        gl.glDrawArrays(GL.GL_TRIANGLES, 0, 3);
        tally.add(0);
        gl.glDisable(GL.GL_BLEND);
        gl.glDisable(GL.GL_SCISSOR_TEST);
    }

    @Override
    public void close() {
        masks.close();
        outline.close();
        gl.glDeleteVertexArrays(1, noAttributes, 0);
    }

    private void draw(Draw draw) {
        var material = draw.material();
        boolean hasHoles = draw.has(Variant.MASK) && draw.has(Variant.BASE_MAP);
        int holes = Variant.MASK | draw.variant() & Variant.TURNED;
        var program = masks.of(hasHoles ? holes : 0);
        program.use();
        if (hasHoles) {
            material.maps().base().ifPresent(texture -> loadHoles(program, material, texture));
        }
        draw.mesh().bind();
        draw.mesh().draw(draw.run(), instances);
        tally.add(draw.triangles());
    }

    private void loadHoles(Program program, Material material, Texture texture) {
        stock.bind(Slot.BASE, texture);
        gl.glUniform4f(program.at(Uniform.BASE), 1, 1, 1, material.base().a());
        gl.glUniform2f(program.at(Uniform.CUTOFF), material.alphaCutoff(), 0);
        places.put(Slot.BASE, texture);
        places.load(program);
    }
}
