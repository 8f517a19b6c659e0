// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.ComponentId;
import org.scenewright.crdt.CrdtCell;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.Value;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a document becomes while the code of its scene runs: it follows plain messages alone, has no
 * history, and the document knows nothing of it. It belongs to one thread.
 *
 * <p>Player and camera are entities of it, as code hangs others below them.
 */
public final class Fork {
    private final Scene scene;

    public Fork(SceneSnapshot document) {
        scene = new Scene(document);
        scene.admit(List.of(Entity.PLAYER, Entity.CAMERA));
    }

    public SceneSnapshot snapshot() {
        return scene.snapshot();
    }

    /** As {@link Scene#merge(ByteBuffer, Origin)}. */
    public Merged merge(ByteBuffer plain, Origin origin) {
        return scene.merge(plain, origin);
    }

    /**
     * The same, of messages whose values somebody read before; what was read by other types than
     * the fork has by now is read again.
     */
    public Merged merge(ByteBuffer plain, Decoded values, Origin origin) {
        return scene.merge(plain, values, origin);
    }

    /** As {@link Scene#declare}. */
    public Changes declare(ComponentTypes project) {
        return scene.declare(project);
    }

    /**
     * What was said last of a component, whether or not the scene knows it; nothing for one that is
     * as it was in the beginning. The view holds until something is merged.
     */
    public Optional<CrdtCell> heard(Entity entity, ComponentId component) {
        return scene.plain().cell(entity, component);
    }

    /** Whether an entity was deleted for good, so that nothing is heard of it any more. */
    public boolean isDeleted(Entity entity) {
        return scene.plain().isDeleted(entity);
    }

    /** A value with its references to entities, but for the root, leading elsewhere. */
    public static Value referring(ComponentType type, Value value, UnaryOperator<Entity> target) {
        return new References(target).follow(type.schema(), value);
    }
}
