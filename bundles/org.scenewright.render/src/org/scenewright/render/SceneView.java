// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.scenewright.assets.AssetLibrary;
import org.scenewright.assets.Bounds;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Changes;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.ComponentTypes;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The projection of one scene into what a viewport draws and what a pointer meets.
 *
 * <p>Confined to the thread that made it. It never waits for assets: what is not there yet is shown
 * as a box, and {@link #assetLoaded} puts it in its place.
 */
public final class SceneView {
    private SceneSnapshot snapshot;
    private Set<Entity> selection = Set.of();
    private ViewOptions options = ViewOptions.DARK;

    public SceneView(AssetLibrary assets) {
        this.snapshot = SceneSnapshot.empty(ComponentTypes.of(List.of()));
    }

    /** Shows the document after changes; only what they name is touched. */
    public void show(SceneSnapshot next, Changes changes) {
        snapshot = next;
    }

    /** Shows a document from scratch. */
    public void reset(SceneSnapshot next) {
        snapshot = next;
    }

    /** Shows what a path of the project holds by now. */
    public void assetLoaded(String path) {}

    /** The document that is shown. */
    public SceneSnapshot snapshot() {
        return snapshot;
    }

    public void select(Set<Entity> entities) {
        selection = Set.copyOf(entities);
    }

    public Set<Entity> selection() {
        return selection;
    }

    public ViewOptions options() {
        return options;
    }

    public void options(ViewOptions chosen) {
        options = chosen;
    }

    /** Whether assets are still being loaded, so that the picture is not the last one. */
    public boolean hasWork() {
        return false;
    }

    /** The picture that a camera sees; valid until the next one is made. */
    public DrawList draw(Camera camera, int width, int height) {
        throw new UnsupportedOperationException("being written");
    }

    /** The nearest thing that a person can choose along a ray. */
    public Optional<Hit> pick(Ray ray) {
        return Optional.empty();
    }

    /** What a rectangle on the last picture touches, save what surrounds it. */
    public List<Entity> within(ScreenRectangle rectangle) {
        return List.of();
    }

    /** The box around entities and all below them; empty where they have no extent. */
    public Optional<Bounds> bounds(Set<Entity> entities) {
        return Optional.empty();
    }

    /** The box around the whole scene and its parcels. */
    public Bounds bounds() {
        return Bounds.EMPTY;
    }
}
