// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import java.text.NumberFormat;
import java.util.Locale;

/** Numbers of things as people say them. */
final class Counted {
    private Counted() {}

    static String entities(int count) {
        return number(count) + (count == 1 ? " entity" : " entities");
    }

    static String triangles(long count) {
        return number(count) + (count == 1 ? " triangle" : " triangles");
    }

    static String lines(long count) {
        return number(count) + (count == 1 ? " line" : " lines");
    }

    static String messages(long count) {
        return number(count) + (count == 1 ? " message" : " messages");
    }

    /** A number in as few letters as will do, for example 17.8K. */
    static String briefly(long count) {
        var format =
                NumberFormat.getCompactNumberInstance(
                        Locale.getDefault(Locale.Category.FORMAT), NumberFormat.Style.SHORT);
        format.setMaximumFractionDigits(1);
        return format.format(count);
    }

    static String number(long count) {
        return NumberFormat.getIntegerInstance().format(count);
    }
}
