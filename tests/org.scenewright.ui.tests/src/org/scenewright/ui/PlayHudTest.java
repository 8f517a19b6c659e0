// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.graphics.Point;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.Value;

import java.util.List;

/** The user interface of a scene lies over the viewport while it is played, and can be used. */
class PlayHudTest {
    private static final Pixels.Color VIOLET =
            (red, green, blue) -> red > 240 && green < 10 && blue > 240;
    private static final Pixels.Color YELLOW =
            (red, green, blue) -> red > 240 && green > 240 && blue < 10;
    private static final Entity FIELD = new Entity(701);

    /** On the square, and on the field below it, in points. */
    private static final Point SQUARE = new Point(60, 50);

    private static final Point TYPED = new Point(60, 120);

    /** A violet square that turns yellow when it is pressed, and a field below it. */
    private static final String PANEL =
            """
            const engine = require('~system/EngineApi');
            const varint = (n) => n < 128 ? [n] : [n & 127 | 128, ...varint(n >>> 7)];
            const int = (field, n) => [...varint(field << 3), ...varint(n)];
            const float = (field, x) =>
                [...varint(field << 3 | 5), ...new Uint8Array(new Float32Array([x]).buffer)];
            const part = (field, inside) =>
                [...varint(field << 3 | 2), ...varint(inside.length), ...inside];
            const words = (...all) => [...new Uint8Array(new Uint32Array(all).buffer)];
            let stamp = 0;
            const put = (entity, component, ...data) => {
                const all = data.flat();
                return [...words(24 + all.length, 1, entity, component, ++stamp, all.length), ...all];
            };
            const box = (top, width, height) => [
                int(7, 1), int(16, 1), float(17, width), int(18, 1), float(19, height),
                int(28, 1), float(29, 10), int(30, 1), float(31, top)].flat();
            const color = (r, g, b) => part(1, [float(1, r), float(2, g), float(3, b), float(4, 1)].flat());
            let isPressed = false;
            exports.onUpdate = async () => {
                const look = isPressed ? color(1, 1, 0) : color(1, 0, 1);
                const sent = [
                    ...put(700, 1050, box(10, 100, 80)),
                    ...put(700, 1053, look),
                    ...put(700, 1062, part(1, [...int(1, 1), ...part(2, int(1, 0))])),
                    ...put(701, 1050, [...int(2, 700), ...box(100, 100, 40)]),
                    ...put(701, 1093, part(1, [65]))];
                const { data } = await engine.crdtSendToRenderer({ data: new Uint8Array(sent) });
                for (const bytes of data) {
                    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
                    for (let at = 0; at + 16 <= view.byteLength; at += view.getUint32(at, true)) {
                        const isAppended = view.getUint32(at + 4, true) === 4;
                        isPressed ||= isAppended && view.getUint32(at + 8, true) === 700;
                    }
                }
            };
            """;

    private final Robot robot = new Robot();
    private final Resources resources = new Resources();
    private BuiltScene built;
    private OpenEditor open;
    private PlayedEditor played;

    @BeforeEach
    void openAScene() {
        built = BuiltScene.write(SceneText.boxes(), "panelled", "0,0").with(PANEL);
        open = new OpenEditor(robot, built.composite());
        open.ready();
        resources.own(open, OpenEditor::close);
        played = new PlayedEditor(robot, open);
    }

    @AfterEach
    void closeIt() {
        robot.letGo();
        resources.close();
    }

    private int count(Pixels.Color color) {
        return open.glimpse().of(color).size();
    }

    private String held() {
        var result = open.scene().shown().value(FIELD, "core::UiInputResult");
        return result.orElse(Value.EMPTY).text("value", "");
    }

    @Test
    void aClickOnItComesBackFromTheCodeAndNothingStays() {
        var file = built.bytes();
        played.start();
        robot.until("the square is seen", () -> count(VIOLET) > 7000);
        robot.click(open.canvas(), SQUARE);
        robot.until("it was pressed", () -> count(YELLOW) > 7000);
        assertEquals(List.of(), open.selected());
        played.stop();
        robot.until("it is gone", () -> count(YELLOW) == 0);
        assertArrayEquals(file, built.bytes());
    }

    @Test
    void whatIsTypedIntoAFieldIsNoCommand() {
        played.start();
        robot.until("the square is seen", () -> count(VIOLET) > 7000);
        var before = desk();
        robot.click(open.canvas(), TYPED);
        robot.until("the field has the keys", () -> desk().types());
        robot.type("grid");
        robot.until(() -> "it holds " + held(), () -> held().equals("grid"));
        assertEquals(before.options(), desk().options());
        robot.press("Escape");
        robot.until("the keys are commands again", () -> !desk().types());
        played.stop();
    }

    private ViewportState desk() {
        return open.desk().pane().flatMap(ViewportPane::state).orElseThrow();
    }

    @Test
    void aButtonHidesIt() {
        played.start();
        robot.until("the square is seen", () -> count(VIOLET) > 7000);
        assertTrue(desk().options().hud());
        played.click("Show the user interface");
        robot.until("it is hidden", () -> count(VIOLET) == 0);
        assertFalse(desk().options().hud());
        played.click("Show the user interface");
        robot.until("it is seen again", () -> count(VIOLET) > 7000);
        played.stop();
    }
}
