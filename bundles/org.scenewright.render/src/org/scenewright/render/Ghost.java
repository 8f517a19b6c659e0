// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Matrix4x3f;
import org.joml.Quaternionf;
import org.scenewright.assets.AssetLibrary;
import org.scenewright.assets.AssetSource;
import org.scenewright.assets.Material.Alpha;
import org.scenewright.assets.Material.Rgba;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Pose;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.ComponentTypes;

import java.util.List;

/**
 * Entities that are not in the scene yet, half seen through, as they follow the pointer; nobody can
 * choose them. On the thread of its {@link SceneView}.
 */
public final class Ghost {
    private static final float OPACITY = 0.55f;

    private final AssetUse assets;
    private final SceneGraph graph;

    /** What somebody wears who is half there. */
    private record Veil(Looks looks) implements Wardrobe {
        @Override
        public List<Piece> of(SceneSnapshot scene, Entity entity, boolean colliders) {
            return looks.of(scene, entity, false).stream().map(Veil::veiled).toList();
        }

        private static Piece veiled(Piece piece) {
            var material = piece.material().withAlpha(Alpha.BLEND, piece.material().alphaCutoff());
            var tint = piece.tint();
            var faint = new Rgba(tint.r(), tint.g(), tint.b(), tint.a() * OPACITY);
            return new Piece(piece.mesh(), material, faint, piece.local(), piece.limb());
        }

        @Override
        public boolean dressesHidden() {
            return false;
        }
    }

    Ghost(Stage stage, AssetLibrary library) {
        assets = new AssetUse(library);
        var site = new Site(Site.OWN.origin(), true);
        graph = new SceneGraph(stage, new Veil(new Looks(assets)), assets, site);
    }

    /** Shows a document of such entities instead of those before; it stands where it is put. */
    public void show(SceneSnapshot entities) {
        graph.reset(entities);
    }

    /** Puts it somewhere in the world. */
    public void stand(Pose pose) {
        var at = pose.position();
        var turn = pose.rotation();
        graph.stand(
                new Matrix4x3f()
                        .translationRotate(
                                (float) at.x(),
                                (float) at.y(),
                                (float) at.z(),
                                new Quaternionf(turn.x(), turn.y(), turn.z(), turn.w())));
    }

    /** Takes it away. */
    public void leave() {
        graph.reset(SceneSnapshot.empty(ComponentTypes.of(List.of())));
    }

    void loaded(AssetSource source) {
        graph.dress(assets.loaded(source));
    }
}
