// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import com.jogamp.opengl.GL;
import com.jogamp.opengl.GL2ES2;
import com.jogamp.opengl.GL3;

import org.scenewright.assets.Texture;

/**
 * The ways in which textures are sampled, one sampler object for each pair of wraps with and
 * without smoothing.
 */
final class Samplers implements AutoCloseable {
    private static final Texture.Wrap[] WRAPS = Texture.Wrap.values();

    private final GL3 gl;
    private final int[] ids = new int[WRAPS.length * WRAPS.length * 2];

    Samplers(GL3 gl, Capabilities capabilities) {
        this.gl = gl;
        gl.glGenSamplers(ids.length, ids, 0);
        for (var across : WRAPS) {
            for (var down : WRAPS) {
                set(across, down, capabilities.anisotropy());
            }
        }
    }

    private void set(Texture.Wrap across, Texture.Wrap down, float anisotropy) {
        int sharp = id(across, down, false);
        int smooth = id(across, down, true);
        for (int sampler : new int[] {sharp, smooth}) {
            gl.glSamplerParameteri(sampler, GL.GL_TEXTURE_WRAP_S, mode(across));
            gl.glSamplerParameteri(sampler, GL.GL_TEXTURE_WRAP_T, mode(down));
        }
        filter(sharp, GL.GL_NEAREST_MIPMAP_LINEAR, GL.GL_NEAREST);
        filter(smooth, GL.GL_LINEAR_MIPMAP_LINEAR, GL.GL_LINEAR);
        if (anisotropy > 1) {
            gl.glSamplerParameterf(smooth, GL.GL_TEXTURE_MAX_ANISOTROPY_EXT, anisotropy);
        }
    }

    void bind(int unit, Texture texture) {
        gl.glBindSampler(unit, id(texture.wrap(), texture.wrapV(), texture.smooth()));
    }

    @Override
    public void close() {
        gl.glDeleteSamplers(ids.length, ids, 0);
    }

    private int id(Texture.Wrap across, Texture.Wrap down, boolean smooth) {
        return ids[(across.ordinal() * WRAPS.length + down.ordinal()) * 2 + (smooth ? 1 : 0)];
    }

    private static int mode(Texture.Wrap wrap) {
        return switch (wrap) {
            case REPEAT -> GL.GL_REPEAT;
            case CLAMP -> GL.GL_CLAMP_TO_EDGE;
            case MIRROR -> GL.GL_MIRRORED_REPEAT;
        };
    }

    private void filter(int sampler, int smaller, int larger) {
        gl.glSamplerParameteri(sampler, GL2ES2.GL_TEXTURE_MIN_FILTER, smaller);
        gl.glSamplerParameteri(sampler, GL2ES2.GL_TEXTURE_MAG_FILTER, larger);
    }
}
