// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.render.Snap;
import org.scenewright.render.Tool;
import org.scenewright.render.ViewOptions;

/**
 * What the toolbar of a viewport shows and sets.
 *
 * @param worldAxes whether handles lie along the world's axes, not the entity's own
 * @param walks whether somebody walks about in the running scene
 * @param types whether what people type goes to the running scene
 */
record ViewportState(
        Tool tool,
        boolean worldAxes,
        Snap snap,
        ViewOptions options,
        boolean walks,
        boolean types) {

    ViewportState with(Tool chosen) {
        return new ViewportState(chosen, worldAxes, snap, options, walks, types);
    }

    ViewportState with(Snap chosen) {
        return new ViewportState(tool, worldAxes, chosen, options, walks, types);
    }

    ViewportState with(ViewOptions chosen) {
        return new ViewportState(tool, worldAxes, snap, chosen, walks, types);
    }

    ViewportState withWorldAxes(boolean world) {
        return new ViewportState(tool, world, snap, options, walks, types);
    }

    ViewportState otherAxes() {
        return withWorldAxes(!worldAxes);
    }

    ViewportState otherColliders() {
        return with(options.withColliders(!options.colliders()));
    }

    ViewportState otherGrid() {
        return with(options.withGrid(!options.grid()));
    }

    ViewportState otherIcons() {
        return with(options.withIcons(!options.icons()));
    }

    ViewportState otherHud() {
        return with(options.withHud(!options.hud()));
    }

    ViewportState otherWalk() {
        return new ViewportState(tool, worldAxes, snap, options, !walks, types);
    }

    ViewportState otherSnap() {
        return with(snap.with(!snap.on()));
    }
}
