// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import org.scenewright.content.LocalPath;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where files and folders of a project go.
 *
 * @param paths old to new, inside the project
 */
public record Relocations(Map<String, String> paths) {

    public Relocations {
        paths = new LinkedHashMap<>(paths);
    }

    /** Where a file is then; nothing where it stays. */
    public Optional<String> now(String path) {
        return paths.entrySet().stream()
                .filter(move -> FileUse.isIn(FileUse.key(path), FileUse.key(move.getKey())))
                .findFirst()
                .map(move -> move.getValue() + rest(path, move.getKey()))
                .filter(now -> !now.equals(path));
    }

    /** What comes after the names of a folder, with the slash before it. */
    private static String rest(String path, String folder) {
        var names = LocalPath.names(path).orElse(List.of());
        int known = LocalPath.names(folder).orElse(List.of()).size();
        var left = names.subList(Math.min(known, names.size()), names.size());
        return left.isEmpty() ? "" : "/" + String.join("/", left);
    }

    /** The last part of a path that a text says, once what it may mean is elsewhere. */
    Optional<String> end(String text) {
        return paths.entrySet().stream()
                .flatMap(move -> end(text, move.getKey(), move.getValue()).stream())
                .findFirst();
    }

    private static Optional<String> end(String text, String from, String to) {
        var before = from.split("/");
        var after = to.split("/");
        int said = text.split("/").length;
        boolean fits =
                before.length > said
                        && FileUse.key(from).endsWith("/" + FileUse.key(text))
                        && after.length == before.length
                        && sameStart(before, after, before.length - said);
        return fits
                ? Optional.of(
                        String.join("/", List.of(after).subList(after.length - said, after.length)))
                : Optional.empty();
    }

    private static boolean sameStart(String[] one, String[] other, int length) {
        return List.of(one).subList(0, length).equals(List.of(other).subList(0, length));
    }

    /** The use as it says then; nothing where it stays as it is or cannot say it. */
    public Optional<String> respelled(FileUse use) {
        return use.way()
                .respelled(use.file(), use.text(), this)
                .filter(now -> !now.equals(use.text()));
    }
}
