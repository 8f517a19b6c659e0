// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import com.jogamp.opengl.GL;
import com.jogamp.opengl.GL3;

import org.scenewright.assets.Bitmap;

import java.nio.ByteBuffer;

/** A picture with all its smaller versions on the graphics card. */
final class GpuTexture extends GpuObject {
    private final GL3 gl;
    private final int[] id = new int[1];

    /**
     * @param format GL_SRGB8_ALPHA8 for colours, GL_RGBA8 for plain numbers
     */
    GpuTexture(GL3 gl, Bitmap bitmap, int format) {
        this.gl = gl;
        gl.glGenTextures(1, id, 0);
        gl.glActiveTexture(GL.GL_TEXTURE0);
        gl.glBindTexture(GL.GL_TEXTURE_2D, id[0]);
        gl.glTexImage2D(
                GL.GL_TEXTURE_2D,
                0,
                format,
                bitmap.width(),
                bitmap.height(),
                0,
                GL.GL_RGBA,
                GL.GL_UNSIGNED_BYTE,
                ByteBuffer.wrap(bitmap.rgba()));
        gl.glGenerateMipmap(GL.GL_TEXTURE_2D);
    }

    void bind(int unit) {
        gl.glActiveTexture(GL.GL_TEXTURE0 + unit);
        gl.glBindTexture(GL.GL_TEXTURE_2D, id[0]);
    }

    @Override
    boolean free() {
        gl.glDeleteTextures(1, id, 0);
        return true;
    }

    /**
     * A picture no side of which exceeds a limit, by averaging two by two pixels as often as
     * needed.
     */
    static Bitmap within(Bitmap bitmap, int limit) {
        var fitting = bitmap;
        while (fitting.width() > limit || fitting.height() > limit) {
            fitting = halved(fitting);
        }
        return fitting;
    }

    private static Bitmap halved(Bitmap from) {
        int width = Math.max(from.width() / 2, 1);
        int height = Math.max(from.height() / 2, 1);
        byte[] to = new byte[width * height * 4];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width * 4; x++) {
                to[y * width * 4 + x] = (byte) average(from, x, y);
            }
        }
        return new Bitmap(width, height, to);
    }

    /**
     * The mean of the four bytes of one channel that a halved picture's byte {@code x} of row
     * {@code y} stands for.
     */
    private static int average(Bitmap from, int x, int y) {
        byte[] bytes = from.rgba();
        int left = x / 4 * 2;
        int right = Math.min(left + 1, from.width() - 1);
        int upper = y * 2 * from.width();
        int lower = Math.min(y * 2 + 1, from.height() - 1) * from.width();
        int sum = 0;
        for (int pixel : new int[] {upper + left, upper + right, lower + left, lower + right}) {
            sum += bytes[pixel * 4 + x % 4] & 0xFF;
        }
        return (sum + 2) / 4;
    }
}
