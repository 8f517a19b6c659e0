// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

/** In which order the stages of a renderer's frame go (ADR-148). */
@FunctionalInterface
public interface FrameStrategy {

    /** Scenes are answered when the GPU has drawn. */
    FrameStrategy NAIVE =
            stages -> {
                stages.receive();
                stages.update();
                stages.render();
                stages.awaitDrawn();
                stages.send();
            };

    /** Scenes are answered while the GPU draws; their messages are read when it has drawn. */
    FrameStrategy SEND_BESIDE_RENDER =
            stages -> {
                stages.receive();
                stages.update();
                stages.render();
                stages.send();
                stages.awaitDrawn();
            };

    /** Scenes are answered, and what they send is merged, while the GPU draws. */
    FrameStrategy RECEIVE_WHILE_DRAWING =
            stages -> {
                stages.receiveWhileDrawing();
                stages.update();
                stages.render();
                stages.send();
            };

    /** Does one frame of the renderer. */
    void frame(FrameStages stages);
}
