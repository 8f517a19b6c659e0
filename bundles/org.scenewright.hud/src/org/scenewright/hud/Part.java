// SPDX-License-Identifier: EPL-2.0
package org.scenewright.hud;

import org.scenewright.schema.Value;

import java.util.List;
import java.util.Map;

/** A struct within a component, read field by field with what holds where one is absent. */
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
        return fields.containsKey(name) && !(field(name) instanceof Value.Nothing);
    }

    double number(String name, double fallback) {
        return field(name) instanceof Value.Num(double number) && Double.isFinite(number)
                ? number
                : fallback;
    }

    int whole(String name, int fallback) {
        return (int) number(name, fallback);
    }

    String text(String name, String fallback) {
        return field(name) instanceof Value.Text(String text) ? text : fallback;
    }

    boolean flag(String name) {
        return field(name) instanceof Value.Flag(boolean on) && on;
    }

    List<Value> items(String name) {
        return field(name) instanceof Value.Items(List<Value> items) ? items : List.of();
    }
}
