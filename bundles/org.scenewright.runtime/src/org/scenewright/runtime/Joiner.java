// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.scene.Batch;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.scene.VersionVector;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * Who becomes one of those who share a scene.
 *
 * @param me the address of this replica, which no other has
 * @param outbox is handed every batch for the others, in order, on the thread of the scene
 * @param begun the {@link SceneSession#snapshot} when it began to join a scene for the first time:
 *     what the files hold is not its own then, and what it edited since is edited again; empty for
 *     one that took part before and now has to begin anew, so that all that differs is its own
 * @param check is handed what the shared scene has heard, and fails where that cannot be; nothing
 *     is changed then
 */
public record Joiner(
        String me,
        Consumer<Batch> outbox,
        Optional<SceneSnapshot> begun,
        Consumer<VersionVector> check) {}
