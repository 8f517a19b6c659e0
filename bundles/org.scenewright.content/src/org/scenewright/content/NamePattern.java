// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import org.jspecify.annotations.NonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What a name of a file or folder has to be: stars, question marks, and letters to choose from in
 * brackets; upper and lower case alike.
 */
record NamePattern(Glob<Integer> letters) implements Predicate<@NonNull String> {

    static NamePattern parse(String text) {
        var parts = new ArrayList<Optional<Predicate<Integer>>>();
        int[] all = text.codePoints().toArray();
        for (int at = 0; at < all.length; at++) {
            switch (all[at]) {
                case '*' -> parts.add(Optional.empty());
                case '?' -> parts.add(Optional.of(letter -> true));
                case '[' -> at = choice(all, at + 1, parts);
                case '\\' -> parts.add(Optional.of(letter(all[Math.min(++at, all.length - 1)])));
                default -> parts.add(Optional.of(letter(all[at])));
            }
        }
        return new NamePattern(new Glob<>(parts));
    }

    private static Predicate<Integer> letter(int wanted) {
        int folded = fold(wanted);
        return letter -> fold(letter) == folded;
    }

    private static int fold(int letter) {
        return Character.toLowerCase(Character.toUpperCase(letter));
    }

    /**
     * Reads letters to choose from.
     *
     * @return where the bracket is that ends them; brackets without an end fit nothing
     */
    private static int choice(int[] all, int from, List<Optional<Predicate<Integer>>> parts) {
        int end = from;
        while (end < all.length && all[end] != ']') {
            end++;
        }
        var letters = new ArrayList<Predicate<Integer>>();
        for (int at = from; at < end; at++) {
            if (at + 2 < end && all[at + 1] == '-') {
                letters.add(range(all[at], all[at + 2]));
                at += 2;
            } else {
                letters.add(letter(all[at]));
            }
        }
        boolean isClosed = end < all.length;
        parts.add(
                Optional.of(
                        letter -> isClosed && letters.stream().anyMatch(one -> one.test(letter))));
        return end;
    }

    private static Predicate<Integer> range(int first, int last) {
        return letter ->
                IntStream.of(letter, Character.toLowerCase(letter), Character.toUpperCase(letter))
                        .anyMatch(each -> first <= each && each <= last);
    }

    @Override
    public boolean test(String name) {
        return letters.fits(name.codePoints().boxed().toList());
    }
}
