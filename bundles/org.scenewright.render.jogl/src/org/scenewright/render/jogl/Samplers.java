// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import com.jogamp.opengl.GL;
import com.jogamp.opengl.GL2ES2;
import com.jogamp.opengl.GL3;

import org.scenewright.assets.Texture;

/**
 * The ways in which textures are sampled, one sampler object for each wrap with and without
 * smoothing.
 */
final class Samplers implements AutoCloseable {
    private static final Texture.Wrap[] WRAPS = Texture.Wrap.values();

    private final GL3 gl;
    private final int[] ids = new int[WRAPS.length * 2];

    Samplers(GL3 gl, Capabilities capabilities) {
        this.gl = gl;
        gl.glGenSamplers(ids.length, ids, 0);
        for (var wrap : WRAPS) {
            wrap(id(wrap, false), wrap);
            wrap(id(wrap, true), wrap);
            filter(id(wrap, false), GL.GL_NEAREST_MIPMAP_LINEAR, GL.GL_NEAREST);
            filter(id(wrap, true), GL.GL_LINEAR_MIPMAP_LINEAR, GL.GL_LINEAR);
            if (capabilities.anisotropy() > 1) {
                gl.glSamplerParameterf(
                        id(wrap, true),
                        GL.GL_TEXTURE_MAX_ANISOTROPY_EXT,
                        capabilities.anisotropy());
            }
        }
    }

    void bind(int unit, Texture texture) {
        gl.glBindSampler(unit, id(texture.wrap(), texture.smooth()));
    }

    @Override
    public void close() {
        gl.glDeleteSamplers(ids.length, ids, 0);
    }

    private int id(Texture.Wrap wrap, boolean smooth) {
        return ids[wrap.ordinal() * 2 + (smooth ? 1 : 0)];
    }

    private void wrap(int sampler, Texture.Wrap wrap) {
        int mode =
                switch (wrap) {
                    case REPEAT -> GL.GL_REPEAT;
                    case CLAMP -> GL.GL_CLAMP_TO_EDGE;
                    case MIRROR -> GL.GL_MIRRORED_REPEAT;
                };
        gl.glSamplerParameteri(sampler, GL.GL_TEXTURE_WRAP_S, mode);
        gl.glSamplerParameteri(sampler, GL.GL_TEXTURE_WRAP_T, mode);
    }

    private void filter(int sampler, int smaller, int larger) {
        gl.glSamplerParameteri(sampler, GL2ES2.GL_TEXTURE_MIN_FILTER, smaller);
        gl.glSamplerParameteri(sampler, GL2ES2.GL_TEXTURE_MAG_FILTER, larger);
    }
}
