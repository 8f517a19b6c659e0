// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a file of a scene is, as the end of its name says. */
public enum FileKind {
    MODEL("glb", "gltf"),
    PICTURE("png", "jpg", "jpeg", "webp"),
    SOUND("mp3", "ogg", "wav"),
    VIDEO("mp4", "webm"),
    /** Names the parts of a video, which are elsewhere. */
    PLAYLIST("m3u8"),
    COMPOSITE("composite");

    private final List<String> endings;

    FileKind(String... endings) {
        this.endings = List.of(endings);
    }

    /** The kind of a file by its name or path, in any case. */
    public static Optional<FileKind> of(String path) {
        return Stream.of(values()).filter(kind -> kind.fits(path)).findFirst();
    }

    /** Whether a file is of this kind by its name or path, in any case. */
    public boolean fits(String path) {
        int dot = path.lastIndexOf('.');
        return dot >= 0 && endings.contains(path.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    /** Whether it is a plane that one looks at. */
    public boolean isFlat() {
        return this == PICTURE || isMoving();
    }

    /** Whether a file may stand where one of this kind can. */
    public boolean isLike(String path) {
        return of(path).filter(o -> o == this || isMoving() && o.isMoving()).isPresent();
    }

    private boolean isMoving() {
        return this == VIDEO || this == PLAYLIST;
    }
}
