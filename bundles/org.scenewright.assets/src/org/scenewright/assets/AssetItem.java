// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import org.scenewright.content.CatalogAsset;
import org.scenewright.content.FileKind;
import org.scenewright.scene.PlainItem;
import org.scenewright.scene.SceneItem;
import org.scenewright.schema.SchemaException;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What files and assets of a catalog become when they are placed in a scene. */
public final class AssetItem {
    private static final List<FileKind> PLACEABLE =
            List.of(FileKind.MODEL, FileKind.PICTURE, FileKind.SOUND, FileKind.VIDEO);

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
        return PLACEABLE.stream()
                .flatMap(kind -> paths.stream().filter(kind::fits))
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
        return FileKind.of(src)
                .flatMap(
                        kind ->
                                switch (kind) {
                                    case MODEL -> Optional.of(PlainItem.model(src));
                                    case PICTURE ->
                                            Optional.of(PlainItem.picture(src, aspect.apply(src)));
                                    case SOUND -> Optional.of(PlainItem.sound(src));
                                    case VIDEO -> Optional.of(PlainItem.video(src));
                                    case PLAYLIST, COMPOSITE -> Optional.<SceneItem>empty();
                                });
    }
}
