// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Schema;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The fields in which two values of one component differ, as small as they can be told apart.
 *
 * <p>A list that became longer or shorter counts as one field, and so do a rotation and a one-of
 * that chose another case.
 */
final class FieldDiff {
    private final List<FieldPath> paths = new ArrayList<>();

    private FieldDiff() {}

    /**
     * The paths of what was changed; for a new component all of its fields. More or longer ones
     * than others take count as the whole.
     */
    static List<FieldPath> paths(Optional<Value> before, Value after) {
        var diff = new FieldDiff();
        for (var part : ValueDiff.of(before, Optional.of(after))) {
            if (part.before().isEmpty() && part.after().isPresent()) {
                diff.add(part.path(), part.after().get());
            } else {
                diff.paths.add(part.path());
            }
        }
        return BatchCodec.takes(diff.paths) ? diff.paths : List.of(FieldPath.WHOLE);
    }

    private void add(FieldPath path, Value value) {
        boolean hasFields =
                value instanceof Value.Fields fields
                        && !fields.fields().isEmpty()
                        && fields.get(Schema.OneOf.CASE).isEmpty()
                        && !FieldMerge.isRotation(fields);
        if (hasFields) {
            value.members().forEach((name, field) -> add(path.child(name), field));
        } else {
            paths.add(path);
        }
    }

    /**
     * A value with one field written or taken away; nothing where the value has no such place.
     *
     * <p>Structs on the way are made where they are missing, but not within a one-of: what was
     * written into one case has no place in another.
     */
    static Optional<Value> written(Value value, FieldPath path, Optional<Value> field) {
        if (path.isEmpty()) {
            return field;
        }
        return switch (value) {
            case Value.Fields fields -> inStruct(fields, path, field);
            case Value.Items items ->
                    items.at(FieldPath.of(path.first()))
                            .flatMap(item -> written(item, path.rest(), field))
                            .map(item -> items.with(FieldPath.of(path.first()), item));
            case Value.Flag f -> Optional.empty();
            case Value.Num n -> Optional.empty();
            case Value.Text t -> Optional.empty();
            case Value.Nothing n -> Optional.empty();
        };
    }

    private static Optional<Value> inStruct(
            Value.Fields fields, FieldPath path, Optional<Value> field) {
        var name = FieldPath.of(path.first());
        var child = fields.get(path.first());
        boolean isLast = path.steps().size() == 1;
        if (isLast) {
            return Optional.of(
                    field.map(f -> fields.with(name, f)).orElseGet(() -> fields.without(name)));
        }
        if (child.isEmpty() && (field.isEmpty() || fields.get(Schema.OneOf.CASE).isPresent())) {
            return Optional.empty();
        }
        return written(child.orElse(Value.EMPTY), path.rest(), field)
                .map(part -> fields.with(name, part));
    }
}
