// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is known from former reflections: compiled files by what they hold, and outcomes by all that
 * they depend on. What one reflection does not use is forgotten after it.
 */
final class Memory {
    private final Compiler compiler = new Compiler();
    private final Map<String, Compiled> formerCompiled;
    private final Map<String, Outcome> formerOutcomes;
    private final Map<String, Compiled> compiled = new HashMap<>();
    private final Map<String, Outcome> outcomes = new HashMap<>();
    private boolean isChanged;

    Memory(Map<String, Compiled> formerCompiled, Map<String, Outcome> formerOutcomes) {
        this.formerCompiled = formerCompiled;
        this.formerOutcomes = formerOutcomes;
    }

    Compiled compiled(String fileName, Text text) {
        var key = text.hash() + fileName.substring(Math.max(0, fileName.lastIndexOf('.')));
        var known = compiled.get(key);
        if (known == null) {
            known = formerCompiled.get(key);
        }
        if (known == null) {
            known = compiler.compile(fileName, text);
            isChanged = true;
        }
        compiled.put(key, known);
        return known;
    }

    Optional<Outcome> outcome(String key) {
        var known = formerOutcomes.get(key);
        if (known != null) {
            outcomes.put(key, known);
        }
        return Optional.ofNullable(outcomes.get(key));
    }

    void keep(String key, Outcome outcome) {
        outcomes.put(key, outcome);
        isChanged = true;
    }

    /** Takes back what this reflection has kept. */
    void forget(String key) {
        outcomes.remove(key);
    }

    /** What the next reflection knows of this one. */
    Memory next() {
        return new Memory(compiled, outcomes);
    }

    /** Whether it holds more than what it started with. */
    boolean isChanged() {
        return isChanged
                || compiled.size() != formerCompiled.size()
                || outcomes.size() != formerOutcomes.size();
    }

    Map<String, Compiled> allCompiled() {
        return compiled;
    }

    Map<String, Outcome> allOutcomes() {
        return outcomes;
    }
}
