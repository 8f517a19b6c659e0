// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.joml.Vector3f;
import org.scenewright.assets.AssetLibrary;
import org.scenewright.assets.AssetSource;
import org.scenewright.render.Camera;
import org.scenewright.render.SceneView;
import org.scenewright.render.ViewOptions;
import org.scenewright.render.jogl.Frame;
import org.scenewright.render.jogl.JoglDevice;
import org.scenewright.render.jogl.Quality;
import org.scenewright.scene.LoadedScene;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A scene whose models appear one after the other in a viewport without a window: one thread takes
 * up what has come and draws, as the viewport's own does.
 */
final class Arrival {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final double SETTLED_SECONDS = 1;
    private static final long NEXT_NANOS = TimeUnit.MILLISECONDS.toNanos(15);
    private static final long SOON_NANOS = TimeUnit.MILLISECONDS.toNanos(90);
    private static final int TURNS = 4;

    /** What several viewports show in turn is not freed. */
    private static final int FRAMES_OF_A_TURN = 12;

    /** What arrives bit by bit is drawn in haste. */
    private static final Quality HASTE = new Quality(1, 0.5f);

    private final ManyModels models;
    private final JoglDevice device;
    private final LinkedBlockingQueue<AssetSource> arrived = new LinkedBlockingQueue<>();
    private final List<Double> frames = new ArrayList<>();
    private final List<Double> uploads = new ArrayList<>();
    private long begin;
    private double first;
    private long heap;
    private long card;
    private long beyond;
    private long empty;

    Arrival(ManyModels models, JoglDevice device) {
        this.models = models;
        this.device = device;
    }

    /** Opens it, and looks around in it when it is whole. */
    Value measure(LoadedScene scene) {
        begin = System.nanoTime();
        try (var assets = new AssetLibrary(scene.project().directory());
                var told = assets.onLoaded(arrived::add)) {
            var view = new SceneView(assets);
            view.options(ViewOptions.LIGHT.withIcons(false));
            view.reset(scene.snapshot());
            drawAll(view);
            double whole = millis(begin);
            lookAround(view);
            return Value.fields("models", Value.of(models.count()))
                    .with(FieldPath.of("ms"), Value.of(whole))
                    .with(FieldPath.of("firstMs"), Value.of(first))
                    .with(FieldPath.of("frames"), Value.of(frames.size()))
                    .with(FieldPath.of("frameMs"), spread(frames))
                    .with(FieldPath.of("uploadMs"), spread(uploads))
                    .with(FieldPath.of("cardMb"), Value.of(megabytes(card)))
                    .with(FieldPath.of("cardCapMb"), Value.of(megabytes(device.load().most())))
                    .with(FieldPath.of("beyondSightMb"), Value.of(megabytes(beyond)))
                    .with(FieldPath.of("peakHeapMb"), Value.of(megabytes(heap)))
                    .with(FieldPath.of("heapMb"), Value.of(megabytes(live())));
        }
    }

    private static double millis(long since) {
        return (System.nanoTime() - since) / 1e6;
    }

    private static double megabytes(long bytes) {
        return bytes / 1e6;
    }

    private static Value spread(List<Double> all) {
        var sorted = all.stream().sorted().toList();
        return Value.fields("p50", Value.of(at(sorted, 0.5)))
                .with(FieldPath.of("p99"), Value.of(at(sorted, 0.99)))
                .with(FieldPath.of("max"), Value.of(at(sorted, 1)));
    }

    private static double at(List<Double> sorted, double part) {
        return sorted.get((int) (part * (sorted.size() - 1)));
    }

    private static long live() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Draws all of the scene until everything is there. */
    private void drawAll(SceneView view) {
        var eye = new Camera();
        eye.home(view.bounds());
        eye.tick(SETTLED_SECONDS);
        draw(view, eye);
    }

    /** Stands in the middle, from where a part of it is in sight. */
    private void lookAround(SceneView view) {
        var eye = new Camera();
        float middle = models.side() / 2f;
        for (int turn = 0; turn < TURNS; turn++) {
            double angle = Math.TAU * turn / TURNS;
            var from = new Vector3f(middle, 3, middle);
            float x = (float) Math.cos(angle);
            float z = (float) Math.sin(angle);
            eye.look(from, new Vector3f(middle + x, 2.9f, middle + z));
            draw(view, eye);
            for (int again = 0; again < FRAMES_OF_A_TURN; again++) {
                frame(view, eye);
            }
            var load = device.load();
            beyond = Math.max(beyond, load.bytes() - load.inSight());
        }
    }

    private void draw(SceneView view, Camera eye) {
        boolean isWhole = false;
        while (!isWhole) {
            long start = System.nanoTime();
            boolean isLast = !view.hasWork() && arrived.isEmpty();
            boolean isIncomplete = frame(view, eye).incomplete();
            isWhole = isLast && !isIncomplete;
            long pause = isWhole ? 0 : isIncomplete ? NEXT_NANOS : SOON_NANOS;
            LockSupport.parkNanos(start + pause - System.nanoTime());
        }
    }

    /** Takes up what has come, and draws. */
    private Frame frame(SceneView view, Camera eye) {
        long start = System.nanoTime();
        for (var next = arrived.poll(); next != null; next = arrived.poll()) {
            view.assetLoaded(next);
        }
        var frame = device.render(view.draw(eye, WIDTH, HEIGHT), HASTE);
        frames.add(millis(start));
        note(frame);
        return frame;
    }

    private void note(Frame frame) {
        var load = device.load();
        uploads.add(load.uploading().toNanos() / 1e6);
        if (first == 0 && frame.triangles() - empty >= BenchModel.SMALL_TRIANGLES) {
            first = millis(begin);
        }
        empty = frames.size() == 1 ? frame.triangles() : empty;
        var runtime = Runtime.getRuntime();
        heap = Math.max(heap, runtime.totalMemory() - runtime.freeMemory());
        card = Math.max(card, load.bytes());
    }
}
