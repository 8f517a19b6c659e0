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

    void add(String sentence) {
        if (sentences.size() < MOST) {
            sentences.add(sentence);
        }
    }

    /** The part that an attempt makes, or nothing and a warning where it is broken. */
    <T> Optional<T> attempt(String what, Supplier<T> attempt) {
        try {
            return Optional.of(attempt.get());
        } catch (AssetException e) {
            add(what + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    List<String> all() {
        return List.copyOf(sentences);
    }
}
