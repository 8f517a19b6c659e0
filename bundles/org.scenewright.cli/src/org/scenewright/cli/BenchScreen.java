// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.scenewright.runtime.Play;
import org.scenewright.runtime.Renderer;
import org.scenewright.runtime.Viewer;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/**
 * A screen of 60 pictures a second and a GPU that draws nothing, but takes its time: a picture is
 * drawn when the screen next shows one after that time.
 */
final class BenchScreen implements Renderer {
    private static final long PICTURE = 1_000_000_000L / 60;

    private final long drawing;
    private final long begin = System.nanoTime();

    /**
     * @param drawing how long the GPU takes for a picture
     */
    BenchScreen(Duration drawing) {
        this.drawing = drawing.toNanos();
    }

    @Override
    public Viewer update(long frame) {
        return Viewer.USUAL;
    }

    @Override
    public CompletableFuture<?> render(long frame) {
        long earliest = System.nanoTime() + drawing - begin;
        long shown = begin + (earliest + PICTURE - 1) / PICTURE * PICTURE;
        var drawn = new CompletableFuture<Boolean>();
        Thread.ofVirtual()
                .name("gpu")
                .start(
                        () -> {
                            while (System.nanoTime() < shown) {
                                LockSupport.parkNanos(shown - System.nanoTime());
                            }
                            drawn.complete(true);
                        });
        return drawn;
    }

    @Override
    public CompletableFuture<?> loaded(Play play) {
        return CompletableFuture.completedFuture(true);
    }
}
