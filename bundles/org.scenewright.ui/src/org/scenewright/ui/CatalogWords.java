// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.content.CatalogAsset;

import java.util.ArrayList;
import java.util.List;

/** What people are told about an asset of the catalog. */
final class CatalogWords {
    private static final int LONGEST = 300;

    private CatalogWords() {}

    /** A few lines for who points at it. */
    static String tip(CatalogAsset asset) {
        var lines = new ArrayList<String>();
        lines.add(asset.about().name());
        add(lines, asset.about().description());
        add(lines, asset.pack() + within(asset.about().category()));
        add(lines, String.join(", ", asset.about().tags()));
        return Notice.plain(String.join("\n", lines));
    }

    private static String within(String category) {
        return category.isBlank() ? "" : " › " + category;
    }

    private static void add(List<String> lines, String line) {
        if (!line.isBlank()) {
            lines.add(line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line);
        }
    }

    /** What is known without looking into its files: names of facts, and what they are. */
    static List<List<String>> facts(CatalogAsset asset) {
        var about = asset.about();
        var facts = new ArrayList<List<String>>();
        fact(facts, "Pack", asset.pack());
        fact(facts, "Category", about.category());
        fact(facts, "Tags", String.join(", ", about.tags()));
        fact(facts, "Description", about.description());
        fact(facts, "Author", about.author());
        fact(facts, "Licence", about.license().isBlank() ? "Not stated" : about.license());
        return facts;
    }

    private static void fact(List<List<String>> facts, String name, String words) {
        if (!words.isBlank()) {
            facts.add(List.of(name, words.lines().findFirst().orElse("")));
        }
    }
}
