// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

class CatalogSearchTest {
    private final List<CatalogAsset> assets = new ArrayList<>();

    @Test
    void findsThePartsOfNames() {
        put("Street Lamp", "light, road", "");
        put("Bench", "seat", "");
        check("lam", "Street Lamp");
        check("tree", "Street Lamp");
        check("street l", "Street Lamp");
    }

    @Test
    void findsTagsCategoriesAndDescriptions() {
        put("Street Lamp", "light, road", "Burns at night");
        check("road", "Street Lamp");
        check("night", "Street Lamp");
        check("things", "Street Lamp");
    }

    @Test
    void everyWordMustBeSomewhere() {
        put("Street Lamp", "light", "Burns at night");
        check("night lamp light", "Street Lamp");
        check("night lamp wood", "");
    }

    @Test
    void namesComeBeforeTagsAndTheseBeforeDescriptions() {
        put("Oak", "wood", "A tree");
        put("Pine", "tree", "");
        put("Tree", "", "");
        put("Tree House", "", "");
        put("Old Tree", "", "");
        put("Street", "", "");
        check("tree", "Tree", "Tree House", "Old Tree", "Street", "Pine", "Oak");
    }

    @Test
    void caseAndAccentsDoNotMatter() {
        put("Café Chair", "", "");
        check("CAFE", "Café Chair");
        check("café", "Café Chair");
    }

    @Test
    void whatIsBetweenWordsDoesNotMatter() {
        put("Street_Lamp-02", "", "");
        check("street-lamp", "Street_Lamp-02");
        check("  lamp   02 ", "Street_Lamp-02");
    }

    @Test
    void nothingTypedFindsAllByName() {
        put("Bench", "", "");
        put("apple", "", "");
        check("", "apple", "Bench");
        check("  ", "apple", "Bench");
    }

    @Test
    void onlyWhatIsAskedForCounts() {
        put("Bench", "", "");
        put("Bend", "", "");
        var found = new CatalogSearch(assets).find("ben", asset -> asset.id().equals("1"));
        assertEquals(List.of("Bend"), names(found));
    }

    @Test
    void anyTextMayBeTyped() {
        put("Bench", "", "");
        check(".*", "");
        check("...", "Bench");
        check("[", "");
        check("a ".repeat(100_000), "");
    }

    /** A stutter would be far longer; the bench measures how long it really takes. */
    @Test
    void tenThousandAreSoonSearched() {
        var random = new Random(5);
        for (int i = 0; i < 10_000; i++) {
            put(words(random, 3), words(random, 5), words(random, 12));
        }
        var search = new CatalogSearch(assets);
        var texts = List.of("", "a", "ab", "abc cd", "zzzz");
        texts.forEach(search::find);
        long began = System.nanoTime();
        texts.forEach(search::find);
        long millis = (System.nanoTime() - began) / 1_000_000 / texts.size();
        assertTrue(millis < 50, "A search takes " + millis + " ms");
    }

    private static String words(Random random, int count) {
        var words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            for (int letter = 0; letter < 6; letter++) {
                words.append((char) ('a' + random.nextInt(26)));
            }
            words.append(' ');
        }
        return words.toString();
    }

    private void put(String name, String tags, String description) {
        var about =
                new CatalogAsset.About(
                        name, "things", List.of(tags.split(", ")), description, "", "");
        assets.add(
                new CatalogAsset(
                        "" + assets.size(), "Pack", about, "", Optional.empty(), Map.of()));
    }

    private void check(String text, String... names) {
        var expected = Arrays.stream(names).filter(name -> !name.isEmpty()).toList();
        assertEquals(expected, names(new CatalogSearch(assets).find(text)));
    }

    private static List<String> names(List<CatalogAsset> found) {
        return found.stream().map(asset -> asset.about().name()).toList();
    }
}
