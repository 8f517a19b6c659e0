// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.scenewright.runtime.Play;
import org.scenewright.runtime.Renderer;
import org.scenewright.runtime.Viewer;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A picture of nothing that takes a moment. */
record Screenless(long millis) implements Renderer {
    @Override
    public Viewer update(long frame) {
        return Viewer.USUAL;
    }

    @Override
    public CompletableFuture<?> render(long frame) {
        return new CompletableFuture<>().completeOnTimeout(true, millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public CompletableFuture<?> loaded(Play play) {
        return CompletableFuture.completedFuture(true);
    }
}
