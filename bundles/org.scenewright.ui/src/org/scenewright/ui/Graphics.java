// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.ui.services.IDisposable;
import org.scenewright.render.jogl.GlException;
import org.scenewright.render.jogl.GlThread;
import org.scenewright.render.jogl.JoglDevice;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * The one GL thread of a workbench and the graphics card on it, made when the first viewport asks.
 *
 * <p>All methods may be called from any thread and return at once.
 */
public final class Graphics implements IDisposable {
    private static final System.Logger LOG = System.getLogger(Graphics.class.getName());
    private static final long SWEEP_NANOS = 30_000_000_000L;

    private final GlThread thread = new GlThread();
    private final Supplier<JoglDevice> devices;
    private volatile CompletableFuture<JoglDevice> device = new CompletableFuture<>();

    // Of the GL thread.
    private long lastSweep = System.nanoTime();
    private int viewports;

    public Graphics() {
        this(JoglDevice::open);
    }

    /**
     * @param devices opens the graphics card, or throws a {@link GlException} that says what is
     *     missing
     */
    Graphics(Supplier<JoglDevice> devices) {
        this.devices = devices;
        thread.submit(this::open);
    }

    private void open() {
        try {
            device.complete(devices.get());
            LOG.log(System.Logger.Level.INFO, device.join().description());
        } catch (GlException | LinkageError missing) {
            device.completeExceptionally(missing);
        }
    }

    /** Runs a task on the GL thread; false once the workbench is closing. */
    boolean submit(Runnable task) {
        return thread.submit(task);
    }

    /**
     * The graphics card, where there is one; to be asked on the GL thread, whose first task opens
     * it.
     */
    Optional<JoglDevice> card() {
        return device.isCompletedExceptionally()
                ? Optional.empty()
                : Optional.ofNullable(device.getNow(null));
    }

    /** Completes with a sentence for people if this machine cannot draw, and never if it can. */
    CompletableFuture<String> missing() {
        var sentence = new CompletableFuture<String>();
        device.exceptionally(
                missing -> {
                    sentence.complete(String.valueOf(missing.getMessage()));
                    throw new CompletionException(missing);
                });
        return sentence;
    }

    /**
     * To be called on the GL thread when somebody wants to try again: gives the card up that
     * failed, unless that was done already, and opens it anew.
     *
     * @param failed nothing where none was ever opened
     */
    void reopen(Optional<JoglDevice> failed) {
        var card = card();
        if (card.isEmpty() || card.equals(failed)) {
            card.ifPresent(Graphics::close);
            device = new CompletableFuture<>();
            open();
        }
    }

    private static void close(JoglDevice card) {
        try {
            card.close();
        } catch (GlException lost) {
            LOG.log(System.Logger.Level.DEBUG, "A lost graphics card cannot be freed", lost);
        }
    }

    /**
     * To be called on the GL thread after a picture: frees now and then what no picture needs any
     * more.
     */
    void drawn() {
        if (System.nanoTime() - lastSweep > SWEEP_NANOS) {
            lastSweep = System.nanoTime();
            card().ifPresent(Graphics::sweep);
        }
    }

    /** To be called on the GL thread when a viewport begins to draw. */
    void joined() {
        viewports++;
    }

    /**
     * To be called on the GL thread when a viewport has drawn its last picture. After the last one
     * nobody draws and so nobody sweeps: what is left is freed at once.
     */
    void left() {
        viewports--;
        if (viewports == 0) {
            card().ifPresent(Graphics::empty);
        }
    }

    private static void empty(JoglDevice card) {
        sweep(card);
        // The second call frees what was in the last picture.
        sweep(card);
    }

    private static void sweep(JoglDevice card) {
        try {
            card.sweep();
        } catch (GlException lost) {
            LOG.log(System.Logger.Level.DEBUG, "The next picture will tell people", lost);
        }
    }

    @Override
    public void dispose() {
        thread.submit(() -> card().ifPresent(Graphics::close));
        thread.close();
    }
}
