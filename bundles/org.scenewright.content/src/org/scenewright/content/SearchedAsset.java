// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An asset with its texts as a search compares them: in lower case, without accents, and with a
 * space before each word.
 */
record SearchedAsset(CatalogAsset asset, String name, String tags, String rest) {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s_\\-.,;:/()]+");

    static SearchedAsset of(CatalogAsset asset) {
        var about = asset.about();
        return new SearchedAsset(
                asset,
                spaced(about.name()),
                spaced(String.join(" ", about.tags()) + " " + about.category()),
                spaced(about.description()));
    }

    private static String spaced(String text) {
        return words(text).collect(Collectors.joining(" ", " ", ""));
    }

    /** The words of a text in lower case and without accents. */
    static Stream<String> words(String text) {
        return BETWEEN_WORDS.splitAsStream(plain(text)).filter(word -> !word.isEmpty());
    }

    private static String plain(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return isAscii(lower)
                ? lower
                : MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD)).replaceAll("");
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(letter -> letter < 128);
    }

    /** How badly words fit, 0 for perfectly; -1 where one of them is nowhere. */
    int badness(List<String> words) {
        int sum = 0;
        for (var word : words) {
            int badness = badness(word);
            if (badness < 0) {
                return -1;
            }
            sum += badness;
        }
        return sum;
    }

    private int badness(String word) {
        int inName = badness(name, word);
        if (inName >= 0) {
            return inName;
        }
        int inTags = badness(tags, word);
        if (inTags >= 0) {
            return 4 + inTags;
        }
        int inRest = badness(rest, word);
        return inRest < 0 ? -1 : 8 + inRest;
    }

    /**
     * 0 where a text is a word, 1 where it begins with it, 2 where another word of it does, 3 where
     * the word is inside of one.
     */
    private static int badness(String text, String word) {
        int at = text.indexOf(word);
        if (at < 0) {
            return -1;
        } else if (at == 1) {
            return text.length() == word.length() + 1 ? 0 : 1;
        }
        return startsWord(text, word, at) ? 2 : 3;
    }

    private static boolean startsWord(String text, String word, int first) {
        int at = first;
        while (at > 0 && text.charAt(at - 1) != ' ') {
            at = text.indexOf(word, at + 1);
        }
        return at > 0;
    }
}
