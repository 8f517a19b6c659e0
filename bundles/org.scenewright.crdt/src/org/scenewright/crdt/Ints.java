// SPDX-License-Identifier: EPL-2.0
package org.scenewright.crdt;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** A list of ints that grows at its end. */
final class Ints {
    private static final int[] NONE = {};

    private int[] values = NONE;
    private int size;

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, Math.max(8, 2 * size));
        }
        values[size++] = value;
    }

    int get(int index) {
        return values[index];
    }

    int removeLast() {
        return values[--size];
    }

    int size() {
        return size;
    }

    List<Integer> sorted(Comparator<Integer> order) {
        return Arrays.stream(values, 0, size).boxed().sorted(order).toList();
    }
}
