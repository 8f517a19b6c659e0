// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.Value;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Tells one running scene which entities the player comes near to, where they ask for that with a
 * PointerEvents component; on the thread of the frames.
 */
final class Nearby {
    /** The numbers of the SDK. */
    static final int ENTER = 4;

    static final int LEAVE = 5;

    private Set<Entity> entered = Set.of();
    private Set<Entity> leaving = Set.of();

    /**
     * Tells of every entity that the player came near to or left since the last time.
     *
     * @param pointer by which all that happens to entities is told
     */
    void answer(PointerHits pointer, Answering telling) {
        var near = near(telling, ENTER);
        near.stream()
                .filter(entity -> !entered.contains(entity))
                .forEach(entity -> pointer.touch(entity, ENTER, telling));
        entered = near;
        var still = near(telling, LEAVE);
        leaving.stream()
                .filter(entity -> !still.contains(entity) && asks(telling, entity))
                .forEach(entity -> pointer.touch(entity, LEAVE, telling));
        leaving = still;
    }

    private static boolean asks(Answering telling, Entity entity) {
        return telling.scene().value(entity, PointerHits.EVENTS).stream()
                .flatMap(events -> events.items("pointerEvents").stream())
                .anyMatch(entry -> isOf(entry, LEAVE));
    }

    /** The entities near enough that ask for one kind of event. */
    private static Set<Entity> near(Answering telling, int kind) {
        var near = new LinkedHashSet<Entity>();
        telling.scene()
                .forEach(
                        PointerHits.EVENTS,
                        (entity, events) -> {
                            if (isNear(telling, entity, events, kind)) {
                                near.add(entity);
                            }
                        });
        return near;
    }

    private static boolean isNear(Answering telling, Entity entity, Value events, int kind) {
        return events.items("pointerEvents").stream()
                .filter(entry -> isOf(entry, kind))
                .anyMatch(
                        entry -> {
                            var place = telling.scene().worldPose(entity).position();
                            return PointerHits.isNear(telling.scene(), entry, place);
                        });
    }

    private static boolean isOf(Value entry, int kind) {
        return entry.number("eventType", 0) == kind;
    }
}
