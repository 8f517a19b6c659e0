// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.scenewright.runtime.Script;
import org.scenewright.runtime.SystemAnswer;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a script asked of {@code ~system} and was not answered yet: it is answered in the order in
 * which it asked, whichever answer is found first. To be used under a lock.
 */
final class Questions {
    private final ArrayDeque<Integer> asked = new ArrayDeque<>();
    private final Map<Integer, SystemAnswer> found = new HashMap<>();

    void ask(int call) {
        asked.add(call);
    }

    boolean areOpen() {
        return !asked.isEmpty();
    }

    /** Hands over what can be by now. */
    void answer(int call, SystemAnswer answer, Script script) {
        found.putIfAbsent(call, answer);
        for (var next = ready(); next.isPresent(); next = ready()) {
            script.answer(asked.removeFirst(), next.get());
        }
    }

    private Optional<SystemAnswer> ready() {
        var first = Optional.ofNullable(asked.peekFirst());
        return first.flatMap(call -> Optional.ofNullable(found.remove(call)));
    }
}
