// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.keys.IBindingService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scenewright.crdt.Entity;
import org.scenewright.runtime.PlayState;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.Value;

/** People walk about in a running scene in the real workbench, by real keys. */
class PlayWalkTest {
    private static final String STILL =
            """
            const engine = require('~system/EngineApi');
            exports.onUpdate = async () => {
                await engine.crdtSendToRenderer({ data: new Uint8Array() });
            };
            """;
    private static final String MOVING =
            STILL
                    + """
                    exports.onStart = async () => {
                        const actions = require('~system/RestrictedActions');
                        await actions.movePlayerTo({ newRelativePosition: { x: 3, y: 0, z: 4 } });
                        await actions.movePlayerTo({ newRelativePosition: { x: 30, y: 0, z: 4 } });
                    };
                    """;
    private static final String ASKING =
            STILL
                    + """
                    exports.onStart = async () => {
                        const actions = require('~system/RestrictedActions');
                        await actions.openExternalUrl({ url: 'file:///etc/passwd' });
                        await actions.openExternalUrl({ url: 'https://example.org/a' });
                    };
                    """;

    private final Robot robot = new Robot();
    private final Resources resources = new Resources();
    private final BuiltScene built =
            BuiltScene.write(SceneText.boxes(), "walked", "0,0").with(STILL);
    private OpenEditor open;

    @BeforeEach
    void openIt() {
        open = new OpenEditor(robot, built.composite());
        resources.own(open, OpenEditor::close);
        open.ready();
    }

    @AfterEach
    void closeIt() {
        robot.release("w");
        robot.letGo();
        resources.close();
    }

    private ScenePlay play() {
        return open.scene().play();
    }

    private void start() {
        robot.press("ctrl+p");
        robot.untilStarted(
                () -> "it is " + play().state(),
                () -> play().state() instanceof PlayState.Playing && play().shown().isPresent());
        // The first time, what is opened for it takes the focus when it is there.
        robot.settle();
        robot.until("the canvas has the focus", open.canvas()::forceFocus);
        robot.settle();
    }

    private void stop() {
        robot.press("ctrl+p");
        robot.until("the document is shown", () -> !play().isOn());
    }

    private boolean walks() {
        return play().showing().flatMap(Showing::player).filter(PlayWalk::isOn).isPresent();
    }

    private void walk() {
        robot.press("p");
        robot.until("somebody walks", this::walks);
        // The keys are told a moment later.
        var keys = PlatformUI.getWorkbench().getService(IBindingService.class);
        robot.until("the keys are the player's", () -> !keys.isKeyFilterEnabled());
    }

    private double player(String field) {
        return open.scene()
                .shown()
                .value(Entity.PLAYER, SceneSnapshot.TRANSFORM)
                .orElse(Value.EMPTY)
                .number(field, -1);
    }

    private double north() {
        return player("position.z");
    }

    private static String at(double place) {
        return "the player is at " + place;
    }

    @Test
    void theKeysWalkAndEscapeGivesTheCameraBack() {
        var file = built.bytes();
        var gaze = open.scene().gaze();
        start();
        robot.until(() -> at(north()), () -> north() == 8);
        walk();
        robot.until("it is looked at from behind", () -> !open.scene().gaze().equals(gaze));
        robot.hold("w");
        robot.until(() -> at(north()), () -> north() > 10);
        robot.release("w");
        robot.settle();
        double there = north();
        robot.settle();
        assertEquals(there, north(), 0.01);
        robot.press("Escape");
        robot.until("nobody walks", () -> !walks());
        robot.until("the camera is where it was", () -> open.scene().gaze().equals(gaze));
        stop();
        assertArrayEquals(file, built.bytes());
    }

    @Test
    void aKeyThatIsHeldIsLetGoOfWithTheFocus() {
        start();
        walk();
        robot.hold("w");
        robot.until(() -> at(north()), () -> north() > 9);
        open.tree().forceFocus();
        robot.settle();
        double there = north();
        robot.settle();
        assertEquals(there, north(), 0.01);
        robot.release("w");
        stop();
    }

    @Test
    void spaceJumps() {
        start();
        walk();
        robot.hold("space");
        robot.until(() -> at(player("position.y")), () -> player("position.y") > 0.8);
        robot.release("space");
        robot.until(() -> at(player("position.y")), () -> player("position.y") < 1e-3);
        stop();
    }

    @Test
    void controlWithAKeyIsNoCommandWhileOneWalks() {
        start();
        walk();
        robot.hold("ctrl");
        robot.hold("w");
        robot.until(() -> at(north()), () -> north() > 9);
        robot.release("w");
        robot.release("ctrl");
        assertFalse(open.canvas().isDisposed(), "the editor is open");
        robot.press("ctrl+shift+p");
        robot.until("it waits", () -> play().state() instanceof PlayState.Paused);
        stop();
    }

    private double height() {
        return open.scene()
                .shown()
                .value(OpenEditor.GREEN, SceneSnapshot.TRANSFORM)
                .orElse(Value.EMPTY)
                .number("position.y", 0);
    }

    @Test
    void theSceneHearsOfTheKeysOfWhoWalks() {
        built.with(PlayScripts.JUMPING);
        start();
        walk();
        assertEquals(1, height());
        robot.press("e");
        robot.until("the box has jumped", () -> height() == 4);
        stop();
    }

    @Test
    void theSceneHearsOfDigitsWhileNobodyWalks() {
        built.with(PlayScripts.JUMPING);
        start();
        robot.press("e");
        robot.settle();
        assertEquals(1, height());
        robot.press("2");
        robot.until("the box has jumped", () -> height() == 4);
        stop();
    }

    @Test
    void aSceneMovesThePlayerOnItsOwnLandOnly() {
        built.with(MOVING);
        start();
        robot.until(() -> at(player("position.x")), () -> player("position.x") == 3);
        assertEquals(4, north());
        robot.until(
                "it is told",
                () ->
                        play().output()
                                .orElseThrow()
                                .console()
                                .getDocument()
                                .get()
                                .contains("movePlayerTo 30.0, 0.0, 4.0 is refused"));
        stop();
    }

    @Test
    void aSceneAsksBeforeItOpensTheBrowser() {
        built.with(ASKING);
        start();
        robot.until(
                "people are asked",
                () -> Robot.shows("The scene wants to open https://example.org/a in the browser."));
        robot.settle();
        var refuse = robot.await("a way out", () -> Robot.find(Link.class, "Refuse"));
        robot.click(refuse, new Point(8, refuse.getSize().y / 2));
        robot.until("it is forgotten", () -> Robot.find(Link.class, "Refuse").isEmpty());
        stop();
    }
}
