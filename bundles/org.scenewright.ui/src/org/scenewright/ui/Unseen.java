// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.runtime.Play;
import org.scenewright.runtime.Renderer;
import org.scenewright.runtime.Viewer;

import java.util.concurrent.CompletableFuture;

/** Frames that nobody draws. */
final class Unseen implements Renderer {
    private static final CompletableFuture<Boolean> DONE = CompletableFuture.completedFuture(true);

    @Override
    public Viewer update(long frame) {
        return Viewer.USUAL;
    }

    @Override
    public CompletableFuture<?> render(long frame) {
        return DONE;
    }

    @Override
    public CompletableFuture<?> loaded(Play play) {
        return DONE;
    }
}
