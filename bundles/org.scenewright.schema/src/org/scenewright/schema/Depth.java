// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

/** The bound on how deep outside input may nest. */
final class Depth {
    private Depth() {}

    static void check(int depth) {
        if (depth > ValueJson.MAX_DEPTH) {
            throw new SchemaException("nested deeper than " + ValueJson.MAX_DEPTH + " levels");
        }
    }
}
