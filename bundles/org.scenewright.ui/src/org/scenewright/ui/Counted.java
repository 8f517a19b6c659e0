// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import java.text.NumberFormat;

/** Numbers of things as people say them. */
final class Counted {
    private Counted() {}

    static String entities(int count) {
        return number(count) + (count == 1 ? " entity" : " entities");
    }

    static String triangles(long count) {
        return number(count) + (count == 1 ? " triangle" : " triangles");
    }

    static String number(long count) {
        return NumberFormat.getIntegerInstance().format(count);
    }
}
