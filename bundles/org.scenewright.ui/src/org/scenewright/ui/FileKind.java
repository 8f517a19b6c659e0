// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the file of a name becomes in a scene. */
enum FileKind {
    MODEL(".glb", ".gltf"),
    PICTURE(".png", ".jpg", ".jpeg", ".webp"),
    SOUND(".mp3", ".ogg", ".wav"),
    VIDEO(".mp4", ".webm"),
    COMPOSITE(".composite");

    private final List<String> endings;

    FileKind(String... endings) {
        this.endings = List.of(endings);
    }

    static Optional<FileKind> of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(kind -> kind.endings.stream().anyMatch(name::endsWith))
                .findFirst();
    }

    /** Whether it is a plane that one looks at. */
    boolean isFlat() {
        return this == PICTURE || this == VIDEO;
    }

    /** Why files cannot be dropped into a scene, for people. */
    static Optional<String> objection(List<Path> files) {
        return files.stream()
                .filter(file -> of(file).isEmpty())
                .findFirst()
                .map(
                        file ->
                                file.getFileName()
                                        + " cannot be placed: it is no model (.glb, .gltf),"
                                        + " picture, sound, video or composite.");
    }
}
