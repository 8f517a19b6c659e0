// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a catalog token by token: what one entry gets wrong costs no other entry anything. */
final class CatalogReader {
    private static final int LONGEST_TEXT = 16 << 10;
    private static final int LONGEST_PATH = 1024;
    private static final int MOST_ASSETS = 200_000;
    private static final int MOST_FILES = 10_000;
    private static final int MOST_TAGS = 200;
    private static final int MOST_PACKS = 10_000;

    /** What the official packs call the picture of an asset among its files. */
    private static final String THUMBNAIL = "thumbnail.png";

    private static final Set<String> TEXTS =
            Set.of(
                    "id",
                    "name",
                    "thumbnail",
                    "category",
                    "description",
                    "caption",
                    "author",
                    "license");

    private final List<AssetPack> packs = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final JsonWalk walk;

    private CatalogReader(JsonWalk walk) {
        this.walk = walk;
    }

    static CatalogFile read(byte[] json, String shownName) {
        if (json.length > CatalogFile.LARGEST) {
            return new CatalogFile(
                    List.of(),
                    List.of(shownName + ": more than " + CatalogFile.LARGEST + " bytes."));
        }
        var packs = new ArrayList<AssetPack>();
        var problems = JsonWalk.read(json, shownName, walk -> readAll(walk, packs));
        return new CatalogFile(packs, problems);
    }

    private static void readAll(JsonWalk walk, List<AssetPack> packs) throws IOException {
        var reader = new CatalogReader(walk);
        try {
            reader.readAll();
        } finally {
            packs.addAll(reader.packs);
        }
    }

    private void readAll() throws IOException {
        if (!walk.struct("", "catalog")) {
            return;
        }
        boolean isCatalog = false;
        while (walk.nextField()) {
            isCatalog |= walk.name().equals("assetPacks");
            if (!walk.name().equals("assetPacks")) {
                walk.skip();
            } else if (walk.list("", "assetPacks")) {
                readPacks();
            }
        }
        if (!isCatalog) {
            walk.problem("", "there is no \"assetPacks\" in it");
        }
    }

    private void readPacks() throws IOException {
        while (walk.nextItem()) {
            if (packs.size() >= MOST_PACKS) {
                walk.problem("", "a pack is one of more than " + MOST_PACKS + " and left out");
                walk.skip();
            } else if (walk.struct("", "pack")) {
                readPack();
            }
        }
    }

    private void readPack() throws IOException {
        var texts = new Texts("pack");
        var drafts = new ArrayList<Draft>();
        try {
            while (walk.nextField()) {
                if (!walk.name().equals("assets")) {
                    texts.take();
                } else if (walk.list(texts.shown(), "assets")) {
                    readAssets(texts.shown(), drafts);
                }
            }
        } finally {
            // Also where the text breaks off, for the assets before that.
            packs.add(texts.pack(drafts));
        }
    }

    private void readAssets(String pack, List<Draft> drafts) throws IOException {
        while (walk.nextItem()) {
            if (walk.struct(pack, "asset")) {
                var draft = readAsset();
                if (isWelcome(draft)) {
                    drafts.add(draft);
                }
            }
        }
    }

    private boolean isWelcome(Draft draft) {
        if (draft.id.isEmpty()) {
            walk.problem(draft.shown, "it has no \"id\" and is left out");
        } else if (ids.size() >= MOST_ASSETS) {
            walk.problem(draft.shown, "it is one of more than " + MOST_ASSETS + " and left out");
        } else if (ids.add(draft.id)) {
            return true;
        } else {
            walk.problem(draft.shown, "another asset has the same id, so this one is left out");
        }
        return false;
    }

    /** All of an asset but the name of its pack, which may come after it. */
    private record Draft(
            String id,
            String shown,
            CatalogAsset.About about,
            String composite,
            Map<String, AssetHash> contents) {
        CatalogAsset of(String pack) {
            var thumbnail = Optional.ofNullable(contents.get(THUMBNAIL));
            return new CatalogAsset(id, pack, about, composite, thumbnail, contents);
        }
    }

    private Draft readAsset() throws IOException {
        var texts = new Texts("asset");
        List<String> tags = List.of();
        Map<String, AssetHash> contents = Map.of();
        String composite = "";
        while (walk.nextField()) {
            switch (walk.name()) {
                case "tags" -> tags = readTags(texts.shown());
                case "contents" -> contents = readContents(texts.shown());
                case "composite" -> composite = readComposite(texts.shown());
                default -> texts.take();
            }
        }
        var about = texts.about(tags);
        return new Draft(texts.get("id"), texts.shown(), about, composite, contents);
    }

    private List<String> readTags(String shown) throws IOException {
        var tags = new ArrayList<String>();
        if (walk.list(shown, "tags")) {
            while (walk.nextItem()) {
                var tag = walk.text(shown, "tags", LONGEST_PATH);
                if (tags.size() < MOST_TAGS) {
                    tag.ifPresent(tags::add);
                }
            }
        }
        return tags;
    }

    private Map<String, AssetHash> readContents(String shown) throws IOException {
        var contents = new LinkedHashMap<String, AssetHash>();
        if (!walk.struct(shown, "contents")) {
            return contents;
        }
        while (walk.nextField()) {
            String path = walk.name();
            var hash = walk.text(shown, "contents", LONGEST_PATH).flatMap(AssetHash::parse);
            if (isInside(path) && hash.isPresent() && contents.size() < MOST_FILES) {
                contents.put(path, hash.get());
            } else {
                String wrong = wrong(isInside(path), hash.isPresent());
                walk.problem(shown, "file " + JsonWalk.quoted(path) + wrong);
            }
        }
        return contents;
    }

    private static boolean isInside(String path) {
        return path.length() <= LONGEST_PATH
                && LocalPath.names(path).filter(names -> !names.isEmpty()).isPresent();
    }

    private static String wrong(boolean isInside, boolean isHash) {
        return !isInside
                ? " has a path that is too long or leads outside of the asset"
                : isHash ? " is one of more than " + MOST_FILES : " has no content hash";
    }

    private String readComposite(String shown) throws IOException {
        if (!walk.struct(shown, "composite")) {
            return "";
        }
        var text = walk.source();
        if (text.length() > JsonWalk.LONGEST_STRING) {
            walk.problem(
                    shown,
                    "its composite is left out, as it is longer than "
                            + JsonWalk.LONGEST_STRING
                            + " characters");
            return "";
        }
        return text;
    }

    /** The plain texts of a pack or an asset. */
    private final class Texts {
        private final Map<String, String> texts = new LinkedHashMap<>();
        private final String kind;

        Texts(String kind) {
            this.kind = kind;
        }

        void take() throws IOException {
            String key = walk.name();
            if (TEXTS.contains(key)) {
                walk.text(shown(), key, LONGEST_TEXT).ifPresent(text -> texts.put(key, text));
            } else {
                walk.skip();
            }
        }

        String get(String key) {
            return texts.getOrDefault(key, "");
        }

        private String either(String key, String other) {
            return get(key).isEmpty() ? get(other) : get(key);
        }

        /** What problems call it: by name as people do, else by id. */
        String shown() {
            String name = either("name", "id");
            return name.isEmpty() ? kind : kind + " " + JsonWalk.quoted(name);
        }

        AssetPack pack(List<Draft> drafts) {
            String name = either("name", "id");
            return new AssetPack(
                    get("id"),
                    name,
                    AssetHash.parse(get("thumbnail")),
                    drafts.stream().map(draft -> draft.of(name)).toList());
        }

        CatalogAsset.About about(List<String> tags) {
            return new CatalogAsset.About(
                    either("name", "id"),
                    get("category"),
                    tags,
                    either("description", "caption"),
                    get("author"),
                    get("license"));
        }
    }
}
