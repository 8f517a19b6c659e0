// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import java.util.concurrent.CompletableFuture;

/** What shows the scenes that run; a port, called on the thread of the frames alone. */
public interface Renderer {

    /** Moves the player and the camera, and tells where they are. */
    Viewer update(long frame);

    /**
     * Hands a frame to the GPU and comes back.
     *
     * @return completes when the GPU has drawn it
     */
    CompletableFuture<?> render(long frame);

    /**
     * Hears that clips have moved models of a scene, of which its links are not told; its next
     * picture is another one.
     */
    default void animated(Play play) {}

    /**
     * Completes when all models that a scene shows by now are loaded, or cannot be.
     *
     * @param play links to which were told of all its changes
     */
    CompletableFuture<?> loaded(Play play);
}
