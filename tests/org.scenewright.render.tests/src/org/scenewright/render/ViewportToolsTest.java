// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.joml.Vector3f;
import org.junit.jupiter.api.Test;

import java.util.Optional;

class ViewportToolsTest {
    private static final double[] EMPTY = {20, 580};
    private final Studio studio =
            Studio.of("lamp at 6 0 6 box", "rest at 10 0 8 box", "third at 6 0 12 box");

    private void check(String selected) {
        assertEquals(selected, studio.selected());
    }

    private double[] on(String name) {
        return studio.pixel(studio.at(name));
    }

    private static InputEvent.Modifiers none() {
        return InputEvent.Modifiers.NONE;
    }

    @Test
    void aClickSelects() {
        studio.click(on("lamp"));
        check("lamp");
        assertEquals(studio.entities("lamp"), studio.told);
    }

    @Test
    void aClickElsewhereSelectsInstead() {
        studio.click(on("lamp"));
        studio.click(on("third"));
        check("third");
    }

    @Test
    void aClickOnNothingClears() {
        studio.click(on("lamp"));
        studio.click(EMPTY);
        check("");
    }

    @Test
    void controlAddsAndTakesAway() {
        studio.click(on("lamp"));
        studio.click(on("third"), Studio.Modifiers.CONTROL);
        check("lamp third");
        studio.click(on("third"), Studio.Modifiers.CONTROL);
        check("lamp");
    }

    @Test
    void controlOnNothingKeepsTheSelection() {
        studio.click(on("lamp"));
        studio.click(EMPTY, Studio.Modifiers.CONTROL);
        check("lamp");
    }

    @Test
    void aRectangleSelects() {
        studio.drag(new double[] {2, 2}, new double[] {798, 598});
        check("lamp rest third");
    }

    @Test
    void theRectangleIsThereToBeShown() {
        studio.press(new double[] {100, 200});
        studio.move(new double[] {50, 300});
        assertEquals(
                Optional.of(new ScreenRectangle(50, 200, 100, 300)), studio.tools.rubberBand());
    }

    @Test
    void aTremblingClickIsAClick() {
        double[] at = on("lamp");
        studio.drag(at, new double[] {at[0] + 2, at[1] + 2});
        check("lamp");
    }

    @Test
    void escapeEndsARectangle() {
        studio.press(new double[] {2, 2});
        studio.move(new double[] {798, 598});
        studio.key(InputEvent.Key.ESCAPE);
        studio.release(new double[] {798, 598});
        check("");
    }

    @Test
    void keysChooseTools() {
        studio.key(InputEvent.Key.R);
        assertEquals(Tool.SCALE, studio.tools.tool());
        studio.key(InputEvent.Key.E);
        assertEquals(Tool.ROTATE, studio.tools.tool());
        studio.key(InputEvent.Key.W);
        assertEquals(Tool.MOVE, studio.tools.tool());
        studio.key(InputEvent.Key.Q);
        assertEquals(Tool.SELECT, studio.tools.tool());
        studio.key(InputEvent.Key.X);
        assertFalse(studio.tools.worldAxes());
    }

    @Test
    void framingGlidesToTheSelection() {
        studio.select("rest");
        studio.key(InputEvent.Key.F);
        assertTrue(studio.tools.animating());
        studio.tools.tick(1);
        assertFalse(studio.tools.animating());
        assertEquals(0, studio.camera.target().distance(studio.at("rest")), 1e-3);
    }

    @Test
    void rightButtonAndKeysFly() {
        var before = studio.camera.eye();
        hold(InputEvent.Button.RIGHT, none());
        studio.key(InputEvent.Key.W);
        studio.tools.tick(0.5);
        assertEquals(4, before.distance(studio.camera.eye()), 1e-3);
        assertEquals(Tool.MOVE, studio.tools.tool());
    }

    private void hold(InputEvent.Button button, InputEvent.Modifiers modifiers) {
        studio.tools.input(new InputEvent.PointerDown(400, 300, button, modifiers));
    }

    @Test
    void shiftFliesFaster() {
        var before = studio.camera.eye();
        hold(InputEvent.Button.RIGHT, none());
        studio.key(InputEvent.Key.SHIFT);
        studio.key(InputEvent.Key.S);
        studio.tools.tick(0.5);
        assertEquals(16, before.distance(studio.camera.eye()), 1e-3);
    }

    @Test
    void theWheelChangesTheSpeedOfFlight() {
        var before = studio.camera.eye();
        hold(InputEvent.Button.RIGHT, none());
        studio.tools.input(new InputEvent.Wheel(400, 300, 2, none()));
        studio.key(InputEvent.Key.D);
        studio.tools.tick(1);
        assertEquals(12.5, before.distance(studio.camera.eye()), 1e-3);
    }

    @Test
    void lettingGoLands() {
        hold(InputEvent.Button.RIGHT, none());
        studio.key(InputEvent.Key.W);
        studio.tools.input(new InputEvent.PointerUp(400, 300, InputEvent.Button.RIGHT, none()));
        assertFalse(studio.tools.animating());
    }

    @Test
    void altAndLeftTurnAround() {
        var target = studio.camera.target();
        var eye = studio.camera.eye();
        hold(InputEvent.Button.LEFT, new InputEvent.Modifiers(false, false, true));
        studio.move(new double[] {480, 300});
        assertTrue(eye.distance(studio.camera.eye()) > 1);
        assertEquals(0, target.distance(studio.camera.target()), 1e-4);
    }

    @Test
    void theMiddleButtonPans() {
        var forward = studio.camera.forward();
        var eye = studio.camera.eye();
        hold(InputEvent.Button.MIDDLE, none());
        studio.move(new double[] {480, 300});
        assertTrue(eye.distance(studio.camera.eye()) > 0.5);
        assertEquals(0, forward.distance(studio.camera.forward()), 1e-5);
    }

    @Test
    void theWheelGoesNearerToWhatIsUnderThePointer() {
        double[] at = on("third");
        float before = studio.camera.eye().distance(studio.at("third"));
        studio.tools.input(new InputEvent.Wheel(at[0], at[1], 3, none()));
        assertTrue(studio.camera.eye().distance(studio.at("third")) < before * 0.7f);
        assertEquals(at[0], on("third")[0], 2);
    }

    @Test
    void movingThePointerOverNothingDrawsNothing() {
        int before = studio.redraws;
        studio.move(new double[] {300, 20});
        studio.move(new double[] {310, 25});
        assertEquals(before, studio.redraws);
    }

    @Test
    void aHandleUnderThePointerLightsUp() {
        studio.select("lamp");
        int before = studio.redraws;
        studio.move(studio.pixel(studio.gizmo().point(0.8, 0, 0)));
        assertEquals(before + 1, studio.redraws);
    }

    @Test
    void handlesAreDrawnOnTop() {
        studio.select("lamp");
        assertEquals(7, studio.draw().onTop().size());
        studio.key(InputEvent.Key.Q);
        assertEquals(0, studio.draw().onTop().size());
    }

    @Test
    void theCompassLooksAlongAnAxis() {
        studio.draw();
        var center = compassEnd(1.15f);
        studio.click(center);
        studio.camera.settle();
        assertEquals(0, studio.camera.forward().distance(-1, 0, 0), 1e-3);
    }

    private double[] compassEnd(float arms) {
        var camera = studio.camera;
        double[] middle = {Studio.WIDTH - 54, 54};
        var x = new Vector3f(1, 0, 0);
        return new double[] {
            middle[0] + 34 * arms * x.dot(camera.right()),
            middle[1] - 34 * arms * x.dot(camera.up())
        };
    }
}
