// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.scenewright.assets.AssetLibrary;
import org.scenewright.assets.AssetSource;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Changes;
import org.scenewright.scene.SceneSettings;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.ComponentTypes;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * How much of what is limited a scene has, and which of its entities leave its space; kept in step
 * with the document at the cost of what changes, however large the rest is.
 *
 * <p>Used by one thread at a time. What the document hides from players counts for nothing but an
 * entity; what is only hidden while editing counts.
 */
public final class Census {
    private final Weighing weighing;
    private final Map<Entity, Dwelling> dwellings = new HashMap<>();
    private final TreeMap<Entity, Stray> strays = new TreeMap<>();
    private Ledger ledger = new Ledger();
    private SceneSnapshot scene = SceneSnapshot.empty(ComponentTypes.of(List.of()));
    private Land land = Land.of(SceneSettings.of(scene.settings()));
    private long entities;
    private long measurements;
    private Optional<Strays> told = Optional.of(Strays.NONE);

    public Census(AssetLibrary library) {
        weighing = new Weighing(library);
    }

    /** Counts a document from scratch. */
    public void reset(SceneSnapshot next) {
        dwellings.keySet().forEach(weighing::forget);
        dwellings.clear();
        strays.clear();
        told = Optional.empty();
        ledger = new Ledger();
        entities = 0;
        scene = next;
        land = Land.of(SceneSettings.of(next.settings()));
        next.entities().forEach(entity -> added(entity).node.read(next));
        spread(Entity.ROOT);
    }

    /** Follows changes of the document. */
    public void show(SceneSnapshot next, Changes changes) {
        scene = next;
        var touched = Touched.by(changes);
        touched.gone().forEach(this::remove);
        var placed = present(touched.placed());
        placed.forEach(entity -> added(entity).node.read(next));
        next.tops(placed).forEach(this::spread);
        weigh(touched.dressed());
        if (touched.ground()) {
            survey(Land.of(SceneSettings.of(next.settings())));
        }
    }

    /** Takes up what a source, spelled as it was asked for, leads to by now. */
    public void assetLoaded(AssetSource source) {
        weigh(weighing.loaded(source));
    }

    /**
     * What is limited, and how much of it there is.
     *
     * @param bytes of what is deployed
     */
    public List<Amount> amounts(long bytes) {
        return List.of(
                amount(Limit.TRIANGLES, ledger.triangles()),
                amount(Limit.ENTITIES, entities),
                amount(Limit.BODIES, ledger.bodies()),
                amount(Limit.MATERIALS, ledger.materials()),
                amount(Limit.TEXTURES, ledger.pictures()),
                amount(Limit.SIZE, bytes / (double) (1 << 20)),
                amount(Limit.HEIGHT, ledger.height()));
    }

    private Amount amount(Limit limit, double now) {
        return new Amount(limit, now, limit.most(land.parcels()));
    }

    /** The parcels that the limits are those of. */
    public int parcels() {
        return land.parcels();
    }

    /** The entities that leave the space of the scene; the same as before where nothing changed. */
    public Strays strays() {
        var now =
                told.orElseGet(
                        () ->
                                new Strays(
                                        strays.size(),
                                        strays.values().stream().limit(Strays.MOST).toList()));
        told = Optional.of(now);
        return now;
    }

    /** What has the most triangles together, the heaviest first. */
    public List<Heavy> heaviest(int most) {
        return ledger.heaviest(most);
    }

    /** The entities that show a model or a shape, in the order of their numbers. */
    public List<Entity> users(String name) {
        return ledger.users(name);
    }

    private List<Entity> present(Collection<Entity> all) {
        return all.stream().filter(scene::holds).toList();
    }

    private Dwelling added(Entity entity) {
        return dwellings.computeIfAbsent(entity, this::fresh);
    }

    private Dwelling fresh(Entity entity) {
        entities += entity.isReserved() ? 0 : 1;
        return new Dwelling(Site.OWN.node(entity));
    }

    private void remove(Entity entity) {
        Optional.ofNullable(dwellings.remove(entity))
                .ifPresent(
                        dwelling -> {
                            entities -= entity.isReserved() ? 0 : 1;
                            weighing.forget(entity);
                            ledger.remove(entity, dwelling.burden);
                            ledger.reach(dwelling.top, 0);
                            stray(entity, Optional.empty());
                        });
    }

    /** Places an entity and all below it, each after its parent. */
    private void spread(Entity top) {
        walk(top, this::place);
    }

    private void walk(Entity top, Consumer<Entity> visitor) {
        var todo = new ArrayDeque<Entity>();
        todo.push(top);
        while (!todo.isEmpty()) {
            var entity = todo.pop();
            visitor.accept(entity);
            scene.children(entity).forEach(todo::push);
        }
    }

    private void place(Entity entity) {
        var dwelling = added(entity);
        boolean wasVeiled = dwelling.node.isVeiled();
        if (!entity.equals(Entity.ROOT)) {
            dwelling.node.inherit(added(scene.parent(entity)).node);
        }
        if (!dwelling.isWeighed || dwelling.node.isVeiled() != wasVeiled) {
            weigh(entity, dwelling);
        } else {
            measure(entity, dwelling);
        }
    }

    private void weigh(Collection<Entity> all) {
        present(all).forEach(entity -> weigh(entity, added(entity)));
    }

    private void weigh(Entity entity, Dwelling dwelling) {
        ledger.remove(entity, dwelling.burden);
        dwelling.burden = burden(entity, dwelling);
        dwelling.isWeighed = true;
        ledger.add(entity, dwelling.burden);
        measure(entity, dwelling);
    }

    private Burden burden(Entity entity, Dwelling dwelling) {
        if (dwelling.node.isVeiled()) {
            weighing.forget(entity);
            return Burden.NONE;
        }
        return weighing.of(scene, entity);
    }

    /** How many models it knows of. */
    int models() {
        return weighing.models();
    }

    /** How often the box of an entity was measured: the work that changes cause. */
    long measurements() {
        return measurements;
    }

    private void measure(Entity entity, Dwelling dwelling) {
        measurements++;
        var box = dwelling.bounds();
        float top = box.isEmpty() ? 0 : box.maxY();
        ledger.reach(dwelling.top, top);
        dwelling.top = top;
        stray(entity, land.beyond(box).map(out -> new Stray(entity, out.metres(), out.where())));
    }

    private void stray(Entity entity, Optional<Stray> now) {
        var before = Optional.ofNullable(strays.get(entity));
        if (!before.equals(now)) {
            told = Optional.empty();
            now.ifPresentOrElse(stray -> strays.put(entity, stray), () -> strays.remove(entity));
        }
    }

    /** The land itself is another. */
    private void survey(Land next) {
        if (!next.equals(land)) {
            land = next;
            dwellings.forEach(this::measure);
        }
    }
}
