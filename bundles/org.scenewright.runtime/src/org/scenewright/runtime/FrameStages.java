// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

/** The stages of one frame of the renderer; on the thread of the frames. */
public interface FrameStages {

    /** Merges what scenes have sent by now, as much as a frame has time for. */
    void receive();

    /** Merges what scenes have sent and what comes until the GPU has drawn the frame before. */
    void receiveWhileDrawing();

    /** Moves player and camera, and computes what scenes are answered. */
    void update();

    /** Hands the frame to the GPU. */
    void render();

    /** Waits until the GPU has drawn the last frame. */
    void awaitDrawn();

    /** Answers all scenes that are ready for it. */
    void send();
}
