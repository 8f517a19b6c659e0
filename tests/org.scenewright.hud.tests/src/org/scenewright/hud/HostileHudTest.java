// SPDX-License-Identifier: EPL-2.0
package org.scenewright.hud;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.ArrayList;
import java.util.List;

/** Whatever a scene asks for, its user interface is laid out and painted, and soon. */
@Timeout(20)
class HostileHudTest {
    private static final String BESIDE =
            "a T={'width':5,'widthUnit':1,'height':5,'heightUnit':1,'flexShrink':0}";
    private static final String RED = " Fill={'color':{'r':1,'g':0,'b':0,'a':1}}";

    /** Boxes in boxes, each ten thousand times as large as what it is in, with one at the end. */
    private static Panel deep(String style, String end) {
        var lines = new ArrayList<>(List.of(BESIDE + RED));
        String parent = "";
        for (int i = 0; i < 14; i++) {
            lines.add("b" + i + parent + " T={" + style + "}" + (i == 13 ? end : ""));
            parent = " in b" + i;
        }
        return Panel.of(lines.toArray(String[]::new));
    }

    private static void check(Panel panel) {
        assertEquals("ff0000", panel.color(2, 2));
        panel.hud.move(50, 50);
        panel.hud.wheel(50, 50, -1);
        panel.hud.wheel(50, 50, 1);
        assertEquals("ff0000", panel.color(2, 2));
    }

    @Test
    void boxesBeyondAllNumbersAreScrolled() {
        String huge =
                "'width':1000000,'widthUnit':2,'height':1000000,'heightUnit':2,"
                        + "'flexShrink':0,'overflow':2";
        check(deep(huge, ""));
    }

    @Test
    void wordsInBoxesBeyondAllNumbersAreWrapped() {
        String huge =
                "'width':1000000,'widthUnit':2,'flexShrink':0,"
                        + "'positionLeft':-1000000,'positionLeftUnit':2,"
                        + "'paddingLeft':1000000,'paddingLeftUnit':2";
        check(deep(huge, " Text={'value':'so many words','textWrap':0}"));
    }
}
