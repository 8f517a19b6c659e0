// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import java.util.List;

/**
 * How a model stands at one moment: some of its clips, each at a time of its own.
 *
 * @param clips where their weights come to less than 1, the rest pose makes up for it; where they
 *     come to more, they share
 */
public record Posture(List<Playing> clips) {
    public Posture {
        clips = List.copyOf(clips);
    }

    /**
     * One clip.
     *
     * @param clip its number in the {@link Rig}
     * @param seconds from its beginning
     * @param weight how much it counts; nothing where it is not above 0
     */
    public record Playing(int clip, float seconds, float weight) {}
}
