// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Edits that give entities another place in the tree. */
final class Moving {
    private final Draft draft;
    private final EntityRules rules;

    Moving(Draft draft, EntityRules rules) {
        this.draft = draft;
        this.rules = rules;
    }

    Optional<String> reparent(Edit.Reparent edit) {
        var parent = edit.place().parent();
        return rules.place(edit.place())
                .or(() -> EntityRules.firstOf(edit.entities(), rules::movable))
                .or(() -> EntityRules.firstOf(edit.entities(), rules::unlocked))
                .or(
                        () ->
                                EntityRules.firstOf(
                                        edit.entities(), entity -> rules.fosters(parent, entity)))
                .or(() -> rules.attempt(parent, () -> move(edit)));
    }

    private Optional<String> move(Edit.Reparent edit) {
        var parent = edit.place().parent();
        var entities = draft.now().tops(edit.entities());
        var before = edit.place().before().flatMap(sibling -> staying(parent, sibling, entities));
        int index = before.map(draft::index).orElseGet(() -> draft.children(parent).size());
        var keys = keys(parent, index, entities).iterator();
        entities.forEach(entity -> move(entity, parent, keys.next()));
        return Optional.empty();
    }

    /** Ranks before an index; those that the entities have where they stand there already. */
    private List<OrderKey> keys(Entity parent, int index, List<Entity> entities) {
        int from = Math.max(0, index - entities.size());
        boolean isThere = draft.children(parent).subList(from, index).equals(entities);
        return isThere
                ? entities.stream().map(draft.now()::key).toList()
                : new Ranking(draft, parent).row(index, entities.getFirst(), entities.size());
    }

    /** The sibling itself, or the next one that is not about to move. */
    private Optional<Entity> staying(Entity parent, Entity sibling, List<Entity> moving) {
        var siblings = draft.children(parent);
        var leaving = new HashSet<>(moving);
        return siblings.subList(draft.index(sibling), siblings.size()).stream()
                .filter(s -> !leaving.contains(s))
                .findFirst();
    }

    private void move(Entity entity, Entity parent, OrderKey key) {
        boolean isNew = !draft.now().parent(entity).equals(parent);
        var world = draft.now().worldPose(entity);
        draft.place(entity, parent, key);
        if (isNew || !Hierarchy.wanted(draft.now(), entity).equals(parent)) {
            hang(entity, world, parent);
        }
    }

    /** The spot before a sibling, or the end. */
    Spot before(Entity parent, Optional<Entity> sibling) {
        var siblings = draft.children(parent);
        int index = sibling.map(draft::index).orElse(-1);
        return Spot.of(parent, siblings, index < 0 ? siblings.size() : index);
    }

    /** Writes the Transform that keeps an entity's place in the world below another parent. */
    void hang(Entity entity, Pose world, Entity parent) {
        var wantedBefore = Hierarchy.wanted(draft.now(), entity);
        var transform = draft.now().value(entity, SceneSnapshot.TRANSFORM);
        if (transform.isPresent() || !parent.equals(Entity.ROOT)) {
            var local = draft.now().worldPose(parent).toLocal(world);
            var start = transform.orElseGet(() -> below(Pose.IDENTITY.toValue(), Entity.ROOT));
            var value = below(posed(start, local), parent);
            new FieldCheck(SceneSnapshot.TRANSFORM)
                    .check(
                            draft.schema(SceneSnapshot.TRANSFORM),
                            value,
                            Optional.of(start),
                            FieldPath.WHOLE);
            draft.write(entity, SceneSnapshot.TRANSFORM, Optional.of(value));
            new Hierarchy(draft).settle(entity, wantedBefore);
        }
    }

    static Value below(Value transform, Entity parent) {
        return transform.with(FieldPath.of("parent"), Value.of(parent.toLong()));
    }

    static Value posed(Value transform, Pose pose) {
        var was = Pose.of(transform);
        var value = transform;
        if (!Tidy.same(was.position(), pose.position())) {
            value = value.with(FieldPath.of("position"), Tidy.value(pose.position()));
        }
        if (!Tidy.same(was.scale(), pose.scale())) {
            value = value.with(FieldPath.of("scale"), Tidy.value(pose.scale()));
        }
        return Tidy.same(was.rotation(), pose.rotation())
                ? value
                : value.with(FieldPath.of("rotation"), Tidy.value(pose.rotation()));
    }
}
