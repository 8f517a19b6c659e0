// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.List;
import java.util.Optional;

/** What a person would call an edit, for the menu entries of undo and redo. */
final class Labels {
    private final SceneSnapshot before;

    Labels(SceneSnapshot before) {
        this.before = before;
    }

    String of(Edit edit) {
        return switch (edit) {
            case Edit.Spawn(var name, var place, var components) -> "Add " + name;
            case Edit.Despawn(var entities) -> "Delete " + all(entities);
            case Edit.Set(var entity, var component, var path, var value) ->
                    set(entity, component, path, value);
            case Edit.Unset(var entity, var component, var path) -> change(entity, component);
            case Edit.Put(var entity, var component, var value) -> put(entity, component, value);
            case Edit.Remove(var entity, var component) ->
                    "Remove " + plain(component) + " from " + name(entity);
            case Edit.Rename(var entity, var name) -> "Rename " + name(entity);
            case Edit.Reparent(var entities, var place) -> "Move " + all(entities) + " in Tree";
            case Edit.Duplicate(var entities) -> "Duplicate " + all(entities);
            case Edit.Paste(var fragment, var place) -> "Paste " + paste(fragment);
            case Edit.Instance(var item, var placement) -> "Add " + placement.name();
            case Edit.Configure c -> "Edit Scene Settings";
            case Edit.Migrate(var component, var policy) -> "Update " + plain(component);
            case Edit.All(var label, var edits) -> label.isEmpty() ? first(edits) : label;
        };
    }

    private String first(List<Edit> edits) {
        return edits.isEmpty() ? "Edit" : of(edits.getFirst());
    }

    private String set(Entity entity, String component, FieldPath path, Value value) {
        String field = path.isEmpty() ? "" : path.first();
        return switch (component + "." + field) {
            case SceneSnapshot.TRANSFORM + ".position" -> "Move " + name(entity);
            case SceneSnapshot.TRANSFORM + ".rotation" -> "Rotate " + name(entity);
            case SceneSnapshot.TRANSFORM + ".scale" -> "Scale " + name(entity);
            case SceneSnapshot.TRANSFORM + ".parent" -> "Move " + name(entity) + " in Tree";
            case SceneSnapshot.NAME + ".value" -> "Rename " + name(entity);
            case SceneSnapshot.HIDE + ".value" -> toggle("Hide ", "Show ", value) + name(entity);
            case SceneSnapshot.LOCK + ".value" -> toggle("Lock ", "Unlock ", value) + name(entity);
            default -> change(entity, component);
        };
    }

    private static String toggle(String on, String off, Value value) {
        return value.flag("", false) ? on : off;
    }

    private String put(Entity entity, String component, Value value) {
        boolean isToggle =
                component.equals(SceneSnapshot.HIDE) || component.equals(SceneSnapshot.LOCK);
        if (isToggle) {
            return set(
                    entity,
                    component,
                    FieldPath.of("value"),
                    value.at(FieldPath.of("value")).orElse(value));
        }
        return change(entity, component);
    }

    private String change(Entity entity, String component) {
        boolean has = before.value(entity, component).isPresent();
        return (has ? "Edit " + plain(component) + " of " : "Add " + plain(component) + " to ")
                + name(entity);
    }

    private String paste(Fragment fragment) {
        var tops = fragment.items().stream().filter(item -> item.parent().isEmpty()).toList();
        return tops.size() == 1 ? tops.getFirst().name() : tops.size() + " entities";
    }

    private String all(List<Entity> entities) {
        return entities.size() == 1 ? name(entities.getFirst()) : entities.size() + " entities";
    }

    private String name(Entity entity) {
        return before.name(entity);
    }

    /** A component's name as menus show it: {@code MeshRenderer}. */
    private static String plain(String component) {
        return component.substring(component.lastIndexOf(':') + 1);
    }

    /** Labels are for menus; a name that somebody pasted must not blow one up. */
    static String limited(String label) {
        return label.length() <= 80 ? label : label.substring(0, 79) + "…";
    }

    static Optional<String> shown(Optional<Step> step) {
        return step.map(Step::label);
    }
}
