// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.graphics.PaletteData;
import org.scenewright.render.ScreenRectangle;
import org.scenewright.render.jogl.Frame;
import org.scenewright.render.jogl.Quality;

import java.util.Optional;

/**
 * A finished picture of a viewport on its way to the screen; whoever shows it disposes of the
 * image.
 *
 * @param image as many points large as the viewport was
 * @param zoom pixels per hundred points
 * @param quality how much work it was worth
 * @param revision of the document that it shows
 * @param band the rectangle being drawn around entities, in pixels
 * @param hint what the drag under way amounts to, for people
 * @param triangles of the scene wherever the camera looks, without handles and ground; 0 where it
 *     is not fine
 */
record Picture(
        Image image,
        int zoom,
        Quality quality,
        long revision,
        Optional<ScreenRectangle> band,
        Optional<String> hint,
        long triangles,
        Frame frame) {
    private static final PaletteData BGRA = new PaletteData(0xFF00, 0xFF0000, 0xFF000000);

    /** Whether it is worth keeping, or was drawn in haste. */
    boolean fine() {
        return isFine(quality);
    }

    static boolean isFine(Quality quality) {
        return quality.samples() > 1 && quality.scale() == 1;
    }

    /** Makes an SWT image of a frame, on any thread. */
    static Image image(Device device, Frame frame, int zoom) {
        var pixels = new ImageData(frame.width(), frame.height(), 32, BGRA, 4, frame.bgra());
        if (zoom == 100) {
            return new Image(device, pixels);
        }
        ImageDataProvider provider = asked -> asked == zoom ? pixels : scaled(pixels, asked, zoom);
        return new Image(device, provider);
    }

    /** Only 100 % has to be there; SWT asks for it although nobody looks at it. */
    private static ImageData scaled(ImageData pixels, int asked, int zoom) {
        return pixels.scaledTo(
                Math.max(1, pixels.width * asked / zoom),
                Math.max(1, pixels.height * asked / zoom));
    }
}
