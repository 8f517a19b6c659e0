// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.content.AssetCatalog;
import org.scenewright.content.CatalogAsset;
import org.scenewright.content.Content;
import org.scenewright.content.FileKind;
import org.scenewright.content.Resolution;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which files of an asset show what it is. */
record CatalogFiles(AssetCatalog.Entry entry) {
    /** The picture that its pack has of it, or that it is itself. */
    Optional<Content> picture() {
        return entry.asset()
                .thumbnail()
                .flatMap(this::path)
                .or(() -> model().isPresent() ? Optional.empty() : first(FileKind.PICTURE))
                .flatMap(this::content);
    }

    private Optional<String> path(Object hash) {
        return entry.asset().contents().entrySet().stream()
                .filter(file -> file.getValue().equals(hash))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The path of the model that it is, or begins with. */
    Optional<String> model() {
        return first(FileKind.MODEL);
    }

    /** What its composite names comes before what other files may need. */
    private Optional<String> first(FileKind kind) {
        var composite = entry.asset().composite();
        return entry.asset().contents().keySet().stream()
                .filter(kind::fits)
                .min(
                        Comparator.<String, Boolean>comparing(path -> !composite.contains(path))
                                .thenComparing(Comparator.naturalOrder()));
    }

    private Optional<Content> content(String path) {
        return entry.provider().resolve(path) instanceof Resolution.Found found
                ? Optional.of(found.content())
                : Optional.empty();
    }

    /** What names the bytes of a file of it, so that what is made from them can be kept. */
    Optional<String> hash(String path) {
        return content(path).flatMap(Content::hash).map(Object::toString);
    }

    /** Whether one of its files lies elsewhere, so that looking at it takes a while. */
    boolean isRemote() {
        return entry.asset().contents().keySet().stream()
                .map(entry.provider()::resolve)
                .anyMatch(
                        found ->
                                found instanceof Resolution.Found(var content, var path)
                                        && !content.isNear());
    }

    /** Which folder of the Outline's icons stands for it where no picture does. */
    static String icon(CatalogAsset asset) {
        return Stream.of(FileKind.MODEL, FileKind.SOUND, FileKind.VIDEO)
                .filter(kind -> asset.contents().keySet().stream().anyMatch(kind::fits))
                .findFirst()
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .orElse("entity");
    }
}
