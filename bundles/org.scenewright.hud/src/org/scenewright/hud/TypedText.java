// SPDX-License-Identifier: EPL-2.0
package org.scenewright.hud;

/**
 * A text that is being typed, and where the next letter goes.
 *
 * @param caret how many letters are before it
 */
record TypedText(String text, int caret) {
    private static final int LONGEST = 2000;

    static TypedText of(String text) {
        return new TypedText(text, text.length());
    }

    /** With something inserted; line breaks and other controls are left out. */
    TypedText typed(String more) {
        String letters =
                more.codePoints()
                        .filter(c -> !Character.isISOControl(c))
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
        boolean fits = text.length() + letters.length() <= LONGEST;
        return fits
                ? new TypedText(
                        text.substring(0, caret) + letters + text.substring(caret),
                        caret + letters.length())
                : this;
    }

    /** Without the letter before the caret. */
    TypedText backspaced() {
        int before = before();
        return new TypedText(text.substring(0, before) + text.substring(caret), before);
    }

    /** Without the letter behind the caret. */
    TypedText deleted() {
        return new TypedText(text.substring(0, caret) + text.substring(behind()), caret);
    }

    TypedText left() {
        return new TypedText(text, before());
    }

    TypedText right() {
        return new TypedText(text, behind());
    }

    TypedText at(int letters) {
        return new TypedText(text, Math.clamp(letters, 0, text.length()));
    }

    /** A letter may consist of two units. */
    private int before() {
        return caret == 0 ? 0 : text.offsetByCodePoints(caret, -1);
    }

    private int behind() {
        return caret == text.length() ? caret : text.offsetByCodePoints(caret, 1);
    }
}
