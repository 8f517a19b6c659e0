// SPDX-License-Identifier: EPL-2.0
package org.scenewright.hud;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The user interface of a scene as a picture with clear places, which is laid over the picture of
 * its world.
 *
 * <p>Belongs to the thread that paints it, and is valid until it paints again.
 */
public final class Sheet {
    private static final VarHandle PIXEL =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final BufferedImage image;
    private final int[] pixels;
    private final int[] from;
    private final int[] to;

    Sheet(int width, int height) {
        image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        from = new int[height];
        to = new int[height];
        Arrays.fill(from, width);
    }

    /** Pixels. */
    public int width() {
        return image.getWidth();
    }

    /** Pixels. */
    public int height() {
        return image.getHeight();
    }

    /** Takes away all that was painted. */
    void clear() {
        for (int y = 0; y < height(); y++) {
            if (from[y] < to[y]) {
                Arrays.fill(pixels, y * width() + from[y], y * width() + to[y], 0);
            }
            from[y] = width();
            to[y] = 0;
        }
    }

    /** A pen for the places that were marked. */
    Graphics2D pen() {
        var pen = image.createGraphics();
        pen.setComposite(AlphaComposite.SrcOver);
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setRenderingHint(
                RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return pen;
    }

    /** Something may be painted there. */
    void mark(Rectangle place) {
        int left = Math.max(0, place.x);
        int right = Math.min(width(), place.x + place.width);
        int bottom = Math.min(height(), place.y + place.height);
        for (int y = Math.max(0, place.y); y < bottom && left < right; y++) {
            from[y] = Math.min(from[y], left);
            to[y] = Math.max(to[y], right);
        }
    }

    boolean isBlank() {
        return Arrays.stream(to).allMatch(end -> end == 0);
    }

    /**
     * Lays it over a picture of the same size.
     *
     * @param bgra blue, green, red and alpha for each pixel, sRGB, the top row first
     * @throws IllegalArgumentException when the picture has another size
     */
    public void over(byte[] bgra) {
        if (bgra.length != pixels.length * 4) {
            throw new IllegalArgumentException("a picture of another size");
        }
        for (int y = 0; y < height(); y++) {
            int end = y * width() + to[y];
            for (int i = y * width() + from[y]; i < end; i++) {
                int above = pixels[i];
                if (above != 0) {
                    int below = (int) PIXEL.get(bgra, i * 4);
                    PIXEL.set(bgra, i * 4, above >>> 24 == 255 ? above : mix(above, below));
                }
            }
        }
    }

    /** Two channels at a time: a colour times its opacity over an opaque one. */
    private static int mix(int above, int below) {
        int seen = 255 - (above >>> 24);
        int redBlue = (below & 0xFF00FF) * seen + 0x800080;
        int green = (below >>> 8 & 0xFF) * seen + 0x80;
        redBlue = (redBlue + (redBlue >>> 8 & 0xFF00FF)) >>> 8 & 0xFF00FF;
        green = (green + (green >>> 8)) & 0xFF00;
        return 0xFF000000 | (above & 0xFFFFFF) + (redBlue | green);
    }

    /** The colour at a place as 0xAARRGGBB, multiplied with its opacity. */
    int at(int x, int y) {
        return pixels[y * width() + x];
    }
}
