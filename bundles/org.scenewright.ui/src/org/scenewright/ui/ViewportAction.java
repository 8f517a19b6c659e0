// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.jface.action.IAction;
import org.scenewright.render.Tool;

import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The commands of a viewport, each with its button: what it does and when the button is pressed in.
 */
enum ViewportAction {
    SELECT("select", "Select", Tool.SELECT),
    MOVE("move", "Move", Tool.MOVE),
    ROTATE("rotate", "Rotate", Tool.ROTATE),
    SCALE("scale", "Scale", Tool.SCALE),
    AXES(
            "axes",
            "Handles along the world's axes",
            ViewportState::worldAxes,
            ViewportState::otherAxes),
    SNAP(
            "snap",
            "Snap to steps (hold Ctrl to do the opposite)",
            state -> state.snap().on(),
            ViewportState::otherSnap),
    COLLIDERS(
            "colliders",
            "Show colliders",
            state -> state.options().colliders(),
            ViewportState::otherColliders),
    GRID("grid", "Show the ground grid", state -> state.options().grid(), ViewportState::otherGrid),
    ICONS(
            "icons",
            "Show icons of lights and areas",
            state -> state.options().icons(),
            ViewportState::otherIcons),
    HUD(
            "hud",
            "Show the user interface of the scene while it is played",
            state -> state.options().hud(),
            ViewportState::otherHud),
    WALK(
            "walk",
            "Walk about as the player (Esc ends it)",
            ViewportState::walks,
            ViewportState::otherWalk),
    HOME("home", "Show the whole scene", Viewport::home);

    private final String name;
    private final String label;
    private final int style;
    private final Predicate<ViewportState> pressed;
    private final Consumer<Viewport> run;

    ViewportAction(String name, String label, Tool tool) {
        this.name = name;
        this.label = label;
        this.style = IAction.AS_RADIO_BUTTON;
        this.pressed = state -> state.tool() == tool;
        this.run = viewport -> viewport.change(state -> state.with(tool));
    }

    ViewportAction(
            String name,
            String label,
            Predicate<ViewportState> pressed,
            UnaryOperator<ViewportState> change) {
        this.name = name;
        this.label = label;
        this.style = IAction.AS_CHECK_BOX;
        this.pressed = pressed;
        this.run = viewport -> viewport.change(change);
    }

    ViewportAction(String name, String label, Consumer<Viewport> run) {
        this.name = name;
        this.label = label;
        this.style = IAction.AS_PUSH_BUTTON;
        this.pressed = state -> false;
        this.run = run;
    }

    String command() {
        return SceneActions.PREFIX + name;
    }

    String icon() {
        return name;
    }

    String label() {
        return label;
    }

    /** One of the styles of {@link IAction}. */
    int style() {
        return style;
    }

    boolean isPressed(ViewportState state) {
        return pressed.test(state);
    }

    void run(Viewport viewport) {
        run.accept(viewport);
    }
}
