// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.graphics.Point;
import org.scenewright.runtime.Play;
import org.scenewright.runtime.PlayFigures;
import org.scenewright.runtime.PlayState;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.Value;

import java.util.Optional;
import java.util.stream.Stream;

/** What a test in another process can have done with the scene that runs here; UI thread. */
record FarPlay(Robot robot, OpenEditor open) {
    private static final int SEEN = 50;
    private static final int AGAIN = 2;

    /** Does it, by mouse and keys; what came of it. */
    String obey(String... words) {
        switch (words[0]) {
            case "play" -> play();
            case "lit" -> lit(Integer.parseInt(words[1], 16));
            case "click" -> click(Integer.parseInt(words[1], 16), words[2]);
            case "stop" -> stop();
            default -> throw new IllegalArgumentException("nobody who plays can " + words[0]);
        }
        return "";
    }

    private PlayedEditor played() {
        return new PlayedEditor(robot, open);
    }

    private void play() {
        boolean isShown = begins();
        // A machine with much else to do may be too slow for the watchdog while a process is cold.
        for (int again = 0; again < AGAIN && !isShown; again++) {
            stop();
            isShown = begins();
        }
        assertTrue(isShown, this::standing);
    }

    /** Whether it comes to its first picture. */
    private boolean begins() {
        open.activate();
        robot.press("ctrl+p");
        robot.untilStarted(this::standing, () -> hasFailed() || isShown());
        return !hasFailed();
    }

    private boolean hasFailed() {
        return played().play().state() instanceof PlayState.Failed;
    }

    private boolean isShown() {
        return played().play().state() instanceof PlayState.Playing
                && played().play().shown().isPresent();
    }

    private void stop() {
        open.activate();
        played().stop();
    }

    private static Pixels.Color color(int rgb) {
        return Pixels.near(rgb, 60);
    }

    /** Until the viewport shows something of a colour. */
    private void lit(int rgb) {
        robot.untilStarted(
                () -> "nothing is " + Integer.toHexString(rgb) + ", " + standing(),
                () -> {
                    // Looks at pictures must not hold up what they wait for.
                    robot.catchUp();
                    return open.glimpse().of(color(rgb)).size() > SEEN;
                });
    }

    /** Clicks on what has a colour, once a hint says what for. */
    private void click(int rgb, String hint) {
        robot.until(this::standing, () -> pointsAt(rgb).equals("Click  " + hint));
        robot.click(open.canvas(), open.glimpse().middle(color(rgb)));
    }

    /**
     * Moves the pointer about where a colour is, as people do until something happens; the hint.
     */
    private String pointsAt(int rgb) {
        var middle = open.glimpse().middle(color(rgb));
        robot.move(open.canvas(), new Point(middle.x + 1, middle.y));
        robot.move(open.canvas(), middle);
        return hint();
    }

    private String hint() {
        return open.desk().pane().orElseThrow().tip().words();
    }

    /** How the scene that runs here stands, so that a failure tells it. */
    String standing() {
        var canvas = open.canvas();
        return "%s; %s frames came, the last second %s, the hint is “%s”, the pointer at %s"
                .formatted(
                        played().standing(),
                        figures().map(PlayFigures::ticks).orElse(0L),
                        figures().map(PlayFigures::ticksPerSecond).orElse(0.0),
                        hint(),
                        canvas.toControl(canvas.getDisplay().getCursorLocation()));
    }

    private Optional<PlayFigures> figures() {
        return played().play().shown().map(Play::figures);
    }

    /** What an entity of a name has as a component in the scene that runs. */
    String value(String name, String component) {
        return played().play().shown().map(Play::snapshot).stream()
                .flatMap(now -> values(now, name, component))
                .findFirst()
                .orElse("nothing");
    }

    private static Stream<String> values(SceneSnapshot now, String name, String component) {
        return now.entities().stream()
                .filter(entity -> now.name(entity).equals(name))
                .flatMap(entity -> now.value(entity, component).stream())
                .map(Value::toString);
    }
}
