// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.assets.Posture;
import org.scenewright.crdt.Entity;

import java.util.Map;

/**
 * What answers scenes: raycasts, pointer hits, trigger areas and whatever moves without script; a
 * port, called on the thread of the frames alone.
 */
public interface Physics {

    /** Hears that clips have moved models of a scene; all that are not named are at rest. */
    default void posed(Play play, Map<Entity, Posture> postures) {}

    /** Moves what moves without script; in every frame of the renderer, for every scene. */
    void move(Play play, RendererWriting out);

    /**
     * Computes what a scene is answered, when all of its messages were merged and player and camera
     * are where they are; once before each answer.
     */
    void answer(Play play, RendererWriting out);

    /** Both of them, one after the other. */
    static Physics both(Physics first, Physics second) {
        return new Physics() {
            @Override
            public void posed(Play play, Map<Entity, Posture> postures) {
                first.posed(play, postures);
                second.posed(play, postures);
            }

            @Override
            public void move(Play play, RendererWriting out) {
                first.move(play, out);
                second.move(play, out);
            }

            @Override
            public void answer(Play play, RendererWriting out) {
                first.answer(play, out);
                second.answer(play, out);
            }
        };
    }

    /** A world in which nothing moves and nothing is hit. */
    static Physics none() {
        return new Physics() {
            @Override
            public void move(Play play, RendererWriting out) {}

            @Override
            public void answer(Play play, RendererWriting out) {}
        };
    }
}
