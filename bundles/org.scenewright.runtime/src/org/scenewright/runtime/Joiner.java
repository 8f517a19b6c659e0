// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.scene.Batch;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.scene.VersionVector;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Who becomes one of those who share a scene.
 *
 * @param me the address of this replica, which no other has
 * @param outbox is handed every batch for the others, in order, on the thread of the scene
 * @param begun the {@link SceneSession#snapshot} when it began to join a scene for the first time:
 *     what the files hold is not its own then, and what it edited since is edited again; empty for
 *     one that took part before and now has to begin anew, so that all that differs is its own
 * @param heard is handed the batches that the shared scene says are part of it, and says which
 *     count as that; fails where that cannot be, and nothing is changed then
 */
public record Joiner(
        String me,
        Consumer<Batch> outbox,
        Optional<SceneSnapshot> begun,
        UnaryOperator<VersionVector> heard) {}
