// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

/**
 * One finished picture, with what it cost.
 *
 * <p>The device alternates between two arrays per size: {@code bgra} holds this picture until the
 * second next one of that size is drawn on the same device. Whoever needs it longer copies it.
 *
 * @param width pixels
 * @param height pixels
 * @param bgra blue, green, red and 255 for each pixel, sRGB, the top row first; the bytes of an SWT
 *     image of depth 32 with the palette 0xFF00, 0xFF0000, 0xFF000000
 * @param incomplete whether something is missing because it has not reached the graphics card yet;
 *     drawing again brings more
 * @param drawCalls commands to the graphics card that draw surfaces or lines
 * @param triangles of all instances, line segments counting as two, the backdrop not at all
 * @param nanos from the start of drawing to the last byte
 */
public record Frame(
        int width,
        int height,
        byte[] bgra,
        boolean incomplete,
        int drawCalls,
        long triangles,
        long nanos) {}
