// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import org.scenewright.render.Portrait;

/**
 * A picture of a model without anything around it.
 *
 * @param pixels how wide and high
 * @param rgba red, green, blue and alpha for each pixel, sRGB and not multiplied, the top row first
 */
public record CutOut(int pixels, byte[] rgba) {
    /** Drawn larger and made smaller, edges are smoother than any card draws them. */
    private static final int FINER = 2;

    private static final int SAMPLES = 4;
    private static final int WHITE = 0xFFFFFF;

    /**
     * Draws one, to be called on the thread of the device. Drawn before black and before white,
     * what differs shows how much of the background is seen through.
     */
    public static CutOut draw(JoglDevice device, Portrait portrait, int pixels) {
        var black = frame(device, portrait, pixels, 0);
        return of(black, frame(device, portrait, pixels, WHITE), pixels);
    }

    private static byte[] frame(JoglDevice device, Portrait portrait, int pixels, int behind) {
        Frame frame;
        do {
            frame = device.render(portrait.draw(pixels * FINER, behind), SAMPLES);
        } while (frame.incomplete());
        return frame.bgra().clone();
    }

    private static CutOut of(byte[] black, byte[] white, int pixels) {
        var rgba = new byte[pixels * pixels * 4];
        for (int i = 0; i < pixels * pixels; i++) {
            put(rgba, i * 4, sums(black, i, pixels), sums(white, i, pixels));
        }
        return new CutOut(pixels, rgba);
    }

    /** The sums of blue, green and red over what becomes one pixel. */
    private static int[] sums(byte[] bgra, int pixel, int pixels) {
        var sums = new int[3];
        int row = pixels * FINER;
        int first = pixel / pixels * FINER * row + pixel % pixels * FINER;
        for (int i = 0; i < FINER * FINER; i++) {
            int at = (first + i / FINER * row + i % FINER) * 4;
            for (int channel = 0; channel < 3; channel++) {
                sums[channel] += bgra[at + channel] & 0xFF;
            }
        }
        return sums;
    }

    private static void put(byte[] rgba, int at, int[] black, int[] white) {
        int most = 255 * FINER * FINER;
        int through = 0;
        for (int channel = 0; channel < 3; channel++) {
            through += white[channel] - black[channel];
        }
        int solid = Math.clamp(3L * most - through, 0, 3 * most);
        rgba[at + 3] = (byte) (solid * 255 / (3 * most));
        for (int channel = 0; channel < 3 && solid > 0; channel++) {
            // Dividing by the alpha undoes the darkening by the black behind.
            long color = 255L * 3 * black[channel] / solid;
            rgba[at + 2 - channel] = (byte) Math.min(color, 255);
        }
    }
}
