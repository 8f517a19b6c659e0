// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

/**
 * One field of a subject: where its value is, and what holds while there is none.
 *
 * @param label what stands before it
 * @param fallback the value that holds while the field is absent
 */
record Slot(Subject subject, FieldPath path, String label, Value fallback) {

    /** This field of what its subject stands for now. */
    Slot now() {
        return new Slot(subject.now(), path, label, fallback);
    }

    Shown shown() {
        return subject.shown(path);
    }

    /** The common value or the fallback. */
    Value value() {
        return shown().or(fallback);
    }

    void write(Value value) {
        write(value, 0);
    }

    void write(Value value, long gesture) {
        subject.write(path, value, gesture);
    }

    Slot part(String step, String label, Value fallback) {
        return new Slot(subject, path.child(step), label, fallback);
    }

    /** A field's name as people read it: "albedoColor" becomes "Albedo Color". */
    static String title(String name) {
        String spaced = name.replace('_', ' ').replaceAll("([a-z0-9])([A-Z])", "$1 $2");
        return spaced.isEmpty()
                ? name
                : Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }
}
