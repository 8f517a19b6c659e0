// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import java.time.Duration;

/**
 * How the frames went up to now.
 *
 * @param frames how many frames of the renderer there were
 * @param answers how many frames of scenes were answered in them
 * @param dropped how many times a scene that was playing had no answer in a frame
 * @param waitedForGpu how long the thread of the frames did nothing but wait for the GPU
 * @param inputs how many inputs were seen to have an effect
 * @param inputDelay how long it took on the average from an input until what the scene made of it
 *     was drawn
 */
public record FrameFigures(
        long frames,
        long answers,
        long dropped,
        Duration waitedForGpu,
        long inputs,
        Duration inputDelay) {}
