// SPDX-License-Identifier: EPL-2.0
package org.scenewright.hud;

import java.awt.Font;
import java.util.List;

/**
 * The letters of a text.
 *
 * @param family 0 without serifs, 1 with serifs, 2 all of one width
 * @param size in pixels of the layout
 */
record Face(int family, float size) {
    private static final float LARGEST = 1000;
    private static final List<String> FAMILIES =
            List.of(Font.SANS_SERIF, Font.SERIF, Font.MONOSPACED);

    static Face of(Part text) {
        int family = Math.clamp(text.whole("font", 0), 0, FAMILIES.size() - 1);
        return new Face(family, (float) Math.clamp(text.number("fontSize", 10), 1, LARGEST));
    }

    Font font(boolean isBold, boolean isItalic) {
        return new Font(FAMILIES.get(family), style(isBold, isItalic), 1).deriveFont(size);
    }

    private static int style(boolean isBold, boolean isItalic) {
        return (isBold ? Font.BOLD : Font.PLAIN) | (isItalic ? Font.ITALIC : Font.PLAIN);
    }
}
