// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.content.AssetCatalog;
import org.scenewright.content.AssetPack;
import org.scenewright.content.CatalogAsset;
import org.scenewright.content.CatalogFile;
import org.scenewright.content.CatalogSource;
import org.scenewright.content.CustomFolder;
import org.scenewright.content.MappedContent;
import org.scenewright.content.NoAnswerException;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the catalog has from one place; immutable.
 *
 * @param source where the bytes come from, while the place can be read
 * @param version tells whether the place has changed since
 * @param entries what each pack has brought, by id
 * @param problems sentences for people
 * @param isUnanswered whether it is at a server that did not say what it has, and that may the next
 *     time
 */
record CatalogStock(
        PackPlace place,
        Optional<CatalogSource> source,
        String version,
        List<AssetPack> packs,
        Map<String, AssetCatalog.Entry> entries,
        List<String> problems,
        boolean isUnanswered) {
    private static final int MOST_TOLD = 100;
    private static final String AGAIN = "It is asked again by itself.";

    CatalogStock {
        problems = isUnanswered ? said(problems) : List.copyOf(problems);
    }

    private static List<String> said(List<String> problems) {
        return problems.contains(AGAIN)
                ? List.copyOf(problems)
                : Stream.concat(problems.stream(), Stream.of(AGAIN)).toList();
    }

    /** Nothing, because somebody does not want it now. */
    static CatalogStock unwanted(PackPlace place) {
        return new CatalogStock(
                place, Optional.empty(), "not read", List.of(), Map.of(), List.of(), false);
    }

    /** Nothing, because it cannot be read. */
    static CatalogStock broken(PackPlace place, String version, IOException why) {
        return new CatalogStock(
                place,
                Optional.empty(),
                version,
                List.of(),
                Map.of(),
                List.of(String.valueOf(why.getMessage())),
                why instanceof NoAnswerException);
    }

    /**
     * What a source brings; whatever is as it was before is the very same entry, so that nobody is
     * told of it.
     */
    CatalogStock with(CatalogSource opened, CatalogFile read) {
        var fresh = new HashMap<String, AssetCatalog.Entry>();
        boolean isSame = source.equals(Optional.of(opened));
        for (var pack : read.packs()) {
            for (var asset : pack.assets()) {
                var before = Optional.ofNullable(isSame ? entries.get(asset.id()) : null);
                fresh.put(
                        asset.id(),
                        before.filter(entry -> entry.asset().equals(asset))
                                .orElseGet(() -> entry(asset, opened)));
            }
        }
        return new CatalogStock(
                place,
                Optional.of(opened),
                version,
                read.packs(),
                fresh,
                read.problems(),
                place.isAddress() && isNone(read));
    }

    /** Whether it is that of another day, or a page of somebody between, such as one to log in. */
    private static boolean isNone(CatalogFile read) {
        return read.isOutdated() || read.packs().isEmpty() && !read.problems().isEmpty();
    }

    private static AssetCatalog.Entry entry(CatalogAsset asset, CatalogSource source) {
        var provider = new MappedContent(asset.about().name(), source, asset.contents());
        return new AssetCatalog.Entry(asset, provider);
    }

    CatalogStock at(String otherVersion) {
        return new CatalogStock(
                place, source, otherVersion, packs, entries, problems, isUnanswered);
    }

    /**
     * What people are to be told without asking: that a place cannot be read, and what is wrong
     * with items that they have made themselves. Flaws of what others have made are for those who
     * look for them.
     */
    List<String> troubles() {
        boolean isOwn = place.path().filter(path -> path.endsWith(CustomFolder.NAME)).isPresent();
        return packs.isEmpty() || isOwn || isUnanswered
                ? problems.stream().limit(MOST_TOLD).toList()
                : List.of();
    }

    /** To be called when nobody needs its bytes any more. */
    void close() {
        source.ifPresent(CatalogSource::close);
    }
}
