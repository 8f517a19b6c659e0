// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.joml.Vector3f;
import org.scenewright.assets.AssetLibrary;
import org.scenewright.assets.Bounds;
import org.scenewright.render.Camera;
import org.scenewright.render.SceneView;
import org.scenewright.render.ViewOptions;
import org.scenewright.render.jogl.Frame;
import org.scenewright.render.jogl.GlUnavailableException;
import org.scenewright.render.jogl.JoglDevice;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

import javax.imageio.ImageIO;

/** A picture of a scene. */
@Command(
        name = "render",
        description = "Draws a scene into a PNG file.",
        mixinStandardHelpOptions = true)
final class Render implements Callable<Integer> {
    private static final int SAMPLES = 4;
    private static final int LARGEST = 8192;
    private static final double SETTLED_SECONDS = 1;
    private static final long WAIT_NANOS = 500_000;

    @Parameters(paramLabel = "DIR")
    Path directory = Path.of("");

    @Option(names = "-o", required = true, paramLabel = "PNG")
    Path output = Path.of("");

    @Option(
            names = "--size",
            defaultValue = "1280x720",
            description = "pixels, by default ${DEFAULT-VALUE}")
    String size = "1280x720";

    @Option(
            names = "--camera",
            paramLabel = "x,y,z,tx,ty,tz",
            description = "where the eye is and what it looks at, in metres")
    Optional<String> camera = Optional.empty();

    @Override
    public Integer call() throws IOException {
        int[] pixels = pixels();
        var chosen = camera.map(Render::numbers);
        var loaded = SceneFolder.of(directory).open();
        try (var assets = new AssetLibrary(loaded.project().directory());
                var device = JoglDevice.open()) {
            var view = new SceneView(assets);
            view.options(ViewOptions.LIGHT.withIcons(false));
            view.reset(loaded.snapshot());
            settle(view, assets);
            write(picture(view, device, eye(chosen, view.bounds()), pixels));
        } catch (GlUnavailableException noGl) {
            throw new CommandFailed(noGl.getMessage());
        }
        return 0;
    }

    /** Loading one asset can ask for others, so it is over when nothing new was asked for. */
    static void settle(SceneView view, AssetLibrary assets) {
        do {
            assets.settled().join();
            view.reset(view.snapshot());
        } while (view.hasWork());
    }

    static Frame picture(SceneView view, JoglDevice device, Camera eye, int[] pixels) {
        var list = view.draw(eye, pixels[0], pixels[1]);
        while (!device.prepare(list)) {
            // What is still being decoded needs the processor more.
            LockSupport.parkNanos(WAIT_NANOS);
        }
        return device.render(list, SAMPLES);
    }

    private static Camera eye(Optional<float[]> place, Bounds scene) {
        var eye = new Camera();
        if (place.isPresent()) {
            float[] n = place.get();
            eye.look(new Vector3f(n[0], n[1], n[2]), new Vector3f(n[3], n[4], n[5]));
        } else {
            eye.home(scene);
            eye.tick(SETTLED_SECONDS);
        }
        return eye;
    }

    private static float[] numbers(String text) {
        String[] parts = text.split(",");
        var numbers = new float[6];
        if (parts.length != numbers.length) {
            throw new CommandFailed("--camera takes six numbers, x,y,z,tx,ty,tz.");
        }
        try {
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = Float.parseFloat(parts[i]);
                if (!Float.isFinite(numbers[i])) {
                    throw new CommandFailed(
                            "--camera takes six numbers; " + parts[i] + " is none.");
                }
            }
        } catch (NumberFormatException notANumber) {
            throw new CommandFailed("--camera takes six numbers; " + notANumber.getMessage() + ".");
        }
        return numbers;
    }

    private int[] pixels() {
        if (!size.matches("\\d{1,5}x\\d{1,5}")) {
            throw new CommandFailed("--size takes WIDTHxHEIGHT, for example 1280x720.");
        }
        int[] pixels = Arrays.stream(size.split("x")).mapToInt(Integer::parseInt).toArray();
        if (Arrays.stream(pixels).anyMatch(n -> n < 1 || n > LARGEST)) {
            throw new CommandFailed(
                    "--size must be between 1x1 and " + LARGEST + "x" + LARGEST + ".");
        }
        return pixels;
    }

    private void write(Frame frame) throws IOException {
        var image = new BufferedImage(frame.width(), frame.height(), BufferedImage.TYPE_INT_RGB);
        byte[] bgra = frame.bgra();
        for (int i = 0; i < frame.width() * frame.height(); i++) {
            int rgb =
                    (bgra[i * 4 + 2] & 255) << 16
                            | (bgra[i * 4 + 1] & 255) << 8
                            | bgra[i * 4] & 255;
            image.setRGB(i % frame.width(), i / frame.width(), rgb);
        }
        var folder = output.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new CommandFailed("There is no folder " + folder + ".");
        }
        ImageIO.write(image, "png", output.toFile());
    }
}
