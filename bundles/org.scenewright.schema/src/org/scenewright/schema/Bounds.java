// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

/** How deep and how large one value from outside may become; for one reading and one thread. */
final class Bounds {
    private static final int MAX_VALUES = 4 << 20;

    private final int deepest;
    private int depth;
    private int values;

    Bounds() {
        this(ValueJson.MAX_DEPTH);
    }

    Bounds(int deepest) {
        this.deepest = deepest;
    }

    /** Steps into a list or struct. */
    void enter() {
        if (++depth > deepest) {
            throw new SchemaException("nested deeper than " + deepest + " levels");
        }
    }

    /** Steps out of a list or struct. */
    void leave() {
        depth--;
    }

    /** Counts one more value before it is made. */
    void count() {
        if (++values > MAX_VALUES) {
            throw new SchemaException("more than " + MAX_VALUES + " values");
        }
    }
}
