// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Merges what two sides made of one value, field by field; where both changed the same field
 * differently, ours stays and the clash is told.
 */
final class ValueMerge {
    private final Consumer<Clash> clashes;

    ValueMerge(Consumer<Clash> clashes) {
        this.clashes = clashes;
    }

    /** What three states hold in one place; empty where they hold nothing. */
    record Sides(Optional<Value> base, Optional<Value> ours, Optional<Value> theirs) {

        /** What holds where no more than one side changed anything. */
        Optional<Optional<Value>> agreed() {
            if (ours.equals(theirs) || base.equals(theirs)) {
                return Optional.of(ours);
            }
            return base.equals(ours) ? Optional.of(theirs) : Optional.empty();
        }
    }

    /** A place that both sides changed, and not alike. */
    record Clash(FieldPath path, Sides sides) {}

    Optional<Value> merge(Sides sides) {
        return merge(FieldPath.WHOLE, sides);
    }

    Optional<Value> merge(FieldPath path, Sides sides) {
        return sides.agreed().orElseGet(() -> parts(path, sides).or(() -> clash(path, sides)));
    }

    private Optional<Value> clash(FieldPath path, Sides sides) {
        clashes.accept(new Clash(path, sides));
        return sides.ours();
    }

    /** The value merged part by part; nothing where it has no parts that could be told apart. */
    private Optional<Value> parts(FieldPath path, Sides sides) {
        if (sides.ours().isEmpty() || sides.theirs().isEmpty()) {
            return Optional.empty();
        }
        var ours = sides.ours().get();
        var theirs = sides.theirs().get();
        if (ours instanceof Value.Fields o
                && theirs instanceof Value.Fields t
                && FieldMerge.isDivisible(o, t)) {
            return ancestor(sides.base(), o).map(base -> fields(path, base, sides));
        }
        boolean isList = sides.base().filter(base -> !(base instanceof Value.Items)).isEmpty();
        return ours instanceof Value.Items && theirs instanceof Value.Items && isList
                ? new ListMerge(this, path, sides).merge()
                : Optional.empty();
    }

    /** What the fields of both sides come from; another case of a one-of has none of them. */
    private static Optional<Value.Fields> ancestor(Optional<Value> base, Value.Fields ours) {
        if (base.isEmpty()) {
            return Optional.of(Value.EMPTY);
        }
        return base.get() instanceof Value.Fields fields
                ? Optional.of(FieldMerge.isDivisible(fields, ours) ? fields : Value.EMPTY)
                : Optional.empty();
    }

    private Value fields(FieldPath path, Value.Fields base, Sides sides) {
        var ours = sides.ours().orElse(Value.EMPTY);
        var theirs = sides.theirs().orElse(Value.EMPTY);
        var names = new LinkedHashSet<>(ours.members().keySet());
        names.addAll(theirs.members().keySet());
        names.addAll(base.members().keySet());
        Value result = ours;
        for (String name : names) {
            var step = FieldPath.of(name);
            var field = new Sides(base.get(name), ours.at(step), theirs.at(step));
            var merged = merge(path.child(name), field);
            if (!merged.equals(field.ours())) {
                var now = result;
                result =
                        merged.map(part -> now.with(step, part)).orElseGet(() -> now.without(step));
            }
        }
        return result;
    }
}
