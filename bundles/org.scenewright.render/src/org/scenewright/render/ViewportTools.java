// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import java.util.Optional;

/**
 * What mouse and keys do in a viewport: move the camera, choose entities and drag handles.
 *
 * <p>Confined to the thread of its {@link SceneView}; everything it wants goes out through its
 * {@link Port}.
 */
public final class ViewportTools {
    private Tool tool = Tool.MOVE;
    private Snap snap = Snap.DEFAULT;
    private boolean worldAxes = true;

    public ViewportTools(SceneView scene, Camera camera, Port port) {}

    public void input(InputEvent event) {}

    /** Lets time pass: glides and flights go on. */
    public void tick(double seconds) {}

    /** Whether {@link #tick} would change the picture. */
    public boolean animating() {
        return false;
    }

    public Tool tool() {
        return tool;
    }

    public void tool(Tool chosen) {
        tool = chosen;
    }

    public Snap snap() {
        return snap;
    }

    public void snap(Snap chosen) {
        snap = chosen;
    }

    /** Whether handles lie along the world's axes, not the entity's own. */
    public boolean worldAxes() {
        return worldAxes;
    }

    public void worldAxes(boolean world) {
        worldAxes = world;
    }

    /** Glides to the selection, or to the whole scene where nothing is selected. */
    public void frameSelection() {}

    /** Glides to where the whole scene is in sight. */
    public void home() {}

    /** Whether a drag of a handle is under way. */
    public boolean dragging() {
        return false;
    }

    /** The rectangle being drawn around entities, for the view to show. */
    public Optional<ScreenRectangle> rubberBand() {
        return Optional.empty();
    }

    /** What the drag under way amounts to, for people: "X 1.25 m". */
    public Optional<String> hint() {
        return Optional.empty();
    }

    /** The picture with the handles on it. */
    public DrawList draw(int width, int height) {
        throw new UnsupportedOperationException("being written");
    }
}
