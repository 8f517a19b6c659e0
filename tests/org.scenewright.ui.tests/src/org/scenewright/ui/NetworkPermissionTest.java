// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.ServerSocket;

/** The code of a scene uses the network where people allow it, by a server on this machine. */
class NetworkPermissionTest {
    private static final String ASKING =
            """
            exports.onStart = async () => {
                fetch('%s').then(
                    (answer) => console.log('answered ' + answer.status),
                    (failure) => console.log('refused: ' + failure.message));
            };
            """;

    private final Robot robot = new Robot();
    private final Resources resources = new Resources();
    private final BuiltScene scene = BuiltScene.write(SceneText.boxes(), "asking", "0,0");
    private OpenEditor open;
    private ServerSocket server;

    @BeforeEach
    void openOne() throws IOException {
        server = PlayNetworkTest.server();
        scene.with(ASKING.formatted(PlayNetworkTest.serve(server)));
        open = new OpenEditor(robot, scene.composite());
        resources.own(open, OpenEditor::close);
        open.ready();
    }

    @AfterEach
    void closeIt() throws IOException {
        PlayHabits.ofWorkspace().allowNetwork(open.folder(), false);
        robot.letGo();
        resources.close();
        server.close();
    }

    private String said() {
        return open.scene()
                .play()
                .output()
                .map(output -> output.console().getDocument().get())
                .orElse("");
    }

    private void playUntil(String words) {
        open.command("org.scenewright.ui.play");
        robot.untilStarted(() -> "it says " + said(), () -> said().contains(words));
    }

    private void stop() {
        open.command("org.scenewright.ui.play");
        robot.until("it is over", () -> !open.scene().play().isOn());
    }

    @Test
    void unaskedItIsRefusedAndTheConsoleSaysHowToAllowIt() {
        playUntil("refused: Scenes of this project may not use the network.");
        robot.until(
                "it says how",
                () -> said().contains("\"Allow Network Access While Playing\" beside Play"));
        stop();
    }

    @Test
    void whereItIsAllowedTheSceneIsAnswered() {
        var file = scene.bytes();
        open.command("org.scenewright.ui.network");
        assertTrue(PlayHabits.ofWorkspace().mayUseNetwork(open.folder()));
        playUntil("answered 200");
        stop();
        open.command("org.scenewright.ui.network");
        assertFalse(PlayHabits.ofWorkspace().mayUseNetwork(open.folder()));
        assertArrayEquals(file, scene.bytes());
    }
}
