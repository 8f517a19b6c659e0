// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The names that are taken, and the way to one that is not without searching the scene. */
final class Names {
    private static final Pattern NUMBERED =
            Pattern.compile("(.+)_([1-9][0-9]{0,8})", Pattern.DOTALL);

    private final Tally<String> taken = new Tally<>();

    // For every stem the number below which all are taken; it may lag behind, never run ahead.
    private final Map<String, Integer> next = new HashMap<>();

    void add(String name) {
        taken.add(name);
    }

    void remove(String name) {
        taken.remove(name);
        var numbered = NUMBERED.matcher(name);
        if (numbered.matches() && !taken.holds(name)) {
            int number = Integer.parseInt(numbered.group(2));
            next.computeIfPresent(
                    numbered.group(1), (stem, lowest) -> Math.min(lowest, Math.max(2, number)));
        }
    }

    boolean isShared(String name) {
        return taken.count(name) > 1;
    }

    /** The name itself where it is free, or else its stem with the lowest free number from 2. */
    String unique(String wanted) {
        if (!taken.holds(wanted)) {
            return wanted;
        }
        var numbered = NUMBERED.matcher(wanted);
        String stem = numbered.matches() ? numbered.group(1) : wanted;
        int number = next.getOrDefault(stem, 2);
        while (taken.holds(stem + "_" + number)) {
            number++;
        }
        next.put(stem, number);
        return stem + "_" + number;
    }
}
