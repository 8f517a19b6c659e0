// SPDX-License-Identifier: EPL-2.0
package org.scenewright.testing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.function.Consumer;

import javax.imageio.ImageIO;

/** The pictures of the sample scene, drawn anew each time and always alike. */
final class SamplePictures {
    private SamplePictures() {}

    /** White plaster with two red bands, in courses of brick. */
    static byte[] tower() {
        return png(
                256,
                256,
                g -> {
                    fill(g, 0xF4EDE0, 0, 0, 256, 256);
                    fill(g, 0xC5443A, 0, 44, 256, 56);
                    fill(g, 0xC5443A, 0, 156, 256, 56);
                    bricks(g, new Random(7));
                });
    }

    private static void bricks(Graphics2D g, Random random) {
        for (int row = 0; row < 32; row++) {
            for (int brick = 0; brick < 16; brick++) {
                int shade = random.nextInt(18);
                g.setColor(new Color(40, 25, 20, 8 + shade));
                int x = brick * 16 + row % 2 * 8;
                g.fillRect(x % 256, row * 8, 15, 7);
                g.setColor(new Color(60, 40, 35, 26));
                g.drawLine(0, row * 8 + 7, 255, row * 8 + 7);
            }
        }
    }

    /** Four boards in a frame with a cross brace. */
    static byte[] crate() {
        return png(
                128,
                128,
                g -> {
                    boards(g, 128, 128, 32, new Random(11));
                    g.setColor(new Color(0x8A5A38));
                    g.setStroke(new BasicStroke(15));
                    g.draw(new Line2D.Double(12, 116, 116, 12));
                    g.draw(new java.awt.geom.Rectangle2D.Double(7, 7, 114, 114));
                    g.setColor(new Color(0x5E3B25));
                    g.setStroke(new BasicStroke(2));
                    g.draw(new java.awt.geom.Rectangle2D.Double(15, 15, 98, 98));
                });
    }

    /** Weathered boards side by side. */
    static byte[] planks() {
        return png(128, 128, g -> boards(g, 128, 128, 32, new Random(23)));
    }

    private static void boards(Graphics2D g, int width, int height, int board, Random random) {
        for (int y = 0; y < height; y += board) {
            int tone = random.nextInt(26);
            fill(g, new Color(176 - tone, 128 - tone, 84 - tone).getRGB(), 0, y, width, board);
            g.setColor(new Color(70, 42, 24, 46));
            for (int line = 0; line < 5; line++) {
                int at = y + 3 + random.nextInt(board - 6);
                g.draw(
                        new Line2D.Double(
                                random.nextInt(40),
                                at,
                                width - random.nextInt(40),
                                at + random.nextInt(3)));
            }
            fill(g, 0x5E3B25, 0, y + board - 2, width, 2);
        }
    }

    /** A chequered cloth with a fringe. */
    static byte[] blanket() {
        return png(
                128,
                128,
                g -> {
                    fill(g, 0xFBF4E4, 0, 0, 128, 128);
                    for (int i = 0; i < 128; i += 32) {
                        g.setColor(new Color(214, 72, 66, 150));
                        g.fillRect(i, 0, 16, 128);
                        g.fillRect(0, i, 128, 16);
                    }
                    g.setColor(new Color(0xFBF4E4));
                    g.setStroke(new BasicStroke(6));
                    g.drawRect(3, 3, 121, 121);
                });
    }

    /** Six coloured gores, to be wound around a ball. */
    static byte[] ball() {
        int[] colors = {0xE8503A, 0xFFF7E8, 0xF5B83D, 0xFFF7E8, 0x2F8FB5, 0xFFF7E8};
        return png(
                192,
                96,
                g -> {
                    for (int i = 0; i < colors.length; i++) {
                        fill(g, colors[i], i * 32, 0, 32, 96);
                    }
                    fill(g, 0xFFF7E8, 0, 0, 192, 6);
                    fill(g, 0xFFF7E8, 0, 90, 192, 6);
                });
    }

    /** A map of the bay: sea, island, a dashed way and a cross. */
    static byte[] map() {
        return png(
                256,
                192,
                g -> {
                    fill(g, 0xEBD9AE, 0, 0, 256, 192);
                    g.setColor(new Color(0x9CC7C4));
                    g.fill(blob(128, 98, 96, 72, 3));
                    g.setColor(new Color(0xDDBE7F));
                    g.fill(blob(126, 96, 66, 48, 5));
                    g.setColor(new Color(0x8FAE62));
                    g.fill(blob(122, 92, 46, 32, 9));
                    route(g);
                    g.setColor(new Color(0x7A5137));
                    g.setStroke(new BasicStroke(8));
                    g.drawRect(4, 4, 247, 183);
                });
    }

    private static void route(Graphics2D g) {
        g.setColor(new Color(0x9B2F27));
        g.setStroke(
                new BasicStroke(
                        4,
                        BasicStroke.CAP_ROUND,
                        BasicStroke.JOIN_ROUND,
                        1,
                        new float[] {9, 9},
                        0));
        g.draw(new Arc2D.Double(96, 74, 100, 92, 200, 130, Arc2D.OPEN));
        g.setStroke(new BasicStroke(6, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(new Line2D.Double(98, 66, 114, 82));
        g.draw(new Line2D.Double(114, 66, 98, 82));
    }

    private static Path2D blob(double x, double y, double width, double height, long seed) {
        var random = new Random(seed);
        var path = new Path2D.Double();
        for (int i = 0; i < 24; i++) {
            double angle = Math.PI * 2 * i / 24;
            double r = 0.88 + random.nextDouble() * 0.24;
            double px = x + Math.cos(angle) * width * r;
            double py = y + Math.sin(angle) * height * r;
            if (i == 0) {
                path.moveTo(px, py);
            } else {
                path.lineTo(px, py);
            }
        }
        path.closePath();
        return path;
    }

    private static void fill(Graphics2D g, int rgb, int x, int y, int width, int height) {
        g.setColor(new Color(rgb));
        g.fillRect(x, y, width, height);
    }

    static byte[] png(int width, int height, Consumer<Graphics2D> drawing) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        drawing.accept(g);
        g.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
