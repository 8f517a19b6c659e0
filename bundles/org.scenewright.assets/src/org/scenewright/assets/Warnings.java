// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What is wrong with one asset that can be shown all the same; each sentence once, and not too
 * many.
 */
final class Warnings {
    private static final int MOST = 20;

    private final Set<String> sentences = new LinkedHashSet<>();
    private final Set<String> faults = new LinkedHashSet<>();

    /** Something that could be better. */
    void add(String sentence) {
        if (sentences.size() < MOST) {
            sentences.add(sentence);
        }
    }

    /** Something that no asset may be, so that a part of it is not shown. */
    void fault(String sentence) {
        if (sentences.size() < MOST && sentences.add(sentence)) {
            faults.add(sentence);
        }
    }

    /** The part that an attempt makes, or nothing and a sentence where that is not shown. */
    <T> Optional<T> attempt(String what, Supplier<T> attempt) {
        try {
            return Optional.of(attempt.get());
        } catch (UnshownException e) {
            add(what + ": " + e.getMessage());
            return Optional.empty();
        } catch (AssetException e) {
            fault(what + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    List<String> all() {
        return List.copyOf(sentences);
    }

    /** Those of them that are faults. */
    Set<String> faults() {
        return Set.copyOf(faults);
    }
}
