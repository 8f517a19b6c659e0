// SPDX-License-Identifier: EPL-2.0
package org.scenewright.testing;

import static org.junit.jupiter.api.Assertions.fail;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

/**
 * A picture that a test expects, kept as a PNG file beside the test's sources.
 *
 * <p>Graphics drivers differ a little along edges, so a picture passes as long as few pixels differ
 * visibly. One that does not pass is written to {@code target/golden}, together with the
 * difference. The system property {@code scenewright.golden.write} names a folder into which
 * pictures are written instead of being compared; look at them before they are committed.
 *
 * @param owner the test class, in whose package folder {@code golden/NAME.png} lies
 */
public record GoldenImage(Class<?> owner, String name) {
    private static final int VISIBLE = 20;
    private static final double TOLERATED_SHARE = 0.01;
    private static final double TOLERATED_MEAN = 1.5;

    /** Fails unless a picture looks like the one that is expected. */
    public void check(BufferedImage actual) {
        String folder = System.getProperty("scenewright.golden.write", "");
        if (folder.isEmpty()) {
            compare(read(), actual);
        } else {
            write(actual, Path.of(folder), "");
        }
    }

    private void compare(BufferedImage expected, BufferedImage actual) {
        if (expected.getWidth() != actual.getWidth()
                || expected.getHeight() != actual.getHeight()) {
            write(actual, Path.of("target/golden"), "-actual");
            fail(name + " has another size");
        }
        var difference =
                new BufferedImage(
                        actual.getWidth(), actual.getHeight(), BufferedImage.TYPE_INT_RGB);
        double sum = 0;
        int visible = 0;
        for (int i = 0; i < actual.getWidth() * actual.getHeight(); i++) {
            int x = i % actual.getWidth();
            int y = i / actual.getWidth();
            int far = distance(expected.getRGB(x, y), actual.getRGB(x, y));
            difference.setRGB(x, y, Math.min(far * 4, 255) * 0x010101);
            sum += far;
            visible += far > VISIBLE ? 1 : 0;
        }
        double pixels = actual.getWidth() * actual.getHeight();
        if (visible > pixels * TOLERATED_SHARE || sum > pixels * TOLERATED_MEAN) {
            write(actual, Path.of("target/golden"), "-actual");
            write(difference, Path.of("target/golden"), "-difference");
            fail("%s: %d pixels differ, on average by %.2f".formatted(name, visible, sum / pixels));
        }
    }

    private BufferedImage read() {
        try (var in = owner.getResourceAsStream("golden/" + name + ".png")) {
            return in == null ? fail("golden/" + name + ".png is missing") : ImageIO.read(in);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void write(BufferedImage picture, Path folder, String suffix) {
        try {
            Files.createDirectories(folder);
            ImageIO.write(picture, "png", folder.resolve(name + suffix + ".png").toFile());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The greatest difference of a channel, 0 to 255. */
    private static int distance(int a, int b) {
        int greatest = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            greatest = Math.max(greatest, Math.abs((a >> shift & 0xFF) - (b >> shift & 0xFF)));
        }
        return greatest;
    }
}
