// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Schema;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes a write back field by field: only where the field still holds what was written. */
final class FieldMerge {
    private static final Set<String> QUATERNION = Set.of("x", "y", "z", "w");

    private FieldMerge() {}

    /** What a value becomes when a write is taken back; absent values count like others. */
    static Optional<Value> undo(Step.Diff diff, Optional<Value> current) {
        if (current.equals(diff.after())) {
            return diff.before();
        }
        boolean isDivisible =
                diff.before().isPresent() && diff.after().isPresent() && current.isPresent();
        return isDivisible
                ? Optional.of(parts(diff.before().get(), diff.after().get(), current.get()))
                : current;
    }

    private static Value parts(Value before, Value after, Value current) {
        if (before instanceof Value.Fields b
                && after instanceof Value.Fields a
                && current instanceof Value.Fields c) {
            return isDivisible(b, a) && isDivisible(a, c) ? fields(b, a, c) : current;
        }
        if (before instanceof Value.Items(var b)
                && after instanceof Value.Items(var a)
                && current instanceof Value.Items(var c)) {
            return b.size() == a.size() && a.size() == c.size() ? items(b, a, c) : current;
        }
        return current;
    }

    /**
     * Whether two values differ field by field. The content of another case of a one-of has nothing
     * to do with ours, and the parts of two rotations make no third one.
     */
    static boolean isDivisible(Value.Fields one, Value.Fields other) {
        return one.get(Schema.OneOf.CASE).equals(other.get(Schema.OneOf.CASE))
                && !isRotation(one)
                && !isRotation(other);
    }

    static boolean isRotation(Value.Fields value) {
        return value.fields().keySet().equals(QUATERNION);
    }

    private static Value fields(Value.Fields before, Value.Fields after, Value.Fields current) {
        var names = new LinkedHashSet<>(after.fields().keySet());
        names.addAll(before.fields().keySet());
        Value result = current;
        for (String name : names) {
            var field = current.get(name);
            var undone = undo(new Step.Diff(before.get(name), after.get(name)), field);
            if (!before.get(name).equals(after.get(name)) && !undone.equals(field)) {
                var path = FieldPath.of(name);
                result =
                        undone.isPresent() ? result.with(path, undone.get()) : result.without(path);
            }
        }
        return result;
    }

    private static Value items(List<Value> before, List<Value> after, List<Value> current) {
        var result = new ArrayList<Value>();
        for (int i = 0; i < current.size(); i++) {
            var diff = new Step.Diff(Optional.of(before.get(i)), Optional.of(after.get(i)));
            result.add(
                    diff.isNothing()
                            ? current.get(i)
                            : undo(diff, Optional.of(current.get(i))).orElseThrow());
        }
        return new Value.Items(result);
    }
}
