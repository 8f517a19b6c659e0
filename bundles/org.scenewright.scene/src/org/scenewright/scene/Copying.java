// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.Value;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Edits that insert copies of entities.
 *
 * <p>Whatever points from one copied entity to another points to the copies after; names and ids
 * become new ones.
 */
final class Copying {
    static final String SELECTION = "inspector::Selection";

    private final Draft draft;
    private final EntityRules rules;
    private final Moving moving;
    private final Populating populating;

    Copying(Draft draft, EntityRules rules) {
        this.draft = draft;
        this.rules = rules;
        this.moving = new Moving(draft, rules);
        this.populating = new Populating(draft, rules);
    }

    Optional<String> duplicate(Edit.Duplicate edit) {
        return EntityRules.firstOf(edit.entities(), rules::movable)
                .or(
                        () -> {
                            var fragment =
                                    Fragment.copy(draft.now(), edit.entities(), draft::children);
                            return insert(
                                    new Insertion(
                                            fragment,
                                            item -> populating.lease(behind(item)),
                                            UnaryOperator.identity()));
                        });
    }

    private Spot behind(Fragment.Item original) {
        var parent = draft.now().parent(original.entity());
        var siblings = draft.children(parent);
        return Spot.of(parent, siblings, draft.index(original.entity()) + 1);
    }

    Optional<String> paste(Edit.Paste edit) {
        var place = edit.place();
        return rules.place(place)
                .or(() -> EntityRules.firstOf(newTypes(edit.fragment()), this::objection))
                .or(() -> EntityRules.unless(hasRoom(edit.fragment()), draft.ledger().shortage()))
                .or(
                        () -> {
                            declareTypes(edit.fragment());
                            var ranks = ranks(edit).iterator();
                            return insert(
                                    new Insertion(
                                            edit.fragment(),
                                            item -> populating.lease(place.parent(), ranks.next()),
                                            outside -> found(edit.fragment(), outside)));
                        });
    }

    private boolean hasRoom(Fragment fragment) {
        return fragment.items().isEmpty() || draft.ledger().freeNumber().isPresent();
    }

    /** Ranks for those at the top of what is pasted. */
    private List<OrderKey> ranks(Edit.Paste edit) {
        var spot = moving.before(edit.place().parent(), edit.place().before());
        var first = Entity.of(draft.ledger().freeNumber().orElse(0), 0);
        var tops = edit.fragment().items().stream().filter(item -> item.parent().isEmpty());
        return new Ranking(draft, spot.parent()).row(spot.index(), first, (int) tops.count());
    }

    private Optional<String> objection(ComponentType type) {
        return ComponentNames.objection(draft.now(), type);
    }

    private void declareTypes(Fragment fragment) {
        newTypes(fragment).forEach(draft::declare);
    }

    private List<ComponentType> newTypes(Fragment fragment) {
        return fragment.types().stream()
                .filter(type -> draft.now().types().find(type.name()).isEmpty())
                .toList();
    }

    /**
     * What a reference out of a pasted fragment points to here: only what has the same number and
     * name.
     */
    private Entity found(Fragment fragment, Entity outside) {
        String name = fragment.outside().getOrDefault(outside, "");
        boolean isSame = draft.now().holds(outside) && draft.now().name(outside).equals(name);
        return isSame || outside.isReserved() ? outside : Entity.ROOT;
    }

    /**
     * What is inserted where.
     *
     * @param top brings the copy of an entity at the top of the fragment into being
     * @param outside what a reference to an entity that was not copied becomes
     */
    private record Insertion(
            Fragment fragment,
            Function<Fragment.Item, Entity> top,
            UnaryOperator<Entity> outside) {}

    private Optional<String> insert(Insertion insertion) {
        return rules.attempt(
                Entity.ROOT,
                () -> {
                    var copies = new HashMap<Entity, Entity>();
                    for (var item : insertion.fragment().items()) {
                        if (draft.ledger().freeNumber().isEmpty()) {
                            return Optional.of(draft.ledger().shortage());
                        }
                        var below = item.parent().map(copies::get).map(Spot::end);
                        copies.put(
                                item.entity(),
                                below.map(populating::lease)
                                        .orElseGet(() -> insertion.top().apply(item)));
                    }
                    fill(insertion, copies);
                    return Optional.empty();
                });
    }

    private void fill(Insertion insertion, Map<Entity, Entity> copies) {
        var packs = PackIds.allocated(insertion.fragment(), draft);
        var network = NetworkIds.allocated(insertion.fragment(), draft.ledger());
        var references =
                References.to(
                        entity ->
                                copies.containsKey(entity)
                                        ? copies.get(entity)
                                        : insertion.outside().apply(entity));
        var following = new Following(references, packs, network);
        for (var item : insertion.fragment().items()) {
            var copy = copies.getOrDefault(item.entity(), Entity.ROOT);
            item.components()
                    .forEach(
                            (name, value) -> {
                                new FieldCheck(name).checkBounds(value);
                                var followed =
                                        following.value(
                                                new Step.Cell(item.entity(), name),
                                                draft.schema(name),
                                                value);
                                write(copy, name, followed);
                            });
            hang(item, copy);
        }
    }

    private void write(Entity copy, String component, Value value) {
        switch (component) {
            case SceneSnapshot.NAME -> populating.name(copy, value.text("value", ""));
            // Nobody has selected the copy yet.
            case SELECTION -> {}
            default -> draft.write(copy, component, Optional.of(value));
        }
    }

    /** Hangs a copy where it was put; at the top of a fragment it keeps its place in the world. */
    private void hang(Fragment.Item item, Entity copy) {
        var parent = draft.now().parent(copy);
        var transform = draft.now().value(copy, SceneSnapshot.TRANSFORM);
        if (transform.isPresent() || !parent.equals(Entity.ROOT)) {
            var start = transform.orElseGet(Pose.IDENTITY::toValue);
            draft.write(copy, SceneSnapshot.TRANSFORM, Optional.of(Moving.below(start, parent)));
        }
        // A pose that is the same already is not computed anew: sheared parents would distort it.
        if (item.parent().isEmpty() && !Tidy.same(draft.now().worldPose(copy), item.world())) {
            moving.hang(copy, item.world(), parent);
        }
    }
}
