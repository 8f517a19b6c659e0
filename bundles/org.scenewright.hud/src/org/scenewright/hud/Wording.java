// SPDX-License-Identifier: EPL-2.0
package org.scenewright.hud;

/**
 * A text of a user interface.
 *
 * @param text as written, with marks for bold and italic letters where it is marked up
 * @param isMarked whether it is
 * @param align by the numbers of the protocol: three rows from the top, each left, centre, right
 * @param wraps whether lines break where there is no more room
 */
record Wording(String text, boolean isMarked, Face face, Ink ink, int align, boolean wraps) {
    private static final int LONGEST = 4000;
    private static final int MIDDLE = 4;

    /** TextWrap. */
    private static final int WRAP = 0;

    private static final int NO_WRAP = 1;

    static Wording of(Part text) {
        return new Wording(
                cut(text.text("value", "")),
                true,
                Face.of(text),
                Ink.of(text, "color", Ink.WHITE),
                align(text),
                text.whole("textWrap", NO_WRAP) == WRAP);
    }

    /** Plain words in the style of a field, in one line. */
    static Wording plain(Part field, String text, Ink ink) {
        return new Wording(cut(text), false, Face.of(field), ink, align(field), false);
    }

    private static int align(Part text) {
        return Math.clamp(text.whole("textAlign", MIDDLE), 0, 8);
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    Wording with(String other, Ink color) {
        return new Wording(cut(other), isMarked, face, color, align, wraps);
    }

    /** 0 left, 1 centre, 2 right. */
    int column() {
        return align % 3;
    }

    /** 0 top, 1 middle, 2 bottom. */
    int row() {
        return align / 3;
    }
}
