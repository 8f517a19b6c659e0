// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.runtime.PlayState;
import org.scenewright.schema.Value;

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
        begin();
        // A machine with much else to do may be too slow for the watchdog while a process is cold.
        for (int again = 0; again < AGAIN && hasFailed(); again++) {
            stop();
            begin();
        }
        played().awaitShown();
    }

    private void begin() {
        open.activate();
        robot.press("ctrl+p");
        robot.untilStarted(played()::standing, () -> hasFailed() || isPlaying());
    }

    private boolean hasFailed() {
        return played().play().state() instanceof PlayState.Failed;
    }

    private boolean isPlaying() {
        return played().play().state() instanceof PlayState.Playing;
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
                () -> "nothing is " + Integer.toHexString(rgb) + ", " + played().standing(),
                () -> {
                    // Looks at pictures must not hold up what they wait for.
                    robot.catchUp();
                    return open.glimpse().of(color(rgb)).size() > SEEN;
                });
    }

    /** Clicks on what has a colour, once a hint says what for. */
    private void click(int rgb, String hint) {
        var middle = open.glimpse().middle(color(rgb));
        robot.move(open.canvas(), middle);
        robot.until(() -> "the hint is " + hint(), () -> hint().equals("Click  " + hint));
        robot.click(open.canvas(), middle);
    }

    private String hint() {
        return open.desk().pane().orElseThrow().tip().words();
    }

    /** What an entity of a name has as a component in the scene that runs. */
    String value(String name, String component) {
        var now = played().shown().snapshot();
        return now.entities().stream()
                .filter(entity -> now.name(entity).equals(name))
                .flatMap(entity -> now.value(entity, component).stream())
                .map(Value::toString)
                .findFirst()
                .orElseThrow();
    }
}
