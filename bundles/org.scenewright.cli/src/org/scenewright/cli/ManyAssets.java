// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.scenewright.content.AssetHash;
import org.scenewright.content.CatalogAsset;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** Assets as catalogs have them, the same for the same seed. */
final class ManyAssets {
    /** How many files an asset has. */
    static final int FILES = 5;

    private static final List<String> KINDS =
            List.of("tree", "lamp", "bench", "crate", "door", "fountain", "bridge", "statue");
    private static final List<String> LOOKS =
            List.of("old", "golden", "broken", "mossy", "wooden", "tall", "painted", "haunted");
    private static final List<String> PLACES =
            List.of("Harbour", "Garden", "Castle", "Station", "Market", "Desert");

    private final Random random;

    ManyAssets(long seed) {
        random = new Random(seed);
    }

    List<CatalogAsset> list(int count) {
        var assets = new ArrayList<CatalogAsset>(count);
        for (int i = 0; i < count; i++) {
            assets.add(asset(i));
        }
        return assets;
    }

    private CatalogAsset asset(int number) {
        var kind = pick(KINDS);
        var look = pick(LOOKS);
        var place = pick(PLACES);
        var about =
                new CatalogAsset.About(
                        look + " " + kind + " " + number,
                        kind,
                        List.of(look, place, pick(LOOKS)),
                        "A " + look + " " + kind + ", as it stands in the " + place + ".",
                        "Scenewright",
                        "CC0");
        return new CatalogAsset(
                "asset-" + number, place, about, "", Optional.of(hash()), contents(kind, look));
    }

    private Map<String, AssetHash> contents(String kind, String look) {
        var contents = new TreeMap<String, AssetHash>();
        contents.put(look + "_" + kind + ".glb", hash());
        for (int i = 1; i < FILES; i++) {
            contents.put("textures/" + kind + "_" + i + ".png", hash());
        }
        return contents;
    }

    /** As long as a CID. */
    private AssetHash hash() {
        var bytes = new byte[26];
        random.nextBytes(bytes);
        return new AssetHash("bafkrei" + HexFormat.of().formatHex(bytes));
    }

    private String pick(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}
