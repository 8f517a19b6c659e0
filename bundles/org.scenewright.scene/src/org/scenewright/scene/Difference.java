// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.List;
import java.util.Optional;

/**
 * One field that two states of a scene have different values of.
 *
 * <p>What came or went as a whole is one difference with the empty path. Two things have no field
 * of their own: the order of siblings is {@code children} of {@code inspector::Nodes} of their
 * parent, and {@code scene.json} counts as a component of the root.
 *
 * @param entity the entity
 * @param component the component; empty where the entity itself, without any component, came or
 *     went
 * @param path the way into the component; empty for all of it
 * @param before the value in the first state, empty where there was none
 * @param after the value in the second state, empty where there is none
 */
public record Difference(
        Entity entity,
        String component,
        FieldPath path,
        Optional<Value> before,
        Optional<Value> after) {

    /** What changes from one state of a scene to another; by entity, then in the order of files. */
    public static List<Difference> between(SceneSnapshot before, SceneSnapshot after) {
        return new Comparison(before, after).list();
    }
}
