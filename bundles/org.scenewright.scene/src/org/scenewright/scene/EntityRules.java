// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.SchemaException;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What must hold of entities before an edit may touch them; a rule answers with what speaks against
 * it.
 */
final class EntityRules {
    private final Draft draft;
    private final Origin by;

    EntityRules(Draft draft, Origin by) {
        this.draft = draft;
        this.by = by;
    }

    /** The first objection that a rule has to any of several. */
    static <T> Optional<String> firstOf(List<T> list, Function<T, Optional<String>> rule) {
        return list.stream().map(rule).flatMap(Optional::stream).findFirst();
    }

    /** How sentences call an entity. */
    String quoted(Entity entity) {
        String name = draft.now().name(entity);
        return "\"" + (name.length() > 60 ? name.substring(0, 59) + "…" : name) + "\"";
    }

    Optional<String> exists(Entity entity) {
        return unless(draft.now().holds(entity), "There is no entity " + entity + " in the scene");
    }

    Optional<String> writable(Entity entity, String component) {
        boolean isSwitch =
                component.equals(SceneSnapshot.LOCK) || component.equals(SceneSnapshot.HIDE);
        return exists(entity).or(() -> isSwitch ? Optional.empty() : unlocked(entity));
    }

    Optional<String> unlocked(Entity entity) {
        boolean isLocked =
                by.heedsLocks()
                        && draft.now()
                                .value(entity, SceneSnapshot.LOCK)
                                .filter(v -> v.flag("value", false))
                                .isPresent();
        return unless(!isLocked, quoted(entity) + " is locked; unlock it first");
    }

    /**
     * Whether an entity may be moved, copied or deleted: the root and what the renderer owns may
     * not.
     */
    Optional<String> movable(Entity entity) {
        return exists(entity)
                .or(
                        () ->
                                unless(
                                        !entity.isReserved(),
                                        quoted(entity)
                                                + " belongs to every scene and stays where it is"));
    }

    Optional<String> place(Edit.Place place) {
        return exists(place.parent())
                .or(() -> place.before().flatMap(sibling -> sibling(place.parent(), sibling)));
    }

    private Optional<String> sibling(Entity parent, Entity sibling) {
        boolean isChild =
                draft.now().holds(sibling)
                        && draft.now().parent(sibling).equals(parent)
                        && !sibling.equals(parent);
        return unless(isChild, quoted(sibling) + " is not a child of " + quoted(parent));
    }

    /** Whether a parent may be given to an entity. */
    Optional<String> fosters(Entity parent, Entity child) {
        return exists(parent)
                .or(
                        () ->
                                unless(
                                        !Hierarchy.isBelow(draft.now(), parent, child),
                                        quoted(child)
                                                + " cannot hang below "
                                                + (parent.equals(child)
                                                        ? "itself"
                                                        : quoted(parent)
                                                                + ", which is a part of it")));
    }

    /** Makes an edit of an entity, or tells which value does not fit. */
    Optional<String> attempt(Entity entity, Supplier<Optional<String>> edit) {
        try {
            return edit.get();
        } catch (SchemaException unfit) {
            return Optional.of(quoted(entity) + ": " + unfit.getMessage());
        }
    }

    static Optional<String> unless(boolean holds, String objection) {
        return holds ? Optional.empty() : Optional.of(objection);
    }
}
