// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;

/** Discs in the colours of people; UI thread. */
record Swatches(ResourceManager resources) {
    private static final int SIZE = 16;
    private static final int SAMPLES = 4;

    /** A disc in a colour, 0xRRGGBB. */
    Image of(int color) {
        return resources.create(new Disc(color));
    }

    /** A disc; equal ones are drawn once. */
    private static final class Disc extends ImageDescriptor {
        private final int color;

        Disc(int color) {
            this.color = color;
        }

        @Override
        public ImageData getImageData(int zoom) {
            int size = SIZE * zoom / 100;
            var data = new ImageData(size, size, 24, new PaletteData(0xff0000, 0xff00, 0xff));
            for (int i = 0; i < size * size; i++) {
                data.setPixel(i % size, i / size, color);
                data.setAlpha(i % size, i / size, alpha(i % size, i / size, size));
            }
            return data;
        }

        private static int alpha(int x, int y, int size) {
            int inside = 0;
            for (int i = 0; i < SAMPLES * SAMPLES; i++) {
                double dx = x + (i % SAMPLES + 0.5) / SAMPLES - size / 2.0;
                double dy = y + (i / SAMPLES + 0.5) / SAMPLES - size / 2.0;
                inside += Math.hypot(dx, dy) < size * 0.36 ? 1 : 0;
            }
            return 255 * inside / (SAMPLES * SAMPLES);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Disc disc && disc.color == color;
        }

        @Override
        public int hashCode() {
            return color;
        }
    }
}
