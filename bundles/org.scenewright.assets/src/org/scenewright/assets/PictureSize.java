// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

/** How many pixels a picture has in its file; what is shown of it may be smaller. */
record PictureSize(int width, int height) {

    int longest() {
        return Math.max(width, height);
    }

    long pixels() {
        return (long) width * height;
    }

    boolean isPowerOfTwo() {
        return Integer.bitCount(width) == 1 && Integer.bitCount(height) == 1;
    }

    /** With sides so many times halved, of one pixel at least. */
    PictureSize halved(int times) {
        return new PictureSize(Math.max(1, width >> times), Math.max(1, height >> times));
    }

    @Override
    public String toString() {
        return width + " x " + height;
    }
}
