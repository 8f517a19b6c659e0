// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** The smallest parts in which two values differ. */
final class ValueDiff {
    private final List<Part> parts = new ArrayList<>();

    private ValueDiff() {}

    /** A part that differs; empty on the side that does not have it. */
    record Part(FieldPath path, Optional<Value> before, Optional<Value> after) {}

    /**
     * The parts that differ. A list whose items are not the same ones in the same order is one
     * part; so are a rotation and a one-of of another case.
     */
    static List<Part> of(Optional<Value> before, Optional<Value> after) {
        var diff = new ValueDiff();
        diff.compare(FieldPath.WHOLE, before, after);
        return diff.parts;
    }

    private void compare(FieldPath path, Optional<Value> before, Optional<Value> after) {
        if (before.equals(after)) {
            return;
        }
        if (before.isPresent() && after.isPresent()) {
            compare(path, before.get(), after.get());
        } else {
            parts.add(new Part(path, before, after));
        }
    }

    private void compare(FieldPath path, Value before, Value after) {
        if (before instanceof Value.Fields b
                && after instanceof Value.Fields a
                && FieldMerge.isDivisible(b, a)) {
            fields(path, b, a);
        } else if (before instanceof Value.Items(var b)
                && after instanceof Value.Items(var a)
                && isInPlace(b, a)) {
            for (int i = 0; i < b.size(); i++) {
                compare(path.child(i), Optional.of(b.get(i)), Optional.of(a.get(i)));
            }
        } else {
            parts.add(new Part(path, Optional.of(before), Optional.of(after)));
        }
    }

    private void fields(FieldPath path, Value.Fields before, Value.Fields after) {
        var names = new LinkedHashSet<>(before.fields().keySet());
        names.addAll(after.fields().keySet());
        names.forEach(name -> compare(path.child(name), before.get(name), after.get(name)));
    }

    /** Whether every item of a list became the one at the same place of the other. */
    static boolean isInPlace(List<Value> before, List<Value> after) {
        int[] target = Alignment.of(before, after);
        boolean isInPlace = before.size() == after.size();
        for (int i = 0; isInPlace && i < target.length; i++) {
            isInPlace = target[i] == i;
        }
        return isInPlace;
    }
}
