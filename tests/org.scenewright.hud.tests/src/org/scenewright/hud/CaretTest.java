// SPDX-License-Identifier: EPL-2.0
package org.scenewright.hud;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Where the next letter goes in a field that was clicked. */
class CaretTest {
    private static final String SIZE = "'width':50,'widthUnit':1,'height':40,'heightUnit':1";

    @Test
    void aClickIntoALongTextGoesWhereItIsSeen() {
        var panel = Panel.of("a T={" + SIZE + "} Input={'value':'" + "m".repeat(30) + "'}");
        panel.click(5, 5);
        panel.hud.press(HudKey.END);
        panel.click(20, 5);
        panel.hud.type("x");
        int at = panel.told().indexOf('x') - "a holds ".length();
        assertTrue(at > 25 && at < 30, "it went to " + at);
    }

    @Test
    void aClickIntoALetterOfTwoUnitsGoesBesideIt() {
        String value = "\uD83D\uDE00".repeat(2);
        var panel = Panel.of("a T={" + SIZE + "} Input={'value':'" + value + "'}");
        for (int x = 0; x < 50; x++) {
            panel.click(x, 5);
            panel.hud.type("x");
            panel.hud.press(HudKey.BACKSPACE);
            assertTrue(panel.told().codePoints().noneMatch(CaretTest::isHalf), "at " + x);
        }
    }

    private static boolean isHalf(int unit) {
        return unit <= 0xFFFF && Character.isSurrogate((char) unit);
    }
}
