// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.render.jogl.Quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * When a viewport draws: only when asked, one picture at a time, in haste while requests keep
 * coming and once more with care when they end.
 *
 * <p>A request takes its place in the queue of the GL thread behind all that was submitted before
 * it, and only there does it count. So a picture begins after each request that shows whatever was
 * submitted before it: drawing cannot use up a request whose reason is still in the queue.
 */
final class FrameLoop {
    private static final int REST_MILLIS = 160;
    private static final int SOON_MILLIS = 90;
    private static final long SHORTEST_NANOS = 15_000_000;

    /** What draws and shows the pictures. */
    interface Easel {
        /** Draws, on the GL thread; nothing where there is nothing to draw on. */
        Optional<Picture> paint(Quality quality);

        /** Shows a picture, on the UI thread. */
        void show(Picture picture);

        /** Tells that a picture broke off, which the log says more about; on the UI thread. */
        void broke();
    }

    private final Graphics graphics;
    private final UiThread ui;
    private final Easel easel;
    private final Runnable release = this::release;
    private final Runnable settle = this::settle;
    private final Runnable arrive = this::arrive;
    private final AtomicBoolean soon = new AtomicBoolean();

    // Of the GL thread; from when a picture is asked for until it is on the screen, one is drawn.
    private final Pace pace = new Pace();
    private boolean wanted;
    private boolean drawing;
    private long lastMotion = System.nanoTime() - 1_000_000_000L;
    private long began;
    private final List<CompletableFuture<Boolean>> waiting = new ArrayList<>();

    FrameLoop(Graphics graphics, UiThread ui, Easel easel) {
        this.graphics = graphics;
        this.ui = ui;
        this.easel = easel;
    }

    /**
     * Asks for a picture; any thread, any number of times.
     *
     * @param moving whether more will follow at once, so that this one may be drawn in haste
     */
    void request(boolean moving) {
        graphics.submit(() -> want(moving));
    }

    private void want(boolean moving) {
        if (moving) {
            lastMotion = System.nanoTime();
        }
        wanted = true;
        start();
    }

    /** Asks for a picture that nobody is waiting for; many of them in a row become one. */
    void requestSoon() {
        if (soon.compareAndSet(false, true)) {
            ui.execute(() -> ui.display().timerExec(SOON_MILLIS, arrive));
        }
    }

    private void arrive() {
        soon.set(false);
        request(false);
    }

    /**
     * Completes when the picture that is being drawn now is on the screen, at once where there is
     * none; any thread.
     */
    CompletableFuture<Boolean> drawn() {
        var end = new CompletableFuture<Boolean>();
        graphics.submit(
                () -> {
                    waiting.add(end);
                    if (!drawing) {
                        tell();
                    }
                });
        return end;
    }

    private void tell() {
        waiting.forEach(end -> end.complete(true));
        waiting.clear();
    }

    private void start() {
        if (wanted && !drawing) {
            drawing = true;
            // At the end of the queue, so that what waits there is in the picture too.
            graphics.submit(this::draw);
        }
    }

    private void draw() {
        began = System.nanoTime();
        wanted = false;
        boolean moving = began - lastMotion < REST_MILLIS * 1_000_000L;
        var quality = moving ? pace.moving() : pace.settled();
        Runnable next = this::breakOff;
        try {
            var picture = easel.paint(quality);
            picture.ifPresent(done -> pace.took(quality, System.nanoTime() - began));
            next = () -> show(picture);
        } finally {
            // Whatever went wrong with this picture, the next one may come.
            ui.execute(next);
        }
        graphics.drawn();
    }

    private void breakOff() {
        try {
            easel.broke();
        } finally {
            release();
        }
    }

    private void show(Optional<Picture> picture) {
        try {
            picture.ifPresent(easel::show);
        } finally {
            goOn(picture.filter(shown -> !shown.fine()).isPresent());
        }
    }

    private void goOn(boolean hasty) {
        if (hasty) {
            ui.display().timerExec(REST_MILLIS + 20, settle);
        }
        long early = SHORTEST_NANOS - (System.nanoTime() - began);
        if (early > 1_000_000) {
            ui.display().timerExec((int) (early / 1_000_000), release);
        } else {
            release();
        }
    }

    private void release() {
        graphics.submit(this::next);
    }

    private void next() {
        drawing = false;
        tell();
        start();
    }

    private void settle() {
        request(false);
    }
}
