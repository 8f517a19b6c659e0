// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.scenewright.schema.Value;

import java.util.Map;

/**
 * A struct within a component, read field by field: for what is read of every entity of a scene,
 * where taking paths apart would cost more than all the rest.
 */
record Part(Map<String, Value> fields) {

    static Part of(Value value) {
        return new Part(value.members());
    }

    private Value field(String name) {
        return fields.getOrDefault(name, Value.EMPTY);
    }

    /** A struct of this one; one without fields where there is none. */
    Part part(String name) {
        return of(field(name));
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    double number(String name, double fallback) {
        return field(name) instanceof Value.Num(double number) ? number : fallback;
    }

    String text(String name) {
        return field(name) instanceof Value.Text(String text) ? text : "";
    }
}
