// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.Raster;

/** Java's images to bitmaps, sample by sample: glTF ignores colour profiles. */
final class Rasters {
    private Rasters() {}

    static Bitmap toBitmap(BufferedImage image) {
        return image.getColorModel() instanceof ComponentColorModel model
                ? fromSamples(image.getRaster(), model.getComponentSize(0) - 8)
                : fromColors(image);
    }

    /** JPEG stores CMYK inverted, as Adobe began to: 255 is no ink. */
    static Bitmap fromInvertedCmyk(Raster raster) {
        var rgba = new byte[raster.getWidth() * raster.getHeight() * 4];
        var row = new int[raster.getWidth() * 4];
        for (int y = 0, at = 0; y < raster.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, row);
            for (int i = 0; i < row.length; i += 4) {
                rgba[at++] = (byte) (row[i] * row[i + 3] / 255);
                rgba[at++] = (byte) (row[i + 1] * row[i + 3] / 255);
                rgba[at++] = (byte) (row[i + 2] * row[i + 3] / 255);
                rgba[at++] = (byte) 255;
            }
        }
        return new Bitmap(raster.getWidth(), raster.getHeight(), rgba);
    }

    /** Half as wide and high, at least one pixel each; every pixel the average of four. */
    static Bitmap half(Bitmap bitmap) {
        int width = Math.max(1, bitmap.width() / 2);
        int height = Math.max(1, bitmap.height() / 2);
        var rgba = new byte[width * height * 4];
        for (int y = 0, at = 0; y < height; y++) {
            for (int x = 0; x < width * 4; x++) {
                rgba[at++] = average(bitmap, x / 4, y, x % 4);
            }
        }
        return new Bitmap(width, height, rgba);
    }

    private static byte average(Bitmap bitmap, int x, int y, int channel) {
        int right = bitmap.width() > 1 ? 4 : 0;
        int below = bitmap.height() > 1 ? bitmap.width() * 4 : 0;
        int at = (y * 2 * bitmap.width() + x * 2) * 4 + channel;
        if (bitmap.width() == 1) {
            at = y * 2 * 4 + channel;
        }
        var from = bitmap.rgba();
        int sum = (from[at] & 255) + (from[at + right] & 255);
        return (byte) ((sum + (from[at + below] & 255) + (from[at + below + right] & 255) + 2) / 4);
    }

    private static Bitmap fromSamples(Raster raster, int shift) {
        int bands = raster.getNumBands();
        var rgba = new byte[raster.getWidth() * raster.getHeight() * 4];
        var row = new int[raster.getWidth() * bands];
        for (int y = 0, at = 0; y < raster.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, row);
            for (int i = 0; i < row.length; i += bands, at += 4) {
                // One or two bands are grey, two and four have alpha last.
                rgba[at] = (byte) (row[i] >> shift);
                rgba[at + 1] = (byte) (row[bands < 3 ? i : i + 1] >> shift);
                rgba[at + 2] = (byte) (row[bands < 3 ? i : i + 2] >> shift);
                rgba[at + 3] = bands % 2 == 0 ? (byte) (row[i + bands - 1] >> shift) : (byte) 255;
            }
        }
        return new Bitmap(raster.getWidth(), raster.getHeight(), rgba);
    }

    private static Bitmap fromColors(BufferedImage image) {
        var rgba = new byte[image.getWidth() * image.getHeight() * 4];
        var row = new int[image.getWidth()];
        for (int y = 0, at = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, image.getWidth(), 1, row, 0, image.getWidth());
            for (int argb : row) {
                rgba[at++] = (byte) (argb >> 16);
                rgba[at++] = (byte) (argb >> 8);
                rgba[at++] = (byte) argb;
                rgba[at++] = (byte) (argb >>> 24);
            }
        }
        return new Bitmap(image.getWidth(), image.getHeight(), rgba);
    }
}
