// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.content.CatalogAsset;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What somebody sees of the catalog: the assets that fit what they ask for, in the order in which
 * they are shown. UI thread.
 */
final class CatalogReading {
    private final Catalogs catalogs;
    private final CatalogHabits habits;
    private CatalogQuery query = CatalogQuery.ALL;
    private List<CatalogAsset> assets = List.of();
    private Set<String> favourites = Set.of();

    CatalogReading(Catalogs catalogs, CatalogHabits habits) {
        this.catalogs = catalogs;
        this.habits = habits;
        update();
    }

    CatalogQuery query() {
        return query;
    }

    void ask(CatalogQuery next) {
        query = next;
        update();
    }

    /** Looks again, because the catalog or somebody's habits have changed. */
    void update() {
        favourites = new HashSet<>(habits.favourites());
        assets =
                switch (query.shelf()) {
                    case ALL -> found();
                    case FAVOURITES -> found(habits.favourites());
                    case RECENT -> found(habits.recent());
                };
    }

    private List<CatalogAsset> found() {
        return catalogs.holdings().search().find(query.text(), query::admits);
    }

    /** In their own order, unless somebody searches among them. */
    private List<CatalogAsset> found(List<String> ids) {
        var places = places(ids);
        var found =
                catalogs.holdings()
                        .search()
                        .find(
                                query.text(),
                                asset -> places.containsKey(asset.id()) && query.admits(asset));
        return query.text().isBlank()
                ? found.stream()
                        .sorted(Comparator.comparing(asset -> places.getOrDefault(asset.id(), 0)))
                        .toList()
                : found;
    }

    private static Map<String, Integer> places(List<String> ids) {
        var places = new HashMap<String, Integer>();
        ids.forEach(id -> places.putIfAbsent(id, places.size()));
        return places;
    }

    /** What is to be shown. */
    List<CatalogAsset> assets() {
        return assets;
    }

    boolean isFavourite(CatalogAsset asset) {
        return favourites.contains(asset.id());
    }

    /** The names of the packs, in order. */
    List<String> packs() {
        return names(all(), CatalogAsset::pack);
    }

    /** The categories of the pack that is shown, in order. */
    List<String> categories() {
        return names(all().filter(query::isOfPack), asset -> asset.about().category());
    }

    private Stream<CatalogAsset> all() {
        return catalogs.holdings().search().find("").stream();
    }

    private static List<String> names(
            Stream<CatalogAsset> assets, Function<CatalogAsset, String> name) {
        return assets.map(name)
                .filter(text -> !text.isBlank())
                .distinct()
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();
    }

    /** Why nothing is to be seen, in words; empty where something is. */
    String words() {
        var holdings = catalogs.holdings();
        if (!assets.isEmpty()) {
            return "";
        } else if (!holdings.isComplete()) {
            return "Reading asset packs\u2026";
        }
        return switch (query.shelf()) {
            case ALL ->
                    "No asset fits. Packs are added in the preferences, Scenewright > Asset Packs.";
            case FAVOURITES ->
                    favourites.isEmpty()
                            ? "No favourites yet. F makes the chosen asset one."
                            : "No favourite fits.";
            case RECENT ->
                    habits.recent().isEmpty()
                            ? "Nothing was placed lately."
                            : "Nothing that was placed lately fits.";
        };
    }
}
