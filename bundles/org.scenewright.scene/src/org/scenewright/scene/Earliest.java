// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.jspecify.annotations.Nullable;
import org.scenewright.schema.FieldPath;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The earliest of some writes that say something of a field, found without looking at them all. */
final class Earliest {
    private final Map<List<String>, Register> whole = new HashMap<>();
    private final Map<List<String>, Register> within = new HashMap<>();

    void add(FieldPath path, Register write) {
        whole.merge(path.steps(), write, Earliest::earlier);
        for (int depth = 0; depth <= path.steps().size(); depth++) {
            within.merge(path.steps().subList(0, depth), write, Earliest::earlier);
        }
    }

    private static Register earlier(Register one, Register other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /** Whether one of them says something of a field, or of a part of it, before another write. */
    boolean isBefore(FieldPath path, Register write) {
        boolean isBefore = isBefore(within.get(path.steps()), write);
        for (int depth = 0; !isBefore && depth < path.steps().size(); depth++) {
            isBefore = isBefore(whole.get(path.steps().subList(0, depth)), write);
        }
        return isBefore;
    }

    private static boolean isBefore(@Nullable Register known, Register write) {
        return known != null && known.compareTo(write) < 0;
    }
}
