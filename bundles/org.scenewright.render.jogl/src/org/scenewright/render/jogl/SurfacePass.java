// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import com.jogamp.opengl.GL;
import com.jogamp.opengl.GL3;

import org.scenewright.assets.Material;
import org.scenewright.assets.Texture;

import java.util.List;
import java.util.Optional;

/** Draws surfaces with their materials. */
final class SurfacePass implements AutoCloseable {
    private final GL3 gl;
    private final Stock stock;
    private final Instances instances;
    private final Tally tally;
    private final Variants programs;
    private final Places places;
    private Optional<Draw> last = Optional.empty();
    private boolean soft;

    SurfacePass(GL3 gl, Stock stock, Instances instances, Tally tally) {
        this.gl = gl;
        this.stock = stock;
        this.instances = instances;
        this.tally = tally;
        this.programs = new Variants(gl, "surface");
        this.places = new Places(gl);
    }

    /** Draws in the order given, into a target with so many samples per pixel. */
    void draw(List<Draw> draws, int samples) {
        soft = samples > 1;
        last = Optional.empty();
        instances.bind();
        gl.glEnable(GL.GL_DEPTH_TEST);
        gl.glDepthFunc(GL.GL_LEQUAL);
        for (var draw : draws) {
            draw(draw);
        }
        gl.glDisable(GL.GL_SAMPLE_ALPHA_TO_COVERAGE);
        gl.glDisable(GL.GL_BLEND);
        gl.glDisable(GL.GL_CULL_FACE);
        gl.glDepthMask(true);
    }

    @Override
    public void close() {
        programs.close();
    }

    private void draw(Draw draw) {
        var program = programs.of(draw.variant());
        boolean sameProgram = last.isPresent() && last.get().variant() == draw.variant();
        if (!sameProgram) {
            program.use();
        }
        if (!sameProgram || last.get().material() != draw.material()) {
            load(program, draw);
        }
        if (last.isEmpty() || last.get().mesh() != draw.mesh()) {
            draw.mesh().bind();
        }
        // Pictures are upside down, which turns every triangle round once more.
        gl.glFrontFace(draw.batch().mirrored() ? GL.GL_CCW : GL.GL_CW);
        draw.mesh().draw(draw.run(), instances);
        tally.add(draw.triangles());
        last = Optional.of(draw);
    }

    private void load(Program program, Draw draw) {
        var material = draw.material();
        set(GL.GL_CULL_FACE, !material.doubleSided());
        set(GL.GL_BLEND, draw.blends());
        gl.glDepthMask(!draw.blends());
        // The edges of cut-out pictures are as soft as those of triangles where there are samples
        // to tell.
        set(GL.GL_SAMPLE_ALPHA_TO_COVERAGE, soft && draw.has(Variant.MASK));
        numbers(program, material);
        for (var slot : Slot.ALL) {
            if (draw.has(slot.variant())) {
                slot.of(material).ifPresent(texture -> load(slot, texture));
            }
        }
        places.load(program);
    }

    private void numbers(Program program, Material material) {
        var base = material.base();
        var glow = material.emissive();
        gl.glUniform4f(program.at(Uniform.BASE), base.r(), base.g(), base.b(), base.a());
        gl.glUniform2f(program.at(Uniform.METAL_ROUGH), material.metallic(), material.roughness());
        float r = Math.clamp(material.roughness(), 0.06f, 1);
        gl.glUniform4f(
                program.at(Uniform.GLOSS), r * r * r * r, 1 / (4 * r + 2), 1 / (r * r + 1), 1 - r);
        gl.glUniform3f(program.at(Uniform.EMISSIVE), glow.r(), glow.g(), glow.b());
        gl.glUniform2f(
                program.at(Uniform.STRENGTHS), material.maps().bump(), material.maps().shade());
        gl.glUniform2f(program.at(Uniform.CUTOFF), material.alphaCutoff(), soft ? 0.0625f : 0.5f);
    }

    private void load(Slot slot, Texture texture) {
        stock.bind(slot, texture);
        places.put(slot, texture);
    }

    private void set(int capability, boolean on) {
        if (on) {
            gl.glEnable(capability);
        } else {
            gl.glDisable(capability);
        }
    }
}
