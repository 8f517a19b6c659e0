// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.scenewright.assets.Bitmap;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * What a screen shows in an editor instead of its video: that it is one, and which; drawn by Java2D
 * without a display.
 *
 * @param name of the file, for people
 */
record VideoStill(String name) {
    private static final System.Logger LOG = System.getLogger(VideoStill.class.getName());
    private static final int WIDTH = 512;
    private static final int HEIGHT = 288;
    private static final int LONGEST = 40;
    private static final Color GROUND = new Color(0x14161c);
    private static final Color INK = new Color(0xe4e7ee);
    private static final Color EDGE = new Color(0x4a5060);

    /**
     * Of a player.
     *
     * @param src where its video is, in the project or in the network
     */
    static VideoStill of(String src) {
        String path = src.replaceAll("[?#].*", "").replaceAll("/+$", "");
        String last = path.substring(path.lastIndexOf('/') + 1);
        String name = last.isBlank() ? "video" : last;
        return new VideoStill(
                name.length() > LONGEST ? name.substring(0, LONGEST - 1) + "\u2026" : name);
    }

    Bitmap draw() {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(GROUND);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(EDGE);
        pen.setStroke(new BasicStroke(4));
        pen.drawRect(2, 2, WIDTH - 4, HEIGHT - 4);
        sign(pen);
        label(pen);
        pen.dispose();
        return bitmap(image);
    }

    /** The sign of players everywhere. */
    private static void sign(Graphics2D pen) {
        int x = WIDTH / 2;
        int y = HEIGHT / 2 - 24;
        pen.setColor(INK);
        pen.setStroke(new BasicStroke(6));
        pen.drawOval(x - 56, y - 56, 112, 112);
        pen.fillPolygon(new int[] {x - 20, x - 20, x + 34}, new int[] {y - 32, y + 32, y}, 3);
    }

    private void label(Graphics2D pen) {
        try {
            var font = new Font(Font.SANS_SERIF, Font.PLAIN, 30);
            double width = pen.getFontMetrics(font).stringWidth(name);
            double scale = Math.min(1, (WIDTH - 48) / Math.max(1, width));
            pen.setFont(font.deriveFont((float) (30 * scale)));
            pen.drawString(name, (float) (WIDTH - width * scale) / 2, HEIGHT - 36);
        } catch (LinkageError | InternalError noFonts) {
            LOG.log(System.Logger.Level.DEBUG, "A video has no name: there are no fonts", noFonts);
        }
    }

    private static Bitmap bitmap(BufferedImage image) {
        int[] rgb = image.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH);
        byte[] rgba = new byte[rgb.length * 4];
        Arrays.fill(rgba, (byte) 255);
        for (int i = 0; i < rgb.length; i++) {
            rgba[i * 4] = (byte) (rgb[i] >> 16);
            rgba[i * 4 + 1] = (byte) (rgb[i] >> 8);
            rgba[i * 4 + 2] = (byte) rgb[i];
        }
        return new Bitmap(WIDTH, HEIGHT, rgba);
    }
}
