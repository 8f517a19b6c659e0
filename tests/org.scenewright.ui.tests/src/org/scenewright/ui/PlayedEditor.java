// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.scenewright.runtime.Play;
import org.scenewright.runtime.PlayState;

import java.util.Optional;
import java.util.stream.Stream;

/** Plays the scene of an open editor, by real keys and the mouse. */
record PlayedEditor(Robot robot, OpenEditor open) {

    ScenePlay play() {
        return open.scene().play();
    }

    Play shown() {
        return play().shown().orElseThrow();
    }

    /** By its keys. */
    void start() {
        robot.press("ctrl+p");
        awaitShown();
    }

    /** By its button. */
    void click(String button) {
        var bar = robot.await("the toolbar", () -> Robot.find(ToolBar.class, "viewport.tools"));
        var bounds = robot.await("the button " + button, () -> find(bar, button)).getBounds();
        var middle = new Point(bounds.x + bounds.width / 2, bounds.y + bounds.height / 2);
        robot.click(bar, middle);
    }

    private static Optional<ToolItem> find(ToolBar bar, String button) {
        return Stream.of(bar.getItems())
                .filter(
                        item ->
                                item.getToolTipText() != null
                                        && item.getToolTipText().startsWith(button))
                .findFirst();
    }

    void awaitShown() {
        robot.untilStarted(
                this::standing,
                () -> play().state() instanceof PlayState.Playing && play().shown().isPresent());
    }

    /** How it stands and what the console has, so that a failure tells it. */
    String standing() {
        var said = play().output().map(out -> out.console().getDocument().get()).orElse("");
        return "it is " + play().state() + ", the console has: " + said;
    }

    void pause() {
        robot.press("ctrl+shift+p");
        robot.until("it waits", () -> play().state() instanceof PlayState.Paused);
    }

    void awaitStopped() {
        robot.until("the document is shown", () -> !play().isOn());
    }

    void stop() {
        robot.press("ctrl+p");
        awaitStopped();
    }
}
