// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Schema;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.Value;

import java.util.Optional;

/**
 * Edits of one component; each answers with what speaks against it, and then has changed nothing.
 */
final class Writing {
    private final Draft draft;
    private final EntityRules rules;

    Writing(Draft draft, EntityRules rules) {
        this.draft = draft;
        this.rules = rules;
    }

    Optional<String> set(Edit.Set edit) {
        return rules.writable(edit.entity(), edit.component())
                .or(() -> known(edit.entity(), edit.component()))
                .or(() -> rules.attempt(edit.entity(), () -> setPart(edit)));
    }

    private Optional<String> setPart(Edit.Set edit) {
        var schema = draft.schema(edit.component());
        var current = draft.now().value(edit.entity(), edit.component());
        var check = new FieldCheck(edit.component());
        var before = current.flatMap(value -> value.at(edit.path()));
        var part = Parts.schema(schema, edit.path());
        check.check(part, edit.value(), before, edit.path());
        var start = current.or(() -> type(edit.component()).map(ComponentType::initial));
        var value = with(edit, schema, start, Completion.of(part, edit.value()));
        check.check(schema, value, start, FieldPath.WHOLE);
        return write(edit.entity(), edit.component(), value);
    }

    private static Value with(Edit.Set edit, Schema schema, Optional<Value> start, Value part) {
        try {
            return Parts.with(schema, start, edit.path(), part);
        } catch (SchemaException nowhere) {
            throw new SchemaException(
                    edit.component()
                            + "."
                            + edit.path()
                            + " cannot be set: "
                            + nowhere.getMessage());
        }
    }

    Optional<String> unset(Edit.Unset edit) {
        return rules.writable(edit.entity(), edit.component())
                .or(() -> has(edit.entity(), edit.component()))
                .or(() -> rules.attempt(edit.entity(), () -> unsetPart(edit)));
    }

    private Optional<String> unsetPart(Edit.Unset edit) {
        var current = draft.now().value(edit.entity(), edit.component()).orElseThrow();
        boolean isThere = !edit.path().isEmpty() && current.at(edit.path()).isPresent();
        return EntityRules.unless(
                        isThere,
                        edit.component()
                                + " of "
                                + rules.quoted(edit.entity())
                                + " has no "
                                + edit.path())
                .or(
                        () ->
                                EntityRules.unless(
                                        mayBeAbsent(edit.component(), edit.path()),
                                        edit.component()
                                                + "."
                                                + edit.path()
                                                + " cannot be left out"))
                .or(() -> write(edit.entity(), edit.component(), current.without(edit.path())));
    }

    private boolean mayBeAbsent(String component, FieldPath path) {
        if (Parts.schema(draft.schema(component), path.parent()) instanceof Schema.Items) {
            return true;
        }
        return switch (Parts.schema(draft.schema(component), path)) {
            case Schema.Maybe m -> true;
            case Schema.OneOf o -> true;
            case Schema.Opaque o -> true;
            case Schema.Flag f -> false;
            case Schema.Number n -> false;
            case Schema.Text t -> false;
            case Schema.Choice c -> false;
            case Schema.Mask m -> false;
            case Schema.Vector v -> false;
            case Schema.EntityReference e -> false;
            case Schema.Items i -> false;
            case Schema.Struct s -> false;
        };
    }

    Optional<String> put(Edit.Put edit) {
        return rules.writable(edit.entity(), edit.component())
                .or(() -> known(edit.entity(), edit.component()))
                .or(
                        () ->
                                rules.attempt(
                                        edit.entity(),
                                        () -> {
                                            var before =
                                                    draft.now()
                                                            .value(edit.entity(), edit.component());
                                            check(edit.component(), edit.value(), before);
                                            var schema = draft.schema(edit.component());
                                            return write(
                                                    edit.entity(),
                                                    edit.component(),
                                                    Completion.of(schema, edit.value()));
                                        }));
    }

    /**
     * Checks the whole value of a component.
     *
     * @throws SchemaException when it does not fit
     */
    void check(String component, Value value, Optional<Value> before) {
        new FieldCheck(component).check(draft.schema(component), value, before, FieldPath.WHOLE);
    }

    Optional<String> remove(Edit.Remove edit) {
        return rules.writable(edit.entity(), edit.component())
                .or(() -> has(edit.entity(), edit.component()))
                .or(
                        () ->
                                EntityRules.unless(
                                        edit.entity().isReserved()
                                                || draft.now().components(edit.entity()).size() > 1,
                                        edit.component()
                                                + " is all that "
                                                + rules.quoted(edit.entity())
                                                + " has; delete the entity instead"))
                .or(() -> write(edit.entity(), edit.component(), Optional.empty()));
    }

    Optional<String> rename(Edit.Rename edit) {
        String name = edit.name().strip();
        return EntityRules.unless(!name.isEmpty(), "A name needs at least one character")
                .or(
                        () ->
                                set(
                                        new Edit.Set(
                                                edit.entity(),
                                                SceneSnapshot.NAME,
                                                FieldPath.of("value"),
                                                Value.of(name))));
    }

    Optional<String> configure(Edit.Configure edit) {
        return rules.attempt(
                Entity.ROOT,
                () -> {
                    new FieldCheck("scene.json")
                            .check(
                                    new Schema.Opaque(""),
                                    edit.value(),
                                    Optional.empty(),
                                    edit.path());
                    draft.configure(draft.now().settings().with(edit.path(), edit.value()));
                    return Optional.empty();
                });
    }

    private Optional<ComponentType> type(String component) {
        return draft.now().types().find(component);
    }

    /**
     * Whether a component may be written: because its type is known and can be added, or because
     * the entity has it already.
     */
    Optional<String> known(Entity entity, String component) {
        if (draft.now().value(entity, component).isPresent()) {
            return Optional.empty();
        }
        return type(component)
                .map(type -> ComponentNames.objection(draft.now(), type))
                .orElse(
                        Optional.of(
                                "There is no component type \"" + component + "\" in this scene"));
    }

    private Optional<String> has(Entity entity, String component) {
        return EntityRules.unless(
                draft.now().value(entity, component).isPresent(),
                rules.quoted(entity) + " has no " + component);
    }

    private Optional<String> write(Entity entity, String component, Value value) {
        return write(entity, component, Optional.of(value));
    }

    private Optional<String> write(Entity entity, String component, Optional<Value> value) {
        return switch (component) {
            case SceneSnapshot.NAME -> {
                draft.write(entity, component, value.map(name -> unique(entity, name)));
                yield Optional.empty();
            }
            case SceneSnapshot.TRANSFORM -> transform(entity, value);
            default -> {
                draft.write(entity, component, value);
                yield Optional.empty();
            }
        };
    }

    private Value unique(Entity entity, Value name) {
        String text = name.text("value", "");
        boolean isOwn = draft.now().name(entity).equals(text);
        return isOwn || text.isEmpty()
                ? name
                : name.with(FieldPath.of("value"), Value.of(draft.ledger().unique(text)));
    }

    private Optional<String> transform(Entity entity, Optional<Value> value) {
        var wantedBefore = Hierarchy.wanted(draft.now(), entity);
        var wanted = Hierarchy.wanted(value);
        if (wanted.equals(wantedBefore)) {
            draft.write(entity, SceneSnapshot.TRANSFORM, value);
            return Optional.empty();
        }
        var objection = rules.fosters(wanted, entity);
        if (objection.isEmpty()) {
            draft.write(entity, SceneSnapshot.TRANSFORM, value);
            new Hierarchy(draft).settle(entity, wantedBefore);
        }
        return objection;
    }
}
