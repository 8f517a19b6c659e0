// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

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

    /**
     * Whether another one is of the same field, and to the same value, whatever was there before.
     */
    public boolean isToTheSame(Difference other) {
        return entity.equals(other.entity)
                && component.equals(other.component)
                && path.equals(other.path)
                && after.equals(other.after);
    }

    /** What changes from one state of a scene to another; by entity, then in the order of files. */
    public static List<Difference> between(SceneSnapshot before, SceneSnapshot after) {
        return new Comparison(before, after).list();
    }

    /**
     * What changes from one composite to another; schemas, unknown keys and cells that no document
     * knows come last.
     */
    public static List<Difference> between(CompositeFile before, CompositeFile after) {
        var was = before.fill(SceneSnapshot.empty(before.types()));
        var is = after.fill(SceneSnapshot.empty(after.types()));
        var list = new ArrayList<>(between(was, is));
        var frames =
                ValueDiff.of(
                        Optional.of(Frame.of(before.whole(), was, UnaryOperator.identity())),
                        Optional.of(Frame.of(after.whole(), is, UnaryOperator.identity())));
        for (var part : frames) {
            var place = Place.inFrame(part.path());
            boolean isEmpty =
                    place.path().isEmpty() && part.before().isEmpty() != part.after().isEmpty();
            // A component that comes or goes is told by its values, where it has any.
            if (!isEmpty || list.stream().noneMatch(d -> d.component().equals(place.component()))) {
                list.add(
                        new Difference(
                                place.entity(),
                                place.component(),
                                place.path(),
                                part.before(),
                                part.after()));
            }
        }
        return list;
    }

    /** What changes from one {@code scene.json} to another. */
    public static List<Difference> ofSettings(Value before, Value after) {
        return ValueDiff.of(Optional.of(before), Optional.of(after)).stream()
                .map(
                        part ->
                                new Difference(
                                        Entity.ROOT,
                                        Comparison.SETTINGS,
                                        part.path(),
                                        part.before(),
                                        part.after()))
                .toList();
    }

    /** This difference as the command line prints it. */
    public Value toValue() {
        var fields = new Place(entity, component, path).fields();
        fields.put("before", Place.orNull(before));
        fields.put("after", Place.orNull(after));
        return new Value.Fields(fields);
    }
}
