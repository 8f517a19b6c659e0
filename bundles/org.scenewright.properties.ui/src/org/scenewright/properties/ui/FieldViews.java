// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.scenewright.schema.Schema;

import java.util.stream.Stream;

/** From a schema to the controls that edit it: the one place that knows all shapes. */
final class FieldViews {
    private FieldViews() {}

    /** Adds the controls for a field to a form, with its sign where it has a label. */
    static FieldView create(Schema schema, Slot slot, Form form) {
        // One that may be absent and is simple looks as if it was always there, where the platform
        // says what holds while it is absent.
        if (schema instanceof Schema.Maybe(var inner) && !isTall(inner)) {
            return slot.tellsAbsence()
                    ? signed(schema, slot.unsaid(), form)
                    : create(inner, slot, form);
        }
        return signed(schema, slot, form);
    }

    private static FieldView signed(Schema schema, Slot slot, Form form) {
        int before = form.grid().getChildren().length;
        var view = special(schema, slot, form);
        return form.marks().of(slot).map(mark -> marked(view, mark, before)).orElse(view);
    }

    /** A view with its sign, for the controls of the sign's grid from one of them on. */
    static FieldView marked(FieldView view, Mark mark, int before) {
        var children = mark.label().getParent().getChildren();
        Stream.of(children).skip(before).forEach(child -> child.setData("mark", mark));
        mark.refresh();
        return new Marked(view, mark);
    }

    private static FieldView special(Schema schema, Slot slot, Form form) {
        return slot.subject()
                .special(slot.path())
                .map(shape -> special(shape, slot, form))
                .orElseGet(() -> byShape(schema, slot, form));
    }

    private static FieldView special(FieldShape shape, Slot slot, Form form) {
        return switch (shape) {
            case FieldShape.Choices choices -> ChoiceField.special(slot, form);
            case FieldShape.JsonText text -> new JsonTextField(slot, form);
        };
    }

    /** What the schema alone says. */
    static FieldView byShape(Schema schema, Slot slot, Form form) {
        return switch (schema) {
            case Schema.Flag flag -> new FlagField(slot, form);
            case Schema.Number(var kind, var unit) -> new NumberField(kind, unit, slot, form);
            case Schema.Text(var use) when use == Schema.TextUse.ASSET_PATH ->
                    new SourceField(slot, form);
            case Schema.Text(var use) -> new TextField(use, slot, form);
            case Schema.Choice(var options) -> ChoiceField.of(options, slot, form);
            case Schema.Mask(var bits) -> new MaskField(bits, slot, form);
            case Schema.Vector(var kind) -> vector(kind, slot, form);
            case Schema.EntityReference reference ->
                    slot.subject().about().isForeign(slot.path())
                            ? new NumberField(Schema.NumberKind.UINT32, "", slot, form)
                            : new EntityField(slot, form);
            case Schema.Items(var element) -> new ItemsField(element, slot, form);
            case Schema.Struct struct -> new StructField(struct, slot, form);
            case Schema.OneOf oneOf -> new OneOfField(oneOf, slot, form);
            case Schema.Maybe(var inner) ->
                    isTall(inner)
                            ? new MaybeField(inner, slot, form)
                            : new OptionalField(inner, slot, form);
            case Schema.Opaque opaque -> new JsonField(slot, form);
        };
    }

    private static FieldView vector(Schema.VectorKind kind, Slot slot, Form form) {
        return switch (kind) {
            case VECTOR2, VECTOR3 -> new VectorField(kind, slot, form);
            case QUATERNION -> new RotationField(slot, form);
            case COLOR3, COLOR4 -> new ColorField(kind, slot, form);
        };
    }

    /** Whether a field of this shape takes more than one row, so that its label stands above it. */
    static boolean isTall(Schema schema) {
        return switch (schema) {
            case Schema.Items i -> true;
            case Schema.Struct s -> true;
            case Schema.OneOf o -> true;
            case Schema.Mask m -> false;
            case Schema.Maybe(var inner) -> isTall(inner);
            case Schema.Flag f -> false;
            case Schema.Number n -> false;
            case Schema.Text t -> false;
            case Schema.Choice c -> false;
            case Schema.Vector v -> false;
            case Schema.EntityReference e -> false;
            case Schema.Opaque o -> false;
        };
    }
}
