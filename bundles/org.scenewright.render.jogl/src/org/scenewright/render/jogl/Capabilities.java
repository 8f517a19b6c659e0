// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import com.jogamp.opengl.GL;
import com.jogamp.opengl.GL2ES3;
import com.jogamp.opengl.GL3;

import java.util.regex.Pattern;

/**
 * What the graphics card can do.
 *
 * @param samples the most per pixel
 * @param textureSide the longest side of a texture
 * @param pictureSide the longest side of a picture
 * @param software whether it is none, but a program that draws on the processor
 * @param anisotropy the best filtering of slanted textures that is worth its price; 1 for none
 */
record Capabilities(
        int samples, int textureSide, int pictureSide, boolean software, float anisotropy) {
    private static final int LONGEST_TEXTURE = 8192;

    /** The bytes of a square picture of this side are still counted by an int. */
    private static final int LONGEST_PICTURE = 16384;

    private static final Pattern SOFTWARE =
            Pattern.compile("llvmpipe|softpipe|SwiftShader|Basic Render|Software");

    static Capabilities of(GL3 gl) {
        int samples = Math.min(number(gl, GL2ES3.GL_MAX_SAMPLES), 8);
        int texture = number(gl, GL.GL_MAX_TEXTURE_SIZE);
        int picture = Math.min(texture, number(gl, GL.GL_MAX_RENDERBUFFER_SIZE));
        boolean software = isSoftware(gl.glGetString(GL.GL_RENDERER));
        // Software offers it too, but there it costs several times the rest of the picture.
        boolean anisotropic =
                !software && gl.isExtensionAvailable("GL_EXT_texture_filter_anisotropic");
        return new Capabilities(
                Math.max(samples, 1),
                Math.min(texture, LONGEST_TEXTURE),
                Math.min(picture, LONGEST_PICTURE),
                software,
                anisotropic ? 8 : 1);
    }

    /** Whether a renderer of this name draws on the processor. */
    static boolean isSoftware(String renderer) {
        return SOFTWARE.matcher(renderer).find();
    }

    private static int number(GL3 gl, int name) {
        int[] value = new int[1];
        gl.glGetIntegerv(name, value, 0);
        return value[0];
    }
}
