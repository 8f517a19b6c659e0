// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.render.jogl.Quality;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * When a viewport draws: only when asked, one picture at a time, in haste while requests keep
 * coming and once more with care when they end.
 */
final class FrameLoop {
    private static final int REST_MILLIS = 160;
    private static final int SOON_MILLIS = 90;
    private static final long SHORTEST_NANOS = 15_000_000;

    private final Graphics graphics;
    private final UiThread ui;
    private final Function<Quality, Optional<Picture>> painter;
    private final Consumer<Picture> screen;
    private final Pace pace = new Pace();
    private final AtomicBoolean wanted = new AtomicBoolean();
    private final AtomicBoolean drawing = new AtomicBoolean();
    private final Runnable release = this::release;
    private final Runnable settle = this::settle;
    private final Runnable arrive = this::arrive;
    private final AtomicBoolean soon = new AtomicBoolean();
    private volatile long lastMotion = System.nanoTime() - 1_000_000_000L;
    private volatile long began;

    /**
     * @param painter draws on the GL thread; nothing where there is nothing to draw on
     * @param screen shows a picture, on the UI thread
     */
    FrameLoop(
            Graphics graphics,
            UiThread ui,
            Function<Quality, Optional<Picture>> painter,
            Consumer<Picture> screen) {
        this.graphics = graphics;
        this.ui = ui;
        this.painter = painter;
        this.screen = screen;
    }

    /**
     * Asks for a picture; any thread, any number of times.
     *
     * @param moving whether more will follow at once, so that this one may be drawn in haste
     */
    void request(boolean moving) {
        if (moving) {
            lastMotion = System.nanoTime();
        }
        wanted.set(true);
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

    private void start() {
        if (wanted.get() && drawing.compareAndSet(false, true) && !graphics.submit(this::draw)) {
            drawing.set(false);
        }
    }

    private void draw() {
        began = System.nanoTime();
        wanted.set(false);
        boolean moving = began - lastMotion < REST_MILLIS * 1_000_000L;
        var quality = moving ? pace.moving() : pace.settled();
        Runnable next = release;
        try {
            var picture = painter.apply(quality);
            picture.ifPresent(done -> pace.took(quality, System.nanoTime() - began));
            next = () -> show(picture);
        } finally {
            // Whatever went wrong with this picture, the next one may come.
            ui.execute(next);
        }
        graphics.drawn();
    }

    private void show(Optional<Picture> picture) {
        try {
            picture.ifPresent(screen);
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
        drawing.set(false);
        start();
    }

    private void settle() {
        request(false);
    }
}
