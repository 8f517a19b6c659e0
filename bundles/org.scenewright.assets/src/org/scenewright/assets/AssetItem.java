// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import org.scenewright.content.CatalogAsset;
import org.scenewright.scene.PlainItem;
import org.scenewright.scene.SceneItem;
import org.scenewright.schema.SchemaException;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What files and assets of a catalog become when they are placed in a scene. */
public final class AssetItem {
    private static final List<String> MODELS = List.of(".glb", ".gltf");
    private static final List<String> PICTURES = List.of(".png", ".jpg", ".jpeg", ".webp");
    private static final List<String> SOUNDS = List.of(".mp3", ".ogg", ".wav");
    private static final List<String> VIDEOS = List.of(".mp4", ".webm");
    private static final String THUMBNAIL = "thumbnail.png";

    private AssetItem() {}

    /**
     * The item of an asset: its composite, or else what its first model, picture, sound or video
     * becomes, in that order.
     *
     * @throws SchemaException where there is none; the message says why
     */
    public static SceneItem of(CatalogAsset asset) {
        if (!asset.composite().isEmpty()) {
            return SceneItem.parse(asset.composite());
        }
        var paths =
                asset.contents().keySet().stream()
                        .filter(path -> !path.equals(THUMBNAIL))
                        .sorted()
                        .toList();
        return Stream.of(MODELS, PICTURES, SOUNDS, VIDEOS)
                .flatMap(kind -> paths.stream().filter(path -> isOne(path, kind)))
                .findFirst()
                .flatMap(path -> file(SceneItem.FOLDER + "/" + path, p -> 1.0))
                .orElseThrow(() -> new SchemaException("there is nothing in it to be placed"));
    }

    /**
     * The item of a single file.
     *
     * @param src what its component names it
     * @param aspect the width of a picture by its height; asked for pictures alone
     * @return nothing where it is no model, picture, sound or video
     */
    public static Optional<SceneItem> file(String src, Function<String, Double> aspect) {
        if (isOne(src, MODELS)) {
            return Optional.of(PlainItem.model(src));
        } else if (isOne(src, PICTURES)) {
            return Optional.of(PlainItem.picture(src, aspect.apply(src)));
        } else if (isOne(src, SOUNDS)) {
            return Optional.of(PlainItem.sound(src));
        }
        return Optional.of(src).filter(video -> isOne(video, VIDEOS)).map(PlainItem::video);
    }

    private static boolean isOne(String path, List<String> extensions) {
        String name = path.toLowerCase(Locale.ROOT);
        return extensions.stream().anyMatch(name::endsWith);
    }
}
