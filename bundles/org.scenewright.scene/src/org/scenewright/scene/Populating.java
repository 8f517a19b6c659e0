// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Edits that bring entities into being and end them. */
final class Populating {
    static final String FULL = "The scene is full: it cannot hold more than 65,023 entities";

    private final Draft draft;
    private final EntityRules rules;
    private final Writing writing;

    Populating(Draft draft, EntityRules rules) {
        this.draft = draft;
        this.rules = rules;
        this.writing = new Writing(draft, rules);
    }

    Optional<String> spawn(Edit.Spawn edit) {
        var names = List.copyOf(edit.components().keySet());
        return rules.place(edit.place())
                .or(
                        () ->
                                EntityRules.unless(
                                        !edit.name().isBlank(),
                                        "A name needs at least one character"))
                .or(
                        () ->
                                EntityRules.unless(
                                        draft.ledger().freeNumber().isPresent(),
                                        draft.ledger().shortage()))
                .or(
                        () ->
                                EntityRules.firstOf(
                                        names, component -> writing.known(Entity.ROOT, component)))
                .or(() -> rules.attempt(edit.place().parent(), () -> create(edit)));
    }

    private Optional<String> create(Edit.Spawn edit) {
        new FieldCheck(SceneSnapshot.NAME).checkBounds(Value.of(edit.name()));
        edit.components()
                .forEach((component, value) -> writing.check(component, value, Optional.empty()));
        var parent = edit.place().parent();
        var entity = lease(new Moving(draft, rules).before(parent, edit.place().before()));
        name(entity, edit.name().strip());
        var transform =
                Optional.ofNullable(edit.components().get(SceneSnapshot.TRANSFORM))
                        .orElseGet(Pose.IDENTITY::toValue);
        draft.write(entity, SceneSnapshot.TRANSFORM, Optional.of(Moving.below(transform, parent)));
        edit.components().forEach((component, value) -> addition(entity, component, value));
        return Optional.empty();
    }

    /** Gives a new entity its name, made unique. */
    void name(Entity entity, String name) {
        var unique = Value.of(draft.ledger().unique(name));
        draft.write(entity, SceneSnapshot.NAME, Optional.of(Value.fields("value", unique)));
    }

    private void addition(Entity entity, String component, Value value) {
        boolean isOwn =
                component.equals(SceneSnapshot.NAME) || component.equals(SceneSnapshot.TRANSFORM);
        if (!isOwn) {
            draft.write(entity, component, Optional.of(value));
        }
    }

    /** Brings an entity with the lowest free number into being; there must be one. */
    Entity lease(Spot spot) {
        var entity = next();
        draft.spawn(entity, spot);
        new Hierarchy(draft).welcome(entity);
        return entity;
    }

    Entity lease(Entity parent, OrderKey key) {
        var entity = next();
        draft.place(entity, parent, key);
        new Hierarchy(draft).welcome(entity);
        return entity;
    }

    private Entity next() {
        return Entity.of(draft.ledger().freeNumber().orElseThrow(), 0);
    }

    Optional<String> despawn(Edit.Despawn edit) {
        return EntityRules.firstOf(edit.entities(), rules::movable)
                .or(
                        () -> {
                            var doomed = new ArrayList<Entity>();
                            draft.now().tops(edit.entities()).forEach(top -> addTree(top, doomed));
                            return EntityRules.firstOf(doomed, rules::unlocked)
                                    .or(() -> end(doomed));
                        });
    }

    /** An entity and all below it, every parent before its children. */
    private void addTree(Entity top, List<Entity> tree) {
        int next = tree.size();
        tree.add(top);
        while (next < tree.size()) {
            tree.addAll(draft.children(tree.get(next++)));
        }
    }

    private Optional<String> end(List<Entity> doomed) {
        var wanted = new TreeMap<Entity, Entity>();
        doomed.forEach(entity -> wanted.put(entity, Hierarchy.wanted(draft.now(), entity)));
        doomed.reversed().forEach(draft::despawn);
        new Hierarchy(draft).settle(wanted);
        return Optional.empty();
    }
}
