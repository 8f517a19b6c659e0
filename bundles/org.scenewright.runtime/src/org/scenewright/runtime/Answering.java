// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.scene.SceneSnapshot;

/**
 * What a scene is answered.
 *
 * @param scene as it is
 * @param tick the number of the frame of the scene that is answered
 * @param out takes the answer
 */
record Answering(SceneSnapshot scene, long tick, RendererWriting out) {}
