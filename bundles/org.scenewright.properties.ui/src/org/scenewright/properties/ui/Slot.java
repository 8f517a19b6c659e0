// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.scenewright.scene.FieldRules;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Schema;
import org.scenewright.schema.Title;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.util.Optional;

/**
 * One field of a subject: where its value is, and what holds while there is none.
 *
 * @param label what stands before it
 * @param schema the shape by which the document checks it
 * @param initial the value that holds while the field is absent; null where nobody has said so
 */
record Slot(Subject subject, FieldPath path, String label, Schema schema, Value initial) {
    private static final int LONGEST = 60;

    /** This field of what its subject stands for now. */
    Slot now() {
        return new Slot(subject.now(), path, label, schema, initial);
    }

    Shown shown() {
        return subject.shown(path);
    }

    /** What a person sees and starts from while the field is absent. */
    Value fallback() {
        boolean unsaid = initial instanceof Value.Nothing;
        return unsaid && schema instanceof Schema.Maybe(var inner) ? inner.initial() : initial;
    }

    /** The common value or the fallback. */
    Value value() {
        return shown().or(fallback());
    }

    /** Whether any of the entities has a value here. */
    boolean isThere() {
        var shown = shown();
        return !shown.isAbsent() && !(shown.or(Value.EMPTY) instanceof Value.Nothing);
    }

    /** What sentences call it: "Material \u203a Pbr \u203a Metallic". */
    String name() {
        return Title.of(subject.title(), path.steps());
    }

    private static boolean isIndex(String step) {
        return step.matches("[0-9]{1,9}");
    }

    /** What stands here as it is, where it is nothing that a field of its sort can show. */
    Optional<String> raw(Class<? extends Value> sort) {
        boolean isOther =
                shown() instanceof Shown.Same(var value)
                        && !sort.isInstance(value)
                        && !(value instanceof Value.Nothing);
        return isOther ? Optional.of(spelled()) : Optional.empty();
    }

    /** What stands here as the file says it, not endlessly. */
    private String spelled() {
        String json = ValueJson.print(value());
        return json.length() <= LONGEST ? json : json.substring(0, LONGEST) + "\u2026";
    }

    /** Why what stands here does not fit its schema, if so. */
    Optional<String> misfit() {
        return switch (shown()) {
            case Shown.Absent a -> Optional.empty();
            case Shown.Same(var value) -> misfit(value).map(why -> why + "\nIt is " + spelled());
            case Shown.Mixed m ->
                    subject.shown(path, v -> Optional.of(Value.of(misfit(v).isEmpty())))
                                    .or(Value.of(false))
                                    .equals(Value.of(true))
                            ? Optional.empty()
                            : Optional.of(name() + " does not fit in some of the entities");
        };
    }

    private Optional<String> misfit(Value value) {
        return FieldRules.misfit(name(), schema, value);
    }

    void write(Value value) {
        write(value, 0);
    }

    void write(Value value, long gesture) {
        subject.write(path, value, gesture);
    }

    /** What writes what the running scene has here into the document, where that differs. */
    Optional<Runnable> keeping() {
        return subject.keeping(path);
    }

    /** Whether any of the entities has something else than what it starts from. */
    boolean differs() {
        return switch (shown()) {
            case Shown.Mixed m -> true;
            case Shown.Absent a -> false;
            // Not as a pattern within the pattern: ECJ 3.46 takes one of no components for any.
            case Shown.Same(var value) ->
                    !(value instanceof Value.Nothing)
                            && !isSame(value, initial)
                            && !isTurned(value);
        };
    }

    /** The same rotation has two signs and any length. */
    private boolean isTurned(Value value) {
        var shape = schema instanceof Schema.Maybe(var inner) ? inner : schema;
        return shape.equals(new Schema.Vector(Schema.VectorKind.QUATERNION))
                && value instanceof Value.Fields
                && Euler.of(value).isSameRotation(Euler.of(fallback()));
    }

    /** What says nothing of a part is at its default there; singles are as good as doubles. */
    private static boolean isSame(Value value, Value initial) {
        return switch (value) {
            case Value.Num(var number) ->
                    initial instanceof Value.Num(var other) && (float) number == (float) other;
            case Value.Fields(var fields) ->
                    initial instanceof Value.Fields(var others)
                            && fields.entrySet().stream()
                                    .allMatch(
                                            field ->
                                                    Optional.ofNullable(others.get(field.getKey()))
                                                            .filter(
                                                                    o ->
                                                                            isSame(
                                                                                    field
                                                                                            .getValue(),
                                                                                    o))
                                                            .isPresent());
            case Value.Flag f -> f.equals(initial);
            case Value.Text t -> t.equals(initial);
            case Value.Nothing n -> n.equals(initial);
            case Value.Items i -> i.equals(initial);
        };
    }

    /** Takes back what it starts from: what may be absent is taken away. */
    void reset() {
        boolean isItem = !path.isEmpty() && isIndex(path.steps().getLast());
        boolean mayBeAbsent = schema instanceof Schema.Maybe && !isItem;
        boolean none = schema instanceof Schema.OneOf && initial.equals(Value.EMPTY) && !isItem;
        if (mayBeAbsent || none) {
            subject.erase(path);
        } else {
            write(fallback());
        }
    }

    /** Why the document would refuse this value here, if so. */
    Optional<String> objection(Value value) {
        var before =
                shown() instanceof Shown.Same(var now) ? Optional.of(now) : Optional.<Value>empty();
        return FieldRules.objection(name(), schema, value, before);
    }

    /** Whether nothing is something else here than what it starts from when it is set. */
    boolean tellsAbsence() {
        return subject.tellsAbsence() && subject.special(path).isEmpty();
    }

    /** The same field of which nobody has said what holds while it is absent. */
    Slot unsaid() {
        return new Slot(subject, path, label, schema, new Value.Nothing());
    }

    Slot part(String step, String label, Schema schema, Value initial) {
        return new Slot(subject, path.child(step), label, schema, initial);
    }

    /** The same field without a label of its own. */
    Slot bare() {
        return new Slot(subject, path, "", schema, initial);
    }
}
