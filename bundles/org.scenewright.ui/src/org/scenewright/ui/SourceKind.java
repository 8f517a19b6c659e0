// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.content.FileKind;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What sort of file a field names. */
enum SourceKind {
    MODEL(FileKind.MODEL, List.of("core::GltfContainer.src")),
    PICTURE(FileKind.PICTURE, List.of(".texture.src", "navmapThumbnail", "imageUrl")),
    SOUND(FileKind.SOUND, List.of("core::AudioSource.audioClipUrl")),
    VIDEO(FileKind.VIDEO, List.of("core::VideoPlayer.src"));

    private final FileKind files;
    private final List<String> fields;

    /**
     * @param files what they name
     * @param fields what the names of the fields end with that name such files
     */
    SourceKind(FileKind files, List<String> fields) {
        this.files = files;
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
        return paths.stream().filter(files::isLike).toList();
    }
}
