// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import java.util.Map;

/**
 * How often each of several things is there.
 *
 * @param byThing only what is there at all
 */
record Counts<T>(Map<T, Integer> byThing) {

    void add(T thing) {
        byThing.merge(thing, 1, Integer::sum);
    }

    void remove(T thing) {
        byThing.computeIfPresent(thing, (key, count) -> count > 1 ? count - 1 : null);
    }

    int different() {
        return byThing.size();
    }
}
