// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Vector3fc;
import org.scenewright.assets.AssetLibrary;
import org.scenewright.assets.AssetSource;
import org.scenewright.assets.Posture;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Changes;
import org.scenewright.scene.SceneSettings;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.Value;

import java.util.List;
import java.util.Map;

/**
 * Another scene that stands beside the one of a {@link SceneView} and is drawn with it, but cannot
 * be chosen; on the thread of that view.
 */
public final class Neighbor {
    private final AssetUse assets;
    private final Looks looks;
    private final SceneGraph graph;
    private final Ground ground;
    private ViewOptions options;

    Neighbor(Stage stage, AssetLibrary library, Vector3fc origin, ViewOptions options) {
        assets = new AssetUse(library);
        looks = new Looks(assets);
        graph = new SceneGraph(stage, looks, assets, new Site(origin, true));
        ground = new Ground(stage, origin);
        this.options = options;
        options(options);
    }

    /** Shows the scene after changes, save those that it shows already. */
    public void show(SceneSnapshot next, Changes changes) {
        if (changes.revision() > graph.scene().revision()) {
            showChanged(next, changes);
        }
    }

    private void showChanged(SceneSnapshot next, Changes changes) {
        var touched = Touched.by(changes);
        graph.show(next, touched);
        if (touched.ground()) {
            showGround();
        }
    }

    /** Shows the scene from scratch. */
    public void reset(SceneSnapshot next) {
        graph.reset(next);
        showGround();
    }

    private void showGround() {
        ground.show(SceneSettings.of(graph.scene().settings()), options.theme().parcel());
    }

    /** Shows these materials instead of those of the components; none of those from before. */
    public void paint(Map<Entity, Value> materials) {
        graph.dress(looks.paint(materials));
    }

    /** Shows the models of these entities in these postures, and all others at rest. */
    public void pose(Map<Entity, Posture> postures) {
        graph.turn(looks.pose(postures));
    }

    /** Shows what a path of its project holds by now. */
    public void assetLoaded(AssetSource source) {
        graph.dress(assets.loaded(source));
    }

    /** Takes all of it away. */
    void leave() {
        graph.reset(SceneSnapshot.empty(ComponentTypes.of(List.of())));
        ground.leave();
    }

    void options(ViewOptions chosen) {
        boolean isRepainted = chosen.theme() != options.theme();
        options = chosen;
        graph.showColliders(chosen.colliders());
        graph.turnBillboards(chosen.played());
        if (isRepainted) {
            showGround();
        }
    }

    void lookFrom(Vector3fc eye) {
        graph.lookFrom(eye);
    }

    SceneGraph graph() {
        return graph;
    }

    List<DrawList.Lines> lines() {
        return ground.lines(false);
    }
}
