// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.scenewright.assets.AssetBindings;
import org.scenewright.assets.AssetSource;
import org.scenewright.assets.Loading;
import org.scenewright.assets.Material;
import org.scenewright.assets.Model;
import org.scenewright.assets.Posture;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The colliders of entities as pieces: shapes of their own, and the meshes of their models. */
final class SolidLooks implements Wardrobe {
    private static final int POINTER_AND_PHYSICS = 3;
    private static final FieldPath MESH_FIELD = FieldPath.of("mesh");
    private static final Surface SOLID = Surface.of(Material.DEFAULT);

    private final AssetUse assets;
    private final Shapes shapes = new Shapes();
    private final Puppets puppets = new Puppets();
    private final Map<Entity, List<Solid>> solids = new HashMap<>();

    /**
     * One collider.
     *
     * @param layers the layers that it is in, as bits
     * @param mesh the name of the node of the model; empty for a shape
     */
    record Solid(int layers, String mesh) {}

    /** Pieces and colliders of one entity, as long as each other. */
    private static final class Found {
        private final List<Piece> pieces = new ArrayList<>();
        private final List<Solid> solids = new ArrayList<>();

        void add(Piece piece, Solid solid) {
            if (solid.layers() != 0) {
                pieces.add(piece);
                solids.add(solid);
            }
        }
    }

    SolidLooks(AssetUse assets) {
        this.assets = assets;
    }

    /** The colliders of an entity, one for each of its pieces. */
    List<Solid> solids(Entity entity) {
        return solids.getOrDefault(entity, List.of());
    }

    /** From now on the models of these entities have these postures, and all others are at rest. */
    Puppets.Turned pose(Map<Entity, Posture> postures) {
        return puppets.pose(postures);
    }

    void forget(Entity entity) {
        solids.remove(entity);
    }

    @Override
    public boolean dressesHidden() {
        return true;
    }

    @Override
    public List<Piece> of(SceneSnapshot scene, Entity entity, boolean colliders) {
        assets.forget(entity);
        var found = new Found();
        scene.value(entity, Looks.COLLIDER).ifPresent(shape -> shape(shape, found));
        scene.value(entity, Looks.MODEL)
                .ifPresent(model -> model(new Wearer(scene, entity), model, found));
        if (found.solids.isEmpty()) {
            solids.remove(entity);
        } else {
            solids.put(entity, List.copyOf(found.solids));
        }
        return List.copyOf(found.pieces);
    }

    private void shape(Value value, Found to) {
        int layers = layers(value, "collisionMask", POINTER_AND_PHYSICS);
        for (var mesh : shapes.of(value.at(MESH_FIELD).orElse(Value.EMPTY))) {
            to.add(Piece.of(mesh, SOLID), new Solid(layers, ""));
        }
    }

    /** An entity that has a model. */
    private record Wearer(SceneSnapshot scene, Entity entity) {
        AssetSource source() {
            return AssetBindings.source(scene, entity, Looks.MODEL);
        }
    }

    private void model(Wearer wearer, Value value, Found to) {
        int seen = layers(value, "visibleMeshesCollisionMask", 0);
        int unseen = layers(value, "invisibleMeshesCollisionMask", POINTER_AND_PHYSICS);
        assets.model(wearer.entity, wearer.source())
                .ready()
                .ifPresent(
                        model -> {
                            var puppet = puppets.of(wearer.entity, model);
                            for (int i = 0; i < model.parts().size(); i++) {
                                var part = model.parts().get(i);
                                int layers = part.collider() ? unseen : seen;
                                to.add(piece(part, i, puppet), new Solid(layers, part.node()));
                            }
                        });
    }

    /** How far a model that an entity shows has come. */
    Loading<Model> model(SceneSnapshot scene, Entity entity) {
        return assets.model(entity, new Wearer(scene, entity).source());
    }

    private static int layers(Value value, String field, int fallback) {
        return (int) (long) value.number(field, fallback);
    }

    private static Piece piece(Model.Part part, int number, Optional<Puppet> puppet) {
        return Piece.of(part.mesh(), SOLID)
                .at(Boxes.place(part))
                .movedBy(
                        puppet.flatMap(moved -> moved.limb(number)).filter(limb -> !limb.isBent()));
    }
}
