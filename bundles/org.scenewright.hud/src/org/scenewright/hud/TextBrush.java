// SPDX-License-Identifier: EPL-2.0
package org.scenewright.hud;

import java.awt.Graphics2D;
import java.awt.Rectangle;

/** Writes texts. */
final class TextBrush {
    private final Letters letters;
    private final Graphics2D pen;
    private final Screen screen;

    TextBrush(Letters letters, Graphics2D pen, Screen screen) {
        this.letters = letters;
        this.pen = pen;
        this.screen = screen;
    }

    /** Writes a text where it is aligned in a rectangle; the pixels that it may take. */
    Rectangle write(Wording text, Rect within, float opacity) {
        var ink = text.ink().faded(opacity);
        if (text.text().isBlank() || ink.isClear()) {
            return new Rectangle();
        }
        var lines = letters.lines(text, within.width());
        float high = letters.lineHeight(text.face());
        float top = top(text, within, high * lines.size());
        var before = pen.getTransform();
        pen.scale(screen.density(), screen.density());
        pen.setColor(ink.color());
        float left = within.right();
        float right = within.x();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            float x = within.x() + (within.width() - line.getVisibleAdvance()) * text.column() / 2;
            float free = high - line.getAscent() - line.getDescent();
            float base = top + i * high + free / 2 + line.getAscent();
            line.draw(pen, x, sharp(base));
            left = Math.min(left, x);
            right = Math.max(right, x + line.getAdvance());
        }
        pen.setTransform(before);
        float slack = text.face().size();
        return screen.pixels(
                new Rect(
                        left - slack,
                        top - slack,
                        right - left + 2 * slack,
                        high * lines.size() + 2 * slack));
    }

    /** Letters stand on whole pixels. */
    private float sharp(float y) {
        return Math.round(y * screen.density()) / screen.density();
    }

    private static float top(Wording text, Rect within, float high) {
        return within.y() + (within.height() - high) * text.row() / 2;
    }

    /** Where a line of a field is written so that its caret is seen. */
    static Rect follow(Letters letters, Wording line, Rect within, float caret) {
        float wide = letters.measure(line, Float.POSITIVE_INFINITY)[0];
        if (wide <= within.width()) {
            return within;
        }
        // Too long a line begins at the left, whatever its alignment, and goes as far as needed.
        float begin = Math.min(0, within.width() - caret - 1);
        return new Rect(within.x() + begin, within.y(), wide, within.height());
    }

    /** The line between two letters. */
    Rect caret(Wording line, Rect within, float at) {
        float wide = line.text().isEmpty() ? 0 : letters.measure(line, Float.POSITIVE_INFINITY)[0];
        float high = letters.lineHeight(line.face());
        float x = within.x() + Math.max(0, within.width() - wide) * line.column() / 2 + at;
        return new Rect(x, top(line, within, high), 1, high);
    }

    /** How many letters of a line are before a place. */
    static int letters(Letters letters, Wording line, Rect within, double x) {
        float wide = line.text().isEmpty() ? 0 : letters.measure(line, Float.POSITIVE_INFINITY)[0];
        double at = x - within.x() - Math.max(0, within.width() - wide) * line.column() / 2;
        int count = 0;
        int most = line.text().length();
        while (count < most) {
            int middle = (count + most) / 2;
            float here = (letters.advance(line, middle) + letters.advance(line, middle + 1)) / 2;
            count = here < at ? middle + 1 : count;
            most = here < at ? most : middle;
        }
        return whole(line.text(), count);
    }

    /** Never between the two units of a letter. */
    private static int whole(String text, int count) {
        boolean isWithin =
                count > 0
                        && count < text.length()
                        && Character.isSurrogatePair(text.charAt(count - 1), text.charAt(count));
        return isWithin ? count - 1 : count;
    }
}
