// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.scenewright.schema.Value;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;

/** What a field shows of one or several entities. */
sealed interface Shown {

    /** All have this value. */
    record Same(Value value) implements Shown {}

    /** They differ. */
    record Mixed() implements Shown {}

    /** None of them has a value there. */
    record Absent() implements Shown {}

    /** Asks no further than the first that differs: selections may be large. */
    static <T> Shown of(Collection<T> holders, Function<T, Optional<Value>> value) {
        var first = holders.stream().findFirst().flatMap(value);
        boolean same = holders.stream().skip(1).allMatch(h -> value.apply(h).equals(first));
        return same ? first.<Shown>map(Same::new).orElseGet(Absent::new) : new Mixed();
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
