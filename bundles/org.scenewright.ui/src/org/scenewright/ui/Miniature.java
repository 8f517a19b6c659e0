// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.scenewright.assets.Bitmap;

/** Makes pictures as small as they are shown. */
final class Miniature {
    private static final PaletteData RGB = new PaletteData(0xFF0000, 0xFF00, 0xFF);

    private Miniature() {}

    /**
     * A square with a picture in its middle, as large as it fits; larger than it is it gets only as
     * far as it takes to be seen well.
     */
    static ImageData of(Bitmap bitmap, int pixels) {
        var data = new ImageData(pixels, pixels, 24, RGB);
        data.alphaData = new byte[pixels * pixels];
        double scale = (double) pixels / Math.max(bitmap.width(), bitmap.height());
        int width = Math.clamp(Math.round(bitmap.width() * scale), 1, pixels);
        int height = Math.clamp(Math.round(bitmap.height() * scale), 1, pixels);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                var from = new Box(bitmap, x, y, width, height);
                from.put(data, x + (pixels - width) / 2, y + (pixels - height) / 2);
            }
        }
        return data;
    }

    /** The pixels of a picture that become one. */
    private record Box(Bitmap bitmap, int x, int y, int width, int height) {

        private static int edge(int at, int of, int from) {
            return (int) ((long) at * from / of);
        }

        void put(ImageData data, int toX, int toY) {
            int left = edge(x, width, bitmap.width());
            int right = Math.max(left + 1, edge(x + 1, width, bitmap.width()));
            int top = edge(y, height, bitmap.height());
            int bottom = Math.max(top + 1, edge(y + 1, height, bitmap.height()));
            long red = 0;
            long green = 0;
            long blue = 0;
            long alpha = 0;
            for (int row = top; row < bottom; row++) {
                for (int at = (row * bitmap.width() + left) * 4;
                        at < (row * bitmap.width() + right) * 4;
                        at += 4) {
                    int solid = bitmap.rgba()[at + 3] & 0xFF;
                    red += (long) (bitmap.rgba()[at] & 0xFF) * solid;
                    green += (long) (bitmap.rgba()[at + 1] & 0xFF) * solid;
                    blue += (long) (bitmap.rgba()[at + 2] & 0xFF) * solid;
                    alpha += solid;
                }
            }
            int pixel = toY * data.bytesPerLine + toX * 3;
            long whole = Math.max(1, alpha);
            data.data[pixel] = (byte) (red / whole);
            data.data[pixel + 1] = (byte) (green / whole);
            data.data[pixel + 2] = (byte) (blue / whole);
            data.alphaData[toY * data.width + toX] =
                    (byte) (alpha / ((long) (right - left) * (bottom - top)));
        }
    }
}
