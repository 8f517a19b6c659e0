// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.scenewright.render.Snap;

/** What a person set in the toolbar of a viewport, kept in the workspace for the next one. */
record ViewportHabits(IEclipsePreferences node) {
    private static final String WORLD = "worldAxes";
    private static final String SNAP = "snap";
    private static final String METRES = "snapMetres";
    private static final String DEGREES = "snapDegrees";
    private static final String FACTOR = "snapFactor";
    private static final String COLLIDERS = "colliders";
    private static final String GRID = "grid";
    private static final String ICONS = "icons";
    private static final String HUD = "hud";

    static ViewportHabits ofWorkspace() {
        return new ViewportHabits(InstanceScope.INSTANCE.getNode(Keeping.NODE));
    }

    /** A state as it was left, where something is kept. */
    ViewportState applyTo(ViewportState state) {
        var options =
                state.options()
                        .withColliders(node.getBoolean(COLLIDERS, state.options().colliders()))
                        .withGrid(node.getBoolean(GRID, state.options().grid()))
                        .withIcons(node.getBoolean(ICONS, state.options().icons()))
                        .withHud(node.getBoolean(HUD, state.options().hud()));
        return state.with(options)
                .with(snap(state.snap()))
                .withWorldAxes(node.getBoolean(WORLD, state.worldAxes()));
    }

    private Snap snap(Snap fallback) {
        return new Snap(
                node.getBoolean(SNAP, fallback.on()),
                step(METRES, fallback.metres()),
                step(DEGREES, fallback.degrees()),
                step(FACTOR, fallback.factor()));
    }

    /** Preferences can be edited by hand. */
    private double step(String key, double fallback) {
        double step = node.getDouble(key, fallback);
        return step > 0 && Double.isFinite(step) ? step : fallback;
    }

    void keep(ViewportState state) {
        node.putBoolean(WORLD, state.worldAxes());
        node.putBoolean(SNAP, state.snap().on());
        node.putDouble(METRES, state.snap().metres());
        node.putDouble(DEGREES, state.snap().degrees());
        node.putDouble(FACTOR, state.snap().factor());
        node.putBoolean(COLLIDERS, state.options().colliders());
        node.putBoolean(GRID, state.options().grid());
        node.putBoolean(ICONS, state.options().icons());
        node.putBoolean(HUD, state.options().hud());
        Keeping.begin();
    }
}
