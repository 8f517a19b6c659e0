// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.scenewright.assets.Bitmap;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Text as a picture, drawn by Java2D without a screen.
 *
 * @param text as written; line breaks are kept
 * @param align 0 left, 1 centre, 2 right
 * @param wrapEms the width at which lines break, in ems; infinite for none
 * @param lineEms extra space between lines, in ems
 * @param color sRGB as 0xRRGGBB
 * @param outline the outline's colour
 * @param outlineEms its width in ems; 0 for none
 * @param plate what is behind the text; nothing where that is clear
 */
record Lettering(
        String text,
        int align,
        double wrapEms,
        double lineEms,
        int color,
        int outline,
        double outlineEms,
        Optional<Plate> plate) {
    private static final System.Logger LOG = System.getLogger(Lettering.class.getName());
    private static final int EM = 64;
    private static final int LARGEST = 2048;
    private static final int LONGEST = 2000;
    private static final double LINE = 1.2;
    private static final double PLATE_END = 0.35;
    private static final double PLATE_EDGE = 0.08;
    private static final FontRenderContext CONTEXT =
            new FontRenderContext(new AffineTransform(), true, true);

    /**
     * A plate with round ends.
     *
     * @param color sRGB as 0xRRGGBB
     * @param edge the colour of its edge
     */
    record Plate(int color, int edge) {}

    /** A picture of text and its size in ems. */
    record Drawn(Bitmap bitmap, double width, double height) {}

    /** The picture; empty for blank text, or where this machine has no fonts. */
    Optional<Drawn> draw() {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(drawn(layouts()));
        } catch (LinkageError | InternalError noFonts) {
            LOG.log(System.Logger.Level.WARNING, "Text is not shown: Java finds no fonts", noFonts);
            return Optional.empty();
        }
    }

    private List<TextLayout> layouts() {
        var font = new Font(Font.SANS_SERIF, Font.PLAIN, EM);
        String shown = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        var lines = new ArrayList<TextLayout>();
        for (var line : shown.lines().toList()) {
            for (var part : wrapped(line, font)) {
                lines.add(new TextLayout(part.isEmpty() ? " " : part, font, CONTEXT));
            }
        }
        return lines;
    }

    private List<String> wrapped(String line, Font font) {
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        for (var word : line.split(" ", -1)) {
            String longer = part.isEmpty() ? word : part + " " + word;
            if (!part.isEmpty() && width(longer, font) > wrapEms * EM) {
                parts.add(part.toString());
                longer = word;
            }
            part.setLength(0);
            part.append(longer);
        }
        parts.add(part.toString());
        return parts;
    }

    private static double width(String line, Font font) {
        return font.getStringBounds(line, CONTEXT).getWidth();
    }

    private Drawn drawn(List<TextLayout> lines) {
        double margin = EM * (0.1 + outlineEms);
        double side = margin + (plate.isPresent() ? EM * PLATE_END : 0);
        double pitch = EM * (LINE + lineEms);
        double widest = lines.stream().mapToDouble(TextLayout::getAdvance).max().orElse(0);
        double width = widest + 2 * side;
        double height = EM * LINE + pitch * (lines.size() - 1) + 2 * margin;
        double scale = Math.min(1, LARGEST / Math.max(width, height));
        var image =
                new BufferedImage(
                        Math.max(1, (int) Math.ceil(width * scale)),
                        Math.max(1, (int) Math.ceil(height * scale)),
                        BufferedImage.TYPE_INT_ARGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.scale(scale, scale);
        plate.ifPresent(p -> paint(pen, p, width, height));
        for (int i = 0; i < lines.size(); i++) {
            double x = side + (widest - lines.get(i).getAdvance()) * align / 2;
            write(pen, lines.get(i), x, margin + EM * 0.95 + i * pitch);
        }
        pen.dispose();
        return new Drawn(bitmap(image), width / EM, height / EM);
    }

    private static void paint(Graphics2D pen, Plate plate, double width, double height) {
        pen.setColor(new Color(plate.edge()));
        pen.fill(new RoundRectangle2D.Double(0, 0, width, height, height, height));
        double rest = height - 2 * PLATE_EDGE * EM;
        pen.setColor(new Color(plate.color()));
        pen.fill(
                new RoundRectangle2D.Double(
                        PLATE_EDGE * EM,
                        PLATE_EDGE * EM,
                        width - 2 * PLATE_EDGE * EM,
                        rest,
                        rest,
                        rest));
    }

    private void write(Graphics2D pen, TextLayout line, double x, double y) {
        var shape = line.getOutline(AffineTransform.getTranslateInstance(x, y));
        if (outlineEms > 0) {
            pen.setColor(new Color(outline));
            pen.setStroke(new BasicStroke((float) (2 * outlineEms * EM)));
            pen.draw(shape);
        }
        pen.setColor(new Color(color));
        pen.fill(shape);
    }

    /**
     * Pixels that are clear take the colour of what they are beside, so that no dark edge appears
     * when it is scaled.
     */
    private Bitmap bitmap(BufferedImage image) {
        int[] argb =
                image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        int around = plate.map(Plate::edge).orElse(outlineEms > 0 ? outline : color);
        byte[] rgba = new byte[argb.length * 4];
        for (int i = 0; i < argb.length; i++) {
            int pixel = argb[i] >>> 24 == 0 ? around : argb[i];
            rgba[i * 4] = (byte) (pixel >> 16);
            rgba[i * 4 + 1] = (byte) (pixel >> 8);
            rgba[i * 4 + 2] = (byte) pixel;
            rgba[i * 4 + 3] = (byte) (argb[i] >>> 24);
        }
        return new Bitmap(image.getWidth(), image.getHeight(), rgba);
    }
}
