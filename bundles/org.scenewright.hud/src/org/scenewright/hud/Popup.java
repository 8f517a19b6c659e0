// SPDX-License-Identifier: EPL-2.0
package org.scenewright.hud;

/**
 * Where the options of an open menu are.
 *
 * @param box all of them that are shown
 * @param row how high each is
 * @param first the first that is shown
 * @param shown how many are
 */
record Popup(Rect box, float row, int first, int shown) {
    private static final int MOST = 8;
    private static final float PADDING = 4;

    /** Below its menu, or above where there is more room. */
    static Popup of(Placed menu, Choice choice, int first, Screen screen) {
        var under = menu.box();
        float row = Math.max(choice.words().face().size() * 2, under.height());
        float below = screen.height() - under.bottom();
        float room = Math.max(below, under.y()) - 2 * PADDING;
        int fit = Math.clamp((int) (room / row), 1, MOST);
        int shown = Math.min(fit, choice.options().size());
        float high = shown * row + 2 * PADDING;
        boolean isBelow = below >= high || below >= under.y();
        var box =
                new Rect(
                        under.x(),
                        isBelow ? under.bottom() + 2 : under.y() - high - 2,
                        under.width(),
                        high);
        return new Popup(box, row, Math.clamp(first, 0, choice.options().size() - shown), shown);
    }

    Rect option(int option) {
        return new Rect(
                box.x() + PADDING,
                box.y() + PADDING + (option - first) * row,
                box.width() - 2 * PADDING,
                row);
    }

    /** The option at a place; -1 for none. */
    int at(double x, double y) {
        int option = first + (int) Math.floor((y - box.y() - PADDING) / row);
        boolean isShown = box.holds(x, y) && option >= first && option < first + shown;
        return isShown ? option : -1;
    }
}
