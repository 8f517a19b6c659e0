// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import com.jogamp.opengl.GL;
import com.jogamp.opengl.GL2ES2;
import com.jogamp.opengl.GL2ES3;
import com.jogamp.opengl.GL3;

/** Something to draw into: a picture with depth, or the mask of a selection. */
final class Target implements AutoCloseable {
    private final GL3 gl;
    private final Format format;
    private final int[] frame = new int[1];
    private final int[] buffers = new int[2];
    private final int[] texture = new int[1];

    /**
     * What a target consists of.
     *
     * @param mask whether it holds one channel without depth, that can be sampled where there is
     *     one sample per pixel
     */
    record Format(int width, int height, int samples, boolean mask) {
        long bytes() {
            return (long) width * height * samples * (mask ? 1 : 8);
        }
    }

    Target(GL3 gl, Format format) {
        this.gl = gl;
        this.format = format;
        gl.glGenFramebuffers(1, frame, 0);
        gl.glBindFramebuffer(GL.GL_FRAMEBUFFER, frame[0]);
        if (format.mask && format.samples == 1) {
            attachTexture();
        } else {
            gl.glGenRenderbuffers(2, buffers, 0);
            attach(
                    buffers[0],
                    format.mask ? GL.GL_R8 : GL.GL_SRGB8_ALPHA8,
                    GL.GL_COLOR_ATTACHMENT0);
        }
        if (!format.mask) {
            attach(buffers[1], GL2ES3.GL_DEPTH_COMPONENT32F, GL.GL_DEPTH_ATTACHMENT);
        }
        int status = gl.glCheckFramebufferStatus(GL.GL_FRAMEBUFFER);
        if (status != GL.GL_FRAMEBUFFER_COMPLETE) {
            close();
            throw new GlException(
                    "The graphics card refuses to draw into %s: 0x%x".formatted(format, status));
        }
    }

    Format format() {
        return format;
    }

    int width() {
        return format.width;
    }

    int height() {
        return format.height;
    }

    int samples() {
        return format.samples;
    }

    /** Makes this the target of everything that is drawn, all of it. */
    void bind() {
        gl.glBindFramebuffer(GL.GL_FRAMEBUFFER, frame[0]);
        gl.glViewport(0, 0, format.width, format.height);
    }

    /** Copies the colours to another target, averaging samples or stretching, but not both. */
    void copyTo(Target to) {
        gl.glBindFramebuffer(GL2ES3.GL_READ_FRAMEBUFFER, frame[0]);
        gl.glBindFramebuffer(GL2ES3.GL_DRAW_FRAMEBUFFER, to.frame[0]);
        if (to.width() == width() && to.height() == height()) {
            copy(to, GL.GL_NEAREST);
        } else {
            // Nobody sees whether neighbours are mixed as sRGB or linear, but software renderers
            // are slow at the latter.
            gl.glDisable(GL3.GL_FRAMEBUFFER_SRGB);
            copy(to, GL.GL_LINEAR);
            gl.glEnable(GL3.GL_FRAMEBUFFER_SRGB);
        }
    }

    private void copy(Target to, int filter) {
        gl.glBlitFramebuffer(
                0,
                0,
                width(),
                height(),
                0,
                0,
                to.width(),
                to.height(),
                GL.GL_COLOR_BUFFER_BIT,
                filter);
    }

    /** Lets texture unit 0 sample a mask. */
    void sample() {
        gl.glActiveTexture(GL.GL_TEXTURE0);
        gl.glBindTexture(GL.GL_TEXTURE_2D, texture[0]);
        gl.glBindSampler(0, 0);
    }

    @Override
    public void close() {
        gl.glDeleteFramebuffers(1, frame, 0);
        gl.glDeleteRenderbuffers(2, buffers, 0);
        gl.glDeleteTextures(1, texture, 0);
    }

    private void attach(int buffer, int kind, int attachment) {
        gl.glBindRenderbuffer(GL.GL_RENDERBUFFER, buffer);
        int samples = format.samples == 1 ? 0 : format.samples;
        gl.glRenderbufferStorageMultisample(
                GL.GL_RENDERBUFFER, samples, kind, format.width, format.height);
        gl.glFramebufferRenderbuffer(GL.GL_FRAMEBUFFER, attachment, GL.GL_RENDERBUFFER, buffer);
    }

    private void attachTexture() {
        gl.glGenTextures(1, texture, 0);
        sample();
        gl.glTexImage2D(
                GL.GL_TEXTURE_2D,
                0,
                GL.GL_R8,
                format.width,
                format.height,
                0,
                GL2ES2.GL_RED,
                GL.GL_UNSIGNED_BYTE,
                null);
        gl.glTexParameteri(GL.GL_TEXTURE_2D, GL.GL_TEXTURE_MIN_FILTER, GL.GL_LINEAR);
        gl.glTexParameteri(GL.GL_TEXTURE_2D, GL.GL_TEXTURE_MAG_FILTER, GL.GL_LINEAR);
        gl.glTexParameteri(GL.GL_TEXTURE_2D, GL.GL_TEXTURE_WRAP_S, GL.GL_CLAMP_TO_EDGE);
        gl.glTexParameteri(GL.GL_TEXTURE_2D, GL.GL_TEXTURE_WRAP_T, GL.GL_CLAMP_TO_EDGE);
        gl.glFramebufferTexture2D(
                GL.GL_FRAMEBUFFER, GL.GL_COLOR_ATTACHMENT0, GL.GL_TEXTURE_2D, texture[0], 0);
    }
}
