// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.crdt.Entity;
import org.scenewright.scene.SceneSnapshot;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Which entity of the document is which entity of the running scene: the same, but for those that
 * people brought into being since, whose numbers the script may use itself. Any thread may ask.
 */
final class Counterparts {
    private final SceneSnapshot start;
    private final Map<Entity, Entity> running = new ConcurrentHashMap<>();
    private final Map<Entity, Entity> documents = new ConcurrentHashMap<>();
    private final Set<Entity> ended = ConcurrentHashMap.newKeySet();
    // Scripts count upwards and use again only what they deleted.
    private int next = Entity.LAST_NUMBER;

    /**
     * @param start the document as it was when the script began
     */
    Counterparts(SceneSnapshot start) {
        this.start = start;
    }

    /** The entity of the running scene that stands for one of the document. */
    Entity running(Entity document) {
        return running.getOrDefault(document, document);
    }

    /** The entity of the document that one of the running scene stands for, if there is one. */
    Optional<Entity> document(Entity entity) {
        boolean isOfStart =
                start.holds(entity) && !ended.contains(entity) && !running.containsKey(entity);
        return Optional.ofNullable(documents.get(entity))
                .or(() -> Optional.of(entity).filter(e -> isOfStart || e.isReserved()));
    }

    /**
     * Finds a number for an entity that came into being in the document.
     *
     * @param isFree whether nobody uses a number in the running scene, or did
     * @return false where there is none left
     */
    boolean spawned(Entity document, Predicate<Entity> isFree) {
        while (next >= Entity.FIRST_FREE_NUMBER && !isFree.test(Entity.of(next, 0))) {
            next--;
        }
        if (next < Entity.FIRST_FREE_NUMBER) {
            return false;
        }
        var entity = Entity.of(next--, 0);
        running.put(document, entity);
        documents.put(entity, document);
        return true;
    }

    /** Forgets an entity that is gone from the document. */
    void despawned(Entity document) {
        var entity = running.remove(document);
        if (entity == null) {
            ended.add(document);
        } else {
            documents.remove(entity);
        }
    }
}
