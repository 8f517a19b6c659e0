// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.graphics.Point;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scenewright.runtime.PlayState;
import org.scenewright.testing.SampleRig;

import java.io.IOException;
import java.nio.file.Files;

/** A flower with a red vane is moved by its clips while its scene is played, and only then. */
class PlayAnimationTest {
    private static final Pixels.Color VANE =
            (red, green, blue) -> red > 120 && green < red / 2 && blue < red / 2;

    /** With a moment between them, in half a second of which the vane would go far. */
    private static final int LOOKS = 8;

    private static final String STILL =
            "exports.onUpdate = async () => {\n"
                    + "    const none = { data: new Uint8Array(0) };\n"
                    + "    await require('~system/EngineApi').crdtSendToRenderer(none);\n"
                    + "};\n";

    private final Robot robot = new Robot();
    private final Resources resources = new Resources();
    private BuiltScene built;
    private OpenEditor open;

    @BeforeEach
    void openAScene() throws IOException {
        var text = SceneText.boxes().model(514, "Flower", "models/flower.glb");
        built = BuiltScene.write(text, "animated", "0,0").with(STILL);
        var model = built.folder().resolve("models/flower.glb");
        Files.createDirectories(model.resolveSibling(""));
        Files.write(model, SampleRig.glb());
        open = new OpenEditor(robot, built.composite());
        open.ready();
        resources.own(open, OpenEditor::close);
        robot.until("the model is seen", () -> open.glimpse().of(VANE).size() > 20);
    }

    @AfterEach
    void closeIt() {
        robot.letGo();
        resources.close();
    }

    private ScenePlay play() {
        return open.scene().play();
    }

    private void start() {
        robot.press("ctrl+p");
        robot.untilStarted(
                () -> "it is " + play().state(), () -> play().state() instanceof PlayState.Playing);
    }

    /** The number of pixels of the vane that are where they were. */
    private static long same(Pixels one, Pixels other) {
        var before = one.of(VANE);
        return other.of(VANE).stream().filter(before::contains).count();
    }

    private boolean isMoved(Pixels rest) {
        var now = open.glimpse();
        return !now.of(VANE).isEmpty() && same(rest, now) < rest.of(VANE).size() / 2;
    }

    /** What there is to know where nothing moves. */
    private String standing() {
        var postures = play().showing().map(shown -> shown.postures().get());
        return "%s, %s, %d pixels"
                .formatted(play().state(), postures, open.glimpse().of(VANE).size());
    }

    @Test
    void clipsMoveAModelUntilTheEnd() {
        var rest = open.pixels();
        var file = built.bytes();
        start();
        robot.until(() -> "the vane has moved; " + standing(), () -> isMoved(rest));
        var there = open.glimpse();
        robot.until(() -> "it goes on; " + standing(), () -> isMoved(there));
        robot.press("ctrl+p");
        robot.until("the document is shown", () -> !play().isOn());
        checkNear(rest.middle(VANE), open.pixels().middle(VANE));
        assertArrayEquals(file, built.bytes());
    }

    /** Requires the same place but for the rounding of a middle. */
    private static void checkNear(Point expected, Point actual) {
        int distance = Math.max(Math.abs(expected.x - actual.x), Math.abs(expected.y - actual.y));
        assertTrue(distance <= 1, actual + " instead of " + expected);
    }

    @Test
    void aPauseHoldsItWhereItIs() {
        var rest = open.pixels();
        start();
        robot.until(() -> "the vane has moved; " + standing(), () -> isMoved(rest));
        robot.press("ctrl+shift+p");
        robot.until("it waits", () -> play().state() instanceof PlayState.Paused);
        robot.settle();
        var there = open.glimpse();
        for (int i = 0; i < LOOKS; i++) {
            robot.settle();
            assertTrue(same(there, open.glimpse()) > 0.8 * there.of(VANE).size());
        }
    }
}
