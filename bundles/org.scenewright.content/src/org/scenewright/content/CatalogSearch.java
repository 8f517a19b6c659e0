// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/**
 * Finds assets by what people type: every word must be somewhere in an asset's name, tags, category
 * or description, in any case, with or without accents, whole or in part. Immutable, any thread; it
 * looks through 10,000 assets in a few milliseconds.
 */
public final class CatalogSearch {
    /** A search that finds nothing. */
    public static final CatalogSearch EMPTY = new CatalogSearch(List.of());

    private static final int MOST_WORDS = 16;

    /** In the order in which assets are shown that match equally well. */
    private final List<SearchedAsset> assets;

    /** Prepares for searching among assets, which takes longer than a search. */
    public CatalogSearch(Collection<CatalogAsset> among) {
        assets =
                among.stream()
                        .map(SearchedAsset::of)
                        .sorted(
                                Comparator.comparing(SearchedAsset::name)
                                        .thenComparing(found -> found.asset().pack())
                                        .thenComparing(found -> found.asset().id()))
                        .toList();
    }

    /** All assets that a text fits, the best first: those named so before those that mention it. */
    public List<CatalogAsset> find(String text) {
        return find(text, asset -> true);
    }

    /**
     * The assets that a text fits, the best first.
     *
     * @param among which assets count
     */
    public List<CatalogAsset> find(String text, Predicate<CatalogAsset> among) {
        var words = words(text);
        return LongStream.range(0, assets.size())
                .filter(index -> among.test(assets.get((int) index).asset()))
                .map(index -> rank(index, words))
                .filter(rank -> rank >= 0)
                .sorted()
                .mapToObj(rank -> assets.get((int) rank).asset())
                .toList();
    }

    /** How badly an asset fits, and in the lower half which it is; negative where it does not. */
    private long rank(long index, List<String> words) {
        long badness = assets.get((int) index).badness(words);
        return badness < 0 ? badness : badness << 32 | index;
    }

    private static List<String> words(String text) {
        return SearchedAsset.words(text).distinct().limit(MOST_WORDS).toList();
    }
}
