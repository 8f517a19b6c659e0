// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.ComponentId;
import org.scenewright.crdt.CrdtCell;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.Value;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

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
        scene.follow(Fork::admit, Origin.USER);
    }

    private static void admit(Draft draft) {
        Stream.of(Entity.PLAYER, Entity.CAMERA)
                .filter(entity -> !draft.now().holds(entity))
                .forEach(entity -> draft.spawn(entity, Entity.ROOT, OrderKey.unranked(entity)));
    }

    /**
     * Shows what a renderer answers the code, which is no part of any document and merged by
     * nobody.
     *
     * @param answers values of components; nothing for one that is gone. Entities that are not
     *     there are left out
     */
    public Changes show(Map<Slot, Optional<Value>> answers, Origin origin) {
        return scene.follow(
                draft -> answers.forEach((slot, value) -> show(draft, slot, value)), origin);
    }

    private static void show(Draft draft, Slot slot, Optional<Value> value) {
        if (draft.now().holds(slot.entity())) {
            draft.write(slot.entity(), slot.component(), value);
        }
    }

    /** Takes over what the document says in {@code scene.json} by now. */
    public Changes configure(Value settings, Origin origin) {
        return scene.follow(draft -> draft.configure(settings), origin);
    }

    /** A component of an entity, by its name. */
    public record Slot(Entity entity, String component) {}

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
        return References.to(target).follow(type.schema(), value);
    }
}
