// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import com.jogamp.opengl.GL;
import com.jogamp.opengl.GL2ES3;
import com.jogamp.opengl.GL3;

/**
 * What the graphics card can do.
 *
 * @param samples the most per pixel
 * @param textureSide the longest side of a texture
 * @param software whether it is none, but a program that draws on the processor
 * @param anisotropy the best filtering of slanted textures that is worth its price; 1 for none
 */
record Capabilities(int samples, int textureSide, boolean software, float anisotropy) {
    private static final int LONGEST_SIDE = 8192;

    static Capabilities of(GL3 gl) {
        int samples = Math.min(number(gl, GL2ES3.GL_MAX_SAMPLES), 8);
        int side = Math.min(number(gl, GL.GL_MAX_TEXTURE_SIZE), LONGEST_SIDE);
        // Mesa's software renderers offer it too, but there it costs several times the rest of the
        // picture.
        String renderer = gl.glGetString(GL.GL_RENDERER);
        boolean software = renderer.contains("llvmpipe") || renderer.contains("softpipe");
        boolean anisotropic =
                !software && gl.isExtensionAvailable("GL_EXT_texture_filter_anisotropic");
        return new Capabilities(Math.max(samples, 1), side, software, anisotropic ? 8 : 1);
    }

    private static int number(GL3 gl, int name) {
        int[] value = new int[1];
        gl.glGetIntegerv(name, value, 0);
        return value[0];
    }
}
