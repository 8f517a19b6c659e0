// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

/**
 * How much work a picture is worth.
 *
 * @param samples per pixel: 1 while something moves, 4 for a picture that stays; clamped to what
 *     the graphics card can do
 * @param scale of the scene's resolution, 0.5 to 1; outline and handles are drawn at full
 *     resolution all the same
 */
public record Quality(int samples, float scale) {
    public Quality {
        samples = Math.clamp(samples, 1, 16);
        scale = Math.clamp(scale, 0.5f, 1);
    }
}
