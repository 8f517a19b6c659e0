// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What sort of file a field names. */
enum SourceKind {
    MODEL(Set.of("glb", "gltf"), List.of("core::GltfContainer.src")),
    PICTURE(
            Set.of("png", "jpg", "jpeg", "webp"),
            List.of(".texture.src", "navmapThumbnail", "imageUrl")),
    SOUND(Set.of("mp3", "ogg", "wav"), List.of("core::AudioSource.audioClipUrl")),
    VIDEO(Set.of("mp4", "webm", "m3u8"), List.of("core::VideoPlayer.src"));

    private final Set<String> endings;
    private final List<String> fields;

    /**
     * @param endings of its files
     * @param fields what the names of the fields end with that name such files
     */
    SourceKind(Set<String> endings, List<String> fields) {
        this.endings = endings;
        this.fields = fields;
    }

    /** The sort of a field: the name of its component, a dot and its path. */
    static Optional<SourceKind> of(String field) {
        return Arrays.stream(values())
                .filter(kind -> kind.fields.stream().anyMatch(field::endsWith))
                .findFirst();
    }

    /** Those paths that lead to such files. */
    List<String> among(List<String> paths) {
        return paths.stream().filter(this::fits).toList();
    }

    private boolean fits(String path) {
        return endings.contains(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }
}
