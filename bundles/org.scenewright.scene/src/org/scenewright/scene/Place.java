// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/** A field of a component of an entity, as lists of differences and conflicts name it. */
record Place(Entity entity, String component, FieldPath path) {

    /** The place that a path into a {@link Frame} means; what is of no entity is of the root. */
    static Place inFrame(FieldPath path) {
        var steps = path.steps();
        boolean isSection = steps.size() > 1 && steps.getFirst().equals(Frame.COMPONENTS);
        boolean isCell = isSection && steps.size() > 3 && steps.get(2).equals(Frame.DATA);
        var entity = isCell ? Entity.parse(steps.get(3)) : Optional.<Entity>empty();
        int rest = entity.isPresent() ? 4 : isSection ? 2 : 0;
        return new Place(
                entity.orElse(Entity.ROOT),
                isSection ? steps.get(1) : "",
                new FieldPath(steps.subList(rest, steps.size())));
    }

    /** The object that the command line prints, up to the values. */
    SequencedMap<String, Value> fields() {
        var fields = new LinkedHashMap<String, Value>();
        fields.put("entity", Value.of(entity.toLong()));
        fields.put("component", Value.of(component));
        fields.put("path", Value.of(path.toString()));
        return fields;
    }

    /** What stands for a value in such an object. */
    static Value orNull(Optional<Value> value) {
        return value.orElseGet(Value.Nothing::new);
    }
}
