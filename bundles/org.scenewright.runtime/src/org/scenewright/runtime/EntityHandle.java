// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.crdt.Entity;

import java.util.Optional;

/**
 * An entity of an open scene: what selections are made of, so that every view understands every
 * other's selection.
 *
 * @param play where it is one of the scene as it runs and not of the document
 */
public record EntityHandle(SceneSession session, Entity entity, Optional<Play> play) {

    /** An entity of the document. */
    public EntityHandle(SceneSession session, Entity entity) {
        this(session, entity, Optional.empty());
    }
}
