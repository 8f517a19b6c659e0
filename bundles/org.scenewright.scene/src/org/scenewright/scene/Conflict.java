// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.util.Optional;

/**
 * A field that two sides made different things of; a merge keeps ours and tells it.
 *
 * @param entity the entity, the root for {@code scene.json} and what belongs to no entity
 * @param component the component; empty for the entity as a whole
 * @param path the way into the component, in the merged value; empty for all of it
 * @param base what it was, empty where it was not there
 * @param ours what we made of it and what stays, empty where we deleted it
 * @param theirs what they made of it, empty where they deleted it
 */
public record Conflict(
        Entity entity,
        String component,
        FieldPath path,
        Optional<Value> base,
        Optional<Value> ours,
        Optional<Value> theirs) {

    private static final int MOST_SHOWN = 60;

    static Conflict of(Step.Cell cell, FieldPath path, ValueMerge.Sides sides) {
        return new Conflict(
                cell.entity(), cell.component(), path, sides.base(), sides.ours(), sides.theirs());
    }

    /** The component and the field, as problems name it. */
    public String field() {
        return component.isEmpty() || path.isEmpty() ? component : component + "." + path;
    }

    /** This conflict as the command line prints it. */
    public Value toValue() {
        var fields = new Place(entity, component, path).fields();
        fields.put("base", Place.orNull(base));
        fields.put("ours", Place.orNull(ours));
        fields.put("theirs", Place.orNull(theirs));
        return new Value.Fields(fields);
    }

    /** What happened, as a sentence that names the entity as a scene does. */
    public String sentence(SceneSnapshot scene) {
        String what = field().isEmpty() ? "the entity" : field();
        return "\""
                + scene.name(entity)
                + "\" ("
                + entity
                + "): "
                + what
                + " was changed on both sides; it stays "
                + shown(ours)
                + ", the other side has "
                + shown(theirs)
                + ".";
    }

    static String shown(Optional<Value> value) {
        String text = value.map(ValueJson::print).orElse("deleted");
        return text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN - 1) + "…" : text;
    }
}
