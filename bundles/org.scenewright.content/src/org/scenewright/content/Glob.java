// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A pattern over a list of things; takes time in proportion to the product of both lengths at most.
 *
 * @param parts what the things have to be, one after the other; an empty one stands for any number
 *     of things, also none
 */
record Glob<T>(List<Optional<Predicate<T>>> parts) {
    Glob {
        parts = List.copyOf(parts);
    }

    boolean fits(List<T> things) {
        int part = 0;
        int at = 0;
        // Where to try again with one more thing for the last wildcard: earlier ones need not grow.
        int wildcard = -1;
        int taken = 0;
        while (at < things.size()) {
            if (part < parts.size() && parts.get(part).isEmpty()) {
                wildcard = part++;
                taken = at;
            } else if (part < parts.size() && parts.get(part).get().test(things.get(at))) {
                part++;
                at++;
            } else if (wildcard >= 0) {
                part = wildcard + 1;
                at = ++taken;
            } else {
                return false;
            }
        }
        return parts.stream().skip(part).allMatch(Optional::isEmpty);
    }
}
