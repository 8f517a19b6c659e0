// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.Value;

import java.util.HashMap;
import java.util.Map;

/** Tells one running scene how far its models are; on the thread of the frames. */
final class ModelStates {
    private static final String MODEL = "core::GltfContainer";
    private static final String STATE = "core::GltfContainerLoadingState";

    private final Bodies bodies;
    private Map<Entity, Bodies.Load> told = Map.of();

    ModelStates(Bodies bodies) {
        this.bodies = bodies;
    }

    /** Tells what is otherwise than the last time. */
    void answer(Answering answering) {
        var now = new HashMap<Entity, Bodies.Load>();
        answering.scene().forEach(MODEL, (entity, model) -> now.put(entity, bodies.model(entity)));
        now.forEach(
                (entity, load) -> {
                    if (load != told.get(entity)) {
                        var state = Value.fields("currentState", Value.of(load.ordinal()));
                        answering.out().put(entity, STATE, state);
                    }
                });
        told.keySet().stream()
                .filter(entity -> !now.containsKey(entity))
                .filter(answering.scene()::holds)
                .forEach(entity -> answering.out().remove(entity, STATE));
        told = now;
    }
}
