// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.scenewright.schema.Value;

import java.util.List;
import java.util.Optional;

/** What a field shows of one or several entities. */
sealed interface Shown {

    /** All have this value. */
    record Same(Value value) implements Shown {}

    /** They differ. */
    record Mixed() implements Shown {}

    /** None of them has a value there. */
    record Absent() implements Shown {}

    static Shown of(List<Optional<Value>> values) {
        long distinct = values.stream().distinct().limit(2).count();
        if (distinct != 1) {
            return distinct == 0 ? new Absent() : new Mixed();
        }
        return values.getFirst().<Shown>map(Same::new).orElseGet(Absent::new);
    }

    /** The common value, or the fallback where there is none or more than one. */
    default Value or(Value fallback) {
        return this instanceof Same(var value) ? value : fallback;
    }

    default boolean isMixed() {
        return this instanceof Mixed;
    }

    default boolean isAbsent() {
        return this instanceof Absent;
    }
}
