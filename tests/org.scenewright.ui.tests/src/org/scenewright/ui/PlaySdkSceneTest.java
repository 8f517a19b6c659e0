// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scenewright.testing.OfficialSdk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A scene that the official SDK has built is played in the real workbench: what it does, and what
 * it answers, is seen in the pictures.
 */
class PlaySdkSceneTest {
    private static final Pixels.Color LAMP_OUT = Pixels.GREEN_BOX;
    private static final Pixels.Color LAMP_LIT =
            (red, green, blue) -> red > 180 && green < 90 && blue < 90;
    private static final Pixels.Color VANE = Pixels.BLUE_BOX;
    private static final Pixels.Color LIFT =
            (red, green, blue) -> red > 180 && green > 180 && blue < 90;
    private static final Pixels.Color SIGNAL_SEEN =
            (red, green, blue) -> red < 60 && green > 180 && blue > 180;

    private final Robot robot = new Robot();
    private final Resources resources = new Resources();
    private OpenEditor open;
    private PlayedEditor played;

    @BeforeEach
    void openWhatTheSdkBuilt() throws Exception {
        var sdk = OfficialSdk.fetched();
        assumeTrue(sdk.isPresent(), "the official SDK was not fetched");
        var source = OfficialSdk.checkout("tests/projects/played/answering");
        // Not where the workspace would come upon the links to its packages.
        var built = OpenEditor.temporary().resolve("built");
        OfficialSdk.copy(source, built);
        sdk.orElseThrow().install(built);
        sdk.orElseThrow().build(built);
        var scene = OpenEditor.temporary().resolve("answering");
        OfficialSdk.copy(source, scene);
        OfficialSdk.copy(built.resolve("bin"), scene.resolve("bin"));
        open = new OpenEditor(robot, scene.resolve("assets/scene/main.composite"));
        open.ready();
        resources.own(open, OpenEditor::close);
        played = new PlayedEditor(robot, open);
    }

    @AfterEach
    void closeIt() {
        robot.letGo();
        resources.close();
    }

    private Map<Path, ByteBuffer> files() throws IOException {
        var files = new TreeMap<Path, ByteBuffer>();
        try (var all = Files.walk(open.folder())) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                files.put(file, ByteBuffer.wrap(Files.readAllBytes(file)));
            }
        }
        return files;
    }

    private int count(Pixels.Color color) {
        return open.glimpse().of(color).size();
    }

    private boolean isThere(Pixels.Color color) {
        return count(color) > 50;
    }

    private void awaitColor(String what, Pixels.Color color, Pixels.Color instead) {
        robot.until(what, () -> isThere(color) && !isThere(instead));
    }

    private String hint() {
        return open.desk().pane().orElseThrow().tip().words();
    }

    private void clickTheLamp(Point middle) {
        robot.move(open.canvas(), middle);
        robot.until(() -> "the hint is " + hint(), () -> hint().equals("Click  Light the lamp"));
        var hand = open.canvas().getDisplay().getSystemCursor(SWT.CURSOR_HAND);
        assertEquals(hand, open.canvas().getCursor());
        robot.click(open.canvas(), middle);
    }

    /** The vane spins, the lift is moved by a tween, and the signal is coloured by a ray. */
    private void awaitWhatItDoesByItself(Pixels still) {
        int width = still.of(VANE).size();
        robot.untilStarted(
                () -> "the vane has not turned, " + played.standing(),
                () -> Math.abs(count(VANE) - width) > width / 10);
        int height = still.middle(LIFT).y;
        robot.until(
                "the lift has gone up",
                () -> isThere(LIFT) && open.glimpse().middle(LIFT).y < height - 20);
        robot.until("the ray has met the lamp", () -> isThere(SIGNAL_SEEN));
    }

    @Test
    void aSceneOfTheSdkAnswersOnTheScreenAndLeavesNothing() throws IOException {
        var files = files();
        var still = open.pixels();
        long revision = open.snapshot().revision();
        var lamp = still.middle(LAMP_OUT);
        played.click("Play");
        played.awaitShown();
        awaitWhatItDoesByItself(still);
        clickTheLamp(lamp);
        awaitColor("the lamp is lit", LAMP_LIT, LAMP_OUT);
        clickTheLamp(lamp);
        awaitColor("the lamp is out", LAMP_OUT, LAMP_LIT);
        clickTheLamp(lamp);
        awaitColor("the lamp is lit again", LAMP_LIT, LAMP_OUT);
        played.click("Stop");
        played.awaitStopped();
        assertArrayEquals(still.rgb(), open.pixels().rgb(), "the picture of the document");
        assertEquals("", hint());
        assertEquals(revision, open.snapshot().revision());
        assertFalse(open.editor().isDirty());
        assertEquals(List.of(), open.selected());
        assertEquals(files, files());
    }
}
