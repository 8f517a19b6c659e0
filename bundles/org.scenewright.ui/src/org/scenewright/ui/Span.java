// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import java.util.List;

/**
 * The stretch in which two lists differ.
 *
 * @param start how many elements at the beginning are the same
 * @param removed how many elements of the first list follow before the ends are the same again
 * @param added how many elements of the second list stand in their place
 */
record Span(int start, int removed, int added) {

    static Span between(List<?> before, List<?> after) {
        int most = Math.min(before.size(), after.size());
        int start = 0;
        while (start < most && before.get(start).equals(after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < most - start
                && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        return new Span(start, before.size() - start - end, after.size() - start - end);
    }
}
