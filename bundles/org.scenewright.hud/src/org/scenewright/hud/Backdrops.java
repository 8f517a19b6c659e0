// SPDX-License-Identifier: EPL-2.0
package org.scenewright.hud;

import org.scenewright.assets.AssetSource;
import org.scenewright.assets.Bitmap;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.TexturePaint;
import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Paints what is behind elements, and their borders. */
final class Backdrops {
    private final Stamps stamps = new Stamps();
    private float density = 1;
    private final Function<AssetSource, Optional<Bitmap>> pictures;

    /**
     * @param pictures a picture of the project, where it is loaded
     */
    Backdrops(Function<AssetSource, Optional<Bitmap>> pictures) {
        this.pictures = pictures;
    }

    /**
     * From now on so many pixels are one of the layout, and one of pictures that are not stretched.
     */
    void density(float pixels) {
        density = pixels;
    }

    void fill(Graphics2D pen, Fill fill, Outline outline, float opacity) {
        var ink = fill.ink().faded(opacity);
        if (ink.isClear()) {
            return;
        }
        var picture = !fill.isPainted() ? Optional.<Bitmap>empty() : pictures.apply(fill.source());
        if (picture.isPresent()) {
            var clip = pen.getClip();
            pen.clip(outline.shape());
            pen.setComposite(AlphaComposite.SrcOver.derive(ink.alpha()));
            paint(pen, fill, stamps.of(picture.get(), ink), outline.place());
            pen.setComposite(AlphaComposite.SrcOver);
            pen.setClip(clip);
        } else if (!fill.isPainted()) {
            pen.setColor(ink.color());
            pen.fill(outline.shape());
        }
    }

    private void paint(Graphics2D pen, Fill fill, BufferedImage image, Rectangle place) {
        pen.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION,
                fill.smooth()
                        ? RenderingHints.VALUE_INTERPOLATION_BILINEAR
                        : RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        switch (fill.mode()) {
            case NINE_SLICES -> new NineSlices(fill.slices(), image, density).paint(pen, place);
            case CENTER -> {
                double x = Math.round(place.getCenterX() - image.getWidth() * density / 2);
                double y = Math.round(place.getCenterY() - image.getHeight() * density / 2);
                pen.drawImage(image, new AffineTransform(density, 0, 0, density, x, y), null);
            }
            case STRETCH -> stretch(pen, fill, image, place);
        }
    }

    /** The corners on the picture say which part of it is seen, and how it is turned. */
    private static void stretch(Graphics2D pen, Fill fill, BufferedImage image, Rectangle place) {
        var seen = seen(fill.corners(), image);
        var to = new AffineTransform(place.width, 0, 0, place.height, place.x, place.y);
        try {
            to.concatenate(seen.createInverse());
        } catch (NoninvertibleTransformException flat) {
            // Nothing of the picture is seen where its corners are on one line.
            return;
        }
        if (fill.repeats()) {
            var before = pen.getTransform();
            pen.transform(to);
            var whole = new Rectangle2D.Float(0, 0, image.getWidth(), image.getHeight());
            pen.setPaint(new TexturePaint(image, whole));
            pen.fill(seen.createTransformedShape(new Rectangle(0, 0, 1, 1)));
            pen.setTransform(before);
        } else {
            pen.drawImage(image, to, null);
        }
    }

    /** From an element of one by one, downwards, to pixels of the picture. */
    private static AffineTransform seen(List<Double> corners, BufferedImage image) {
        double width = image.getWidth();
        double height = image.getHeight();
        double left = corners.get(2) * width;
        double top = (1 - corners.get(3)) * height;
        return new AffineTransform(
                corners.get(4) * width - left,
                (1 - corners.get(5)) * height - top,
                corners.get(0) * width - left,
                (1 - corners.get(1)) * height - top,
                left,
                top);
    }

    void frame(Graphics2D pen, Placed one, Outline outline, int[] border) {
        var inks = one.element().look().borders();
        var inner = outline.inside(border);
        var ring = outline.path();
        ring.append(inner.path(), false);
        boolean isOne = inks.stream().distinct().count() == 1;
        for (int side = 0; side < 4; side++) {
            if (border[side] > 0 && !inks.get(side).isClear()) {
                var clip = pen.getClip();
                if (!isOne) {
                    pen.clip(side(side, outline.place(), inner.place()));
                }
                pen.setColor(inks.get(side).faded(one.opacity()).color());
                pen.fill(ring);
                pen.setClip(clip);
                if (isOne) {
                    return;
                }
            }
        }
    }

    /** What belongs to one side, up to the diagonals of the corners. */
    private static Shape side(int side, Rectangle outer, Rectangle inner) {
        int[] x = {outer.x, outer.x + outer.width, inner.x + inner.width, inner.x};
        int[] y = {outer.y, outer.y + outer.height, inner.y + inner.height, inner.y};
        return switch (side) {
            case 0 -> polygon(x[0], y[0], x[3], y[3], x[3], y[2], x[0], y[1]);
            case 1 -> polygon(x[0], y[0], x[1], y[0], x[2], y[3], x[3], y[3]);
            case 2 -> polygon(x[1], y[0], x[1], y[1], x[2], y[2], x[2], y[3]);
            default -> polygon(x[0], y[1], x[3], y[2], x[2], y[2], x[1], y[1]);
        };
    }

    private static Polygon polygon(int... points) {
        var polygon = new Polygon();
        for (int i = 0; i < points.length; i += 2) {
            polygon.addPoint(points[i], points[i + 1]);
        }
        return polygon;
    }
}
