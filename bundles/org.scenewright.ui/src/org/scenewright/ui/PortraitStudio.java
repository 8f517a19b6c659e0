// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.render.Portrait;
import org.scenewright.render.jogl.CutOut;
import org.scenewright.render.jogl.GlException;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Draws portraits on the graphics card of the workbench. For threads that may wait.
 *
 * @param graphics is asked for when something is drawn for the first time
 */
record PortraitStudio(Supplier<Graphics> graphics) {
    private static final System.Logger LOG = System.getLogger(PortraitStudio.class.getName());
    private static final int PATIENCE_SECONDS = 20;

    /** The picture; nothing where there is nothing to be seen, or nobody draws it. */
    Optional<CutOut> draw(Portrait portrait, int pixels) {
        var result = new CompletableFuture<Optional<CutOut>>();
        boolean isTaken =
                !portrait.isEmpty()
                        && graphics.get().submit(() -> result.complete(drawn(portrait, pixels)));
        return isTaken
                ? result.completeOnTimeout(Optional.empty(), PATIENCE_SECONDS, TimeUnit.SECONDS)
                        .join()
                : Optional.empty();
    }

    /** On the thread of the card. */
    private Optional<CutOut> drawn(Portrait portrait, int pixels) {
        var shared = graphics.get();
        shared.joined();
        try {
            return shared.card().map(card -> CutOut.draw(card, portrait, pixels));
        } catch (GlException failure) {
            LOG.log(System.Logger.Level.WARNING, "A model could not be drawn", failure);
            return Optional.empty();
        } finally {
            shared.drawn();
            shared.left();
        }
    }
}
