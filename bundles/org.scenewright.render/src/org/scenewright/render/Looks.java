// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.scenewright.assets.AssetBindings;
import org.scenewright.assets.Bitmap;
import org.scenewright.assets.Bounds;
import org.scenewright.assets.Loading;
import org.scenewright.assets.Material;
import org.scenewright.assets.Material.Alpha;
import org.scenewright.assets.Material.Rgba;
import org.scenewright.assets.Model;
import org.scenewright.assets.Posture;
import org.scenewright.assets.Texture;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What entities look like: the pieces that their components and the loaded assets give. */
final class Looks implements Wardrobe {
    static final String MESH = "core::MeshRenderer";
    static final String MATERIAL = "core::Material";
    static final String COLLIDER = "core::MeshCollider";
    static final String MODEL = "core::GltfContainer";
    static final String TEXT = "core::TextShape";
    static final String PICTURE = "core::NftShape";
    static final String MODIFIERS = "core::GltfNodeModifiers";

    /** The components that a look is made of. */
    static final Set<String> COMPONENTS =
            Set.of(
                    MESH,
                    MATERIAL,
                    COLLIDER,
                    MODEL,
                    TEXT,
                    PICTURE,
                    MODIFIERS,
                    AssetBindings.COMPONENT);

    private static final Rgba WAITING = Colors.linear(0x7f8b99, 1);
    private static final Rgba BROKEN = Colors.linear(0xd8573c, 1);
    private static final Rgba SOLID = Colors.linear(0x46c06a, 0.35);
    private static final FieldPath MESH_FIELD = FieldPath.of("mesh");

    private final AssetUse assets;
    private final Surfaces surfaces;
    private final Videos videos = new Videos();
    private final Puppets puppets = new Puppets();
    private Map<Entity, Value> materials = Map.of();
    private final Shapes shapes = new Shapes();
    private final Labels labels = new Labels(shapes);
    private final Material hatched = hatching();
    private final Material collider = Surface.plain(Alpha.BLEND);

    Looks(AssetUse assets) {
        this.assets = assets;
        this.surfaces = new Surfaces(assets);
    }

    /**
     * From now on some entities have other materials than their components say.
     *
     * @return those that look different since
     */
    Set<Entity> paint(Map<Entity, Value> others) {
        var changed = new HashSet<Entity>();
        others.forEach(
                (e, value) -> {
                    if (!value.equals(materials.get(e))) {
                        changed.add(e);
                    }
                });
        materials.keySet().stream().filter(e -> !others.containsKey(e)).forEach(changed::add);
        materials = Map.copyOf(others);
        return changed;
    }

    /** From now on the models of these entities have these postures, and all others are at rest. */
    Puppets.Turned pose(Map<Entity, Posture> postures) {
        return puppets.pose(postures);
    }

    @Override
    public Set<Entity> screens(Set<Entity> players) {
        return videos.screens(players);
    }

    @Override
    public boolean dressesHidden() {
        return false;
    }

    @Override
    public List<Piece> of(SceneSnapshot scene, Entity entity, boolean colliders) {
        assets.forget(entity);
        var pieces = new ArrayList<Piece>();
        scene.value(entity, MESH).ifPresent(mesh -> primitive(scene, entity, mesh, pieces));
        scene.value(entity, MODEL)
                .ifPresent(
                        value -> {
                            var modifiers = scene.value(entity, MODIFIERS).orElse(Value.EMPTY);
                            var dress = dress(scene, entity, MODIFIERS);
                            model(new Wearer(dress, modifiers, colliders), value, pieces);
                        });
        scene.value(entity, TEXT).ifPresent(text -> pieces.addAll(labels.of(text)));
        scene.value(entity, PICTURE).ifPresent(picture -> pieces.add(frame()));
        if (colliders) {
            scene.value(entity, COLLIDER).ifPresent(shape -> collider(shape, pieces));
        }
        return List.copyOf(pieces);
    }

    private void primitive(SceneSnapshot scene, Entity entity, Value value, List<Piece> pieces) {
        var surface =
                Optional.ofNullable(materials.get(entity))
                        .or(() -> scene.value(entity, MATERIAL))
                        .map(material -> surfaces.of(dress(scene, entity, MATERIAL), material))
                        .orElse(Surface.of(Material.DEFAULT));
        for (var mesh : shapes.of(value.at(MESH_FIELD).orElse(Value.EMPTY))) {
            pieces.add(Piece.of(mesh, surface));
        }
    }

    private Dress dress(SceneSnapshot scene, Entity entity, String component) {
        var bindings = AssetBindings.of(scene, entity);
        return new Dress(videos.screen(scene, entity), bindings, component);
    }

    private void collider(Value value, List<Piece> pieces) {
        for (var mesh : shapes.of(value.at(MESH_FIELD).orElse(Value.EMPTY))) {
            pieces.add(Piece.of(mesh, new Surface(collider, SOLID)));
        }
    }

    /**
     * An entity that shows a model.
     *
     * @param dress what its nodes wear that are made otherwise
     * @param modifiers what its nodes are made otherwise by
     * @param colliders whether colliders are shown, too
     */
    private record Wearer(Dress dress, Value modifiers, boolean colliders) {
        Entity entity() {
            return dress.entity();
        }
    }

    private void model(Wearer wearer, Value value, List<Piece> pieces) {
        var bindings = wearer.dress.bindings();
        var source = bindings.source(MODEL + ".src", value.text("src", ""));
        switch (assets.model(wearer.entity(), source)) {
            case Loading.Ready<Model>(var model) -> parts(wearer, model, pieces);
            case Loading.Pending<Model>() -> pieces.add(box(Loading.Failed.ONE_METRE, WAITING));
            case Loading.Failed<Model>(var reason, var size) -> pieces.add(box(size, BROKEN));
            case Loading.Missing<Model> m -> pieces.add(box(Loading.Failed.ONE_METRE, BROKEN));
            case Loading.None<Model>() -> {}
        }
    }

    private void parts(Wearer wearer, Model model, List<Piece> pieces) {
        var modifiers = NodeModifiers.of(wearer.modifiers, model);
        var puppet = puppets.of(wearer.entity(), model);
        for (int i = 0; i < model.parts().size(); i++) {
            var part = model.parts().get(i);
            int number = i;
            if (!part.collider() || wearer.colliders) {
                pieces.add(
                        Piece.of(part.mesh(), surface(wearer.dress, part, modifiers))
                                .at(Boxes.place(part))
                                .movedBy(puppet.flatMap(moved -> moved.limb(number))));
            }
        }
    }

    private Surface surface(Dress dress, Model.Part part, NodeModifiers modifiers) {
        return part.collider()
                ? new Surface(collider, SOLID)
                : modifiers
                        .material(part)
                        .map(other -> surfaces.of(dress.at(other.field()), other.material()))
                        .orElseGet(() -> Surface.of(part.material()));
    }

    private Piece box(Bounds size, Rgba color) {
        var bounds = size.isEmpty() ? Loading.Failed.ONE_METRE : size;
        return Piece.of(shapes.box(), new Surface(hatched, color)).at(Boxes.placing(bounds));
    }

    private Piece frame() {
        return Piece.of(shapes.plane(), new Surface(hatched, WAITING));
    }

    /** Slanted stripes that one can see through, which no real surface looks like. */
    private static Material hatching() {
        int size = 64;
        byte[] rgba = new byte[size * size * 4];
        for (int i = 0; i < size * size; i++) {
            int x = i % size;
            int y = i / size;
            boolean edge = x < 2 || y < 2 || x >= size - 2 || y >= size - 2;
            boolean stripe = (x + y) % 16 < 9;
            rgba[i * 4] = rgba[i * 4 + 1] = rgba[i * 4 + 2] = (byte) 255;
            rgba[i * 4 + 3] = (byte) (edge || stripe ? 255 : 0);
        }
        return Surface.plain(Alpha.MASK).withBase(Texture.of(new Bitmap(size, size, rgba)));
    }
}
