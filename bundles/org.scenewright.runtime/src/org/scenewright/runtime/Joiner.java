// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.scene.Batch;
import org.scenewright.scene.Keepsake;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.scene.VersionVector;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Who becomes one of those who share a scene.
 *
 * @param me the address of this replica, which no other has
 * @param outbox is handed every batch for the others, in order, on the thread of the scene
 * @param begun the {@link SceneSession#snapshot} when it began to join a scene for the first time:
 *     what the files hold is not its own then, and what it edited since is edited again; empty for
 *     one that took part before and now has to begin anew, so that all that differs is its own
 * @param kept what was kept of this scene when it took part last, in a process that ended
 * @param mine what was written here before of which the shared scene has not heard, asked for with
 *     the batches that it says are part of it; fails where that cannot be, and nothing is changed
 *     then
 */
public record Joiner(
        String me,
        Consumer<Batch> outbox,
        Optional<SceneSnapshot> begun,
        Optional<Keepsake> kept,
        Function<VersionVector, Remnant> mine) {}
