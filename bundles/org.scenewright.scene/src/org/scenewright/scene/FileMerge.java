// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.Value;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What came of merging two files of a scene that come from a third one.
 *
 * @param text the merged file, which is ours with what is new of theirs; the same bytes as ours
 *     where nothing is
 * @param snapshot what it says
 * @param conflicts where ours was kept against theirs
 * @param notes what people should know besides, as sentences
 */
public record FileMerge(
        byte[] text, SceneSnapshot snapshot, List<Conflict> conflicts, List<String> notes) {
    public FileMerge {
        conflicts = List.copyOf(conflicts);
        notes = List.copyOf(notes);
    }

    /**
     * Merges three composites, or three {@code scene.json} field by field.
     *
     * @throws SceneFormatException when one of them cannot be read, when they are not of one kind,
     *     or when both sides together have more entities than a scene can hold
     */
    public static FileMerge of(Path base, Path ours, Path theirs, ComponentTypes core) {
        return SettingsFile.areMeant(List.of(base, ours, theirs))
                ? SettingsMerge.of(
                        SettingsFile.read(base), SettingsFile.read(ours), SettingsFile.read(theirs))
                : CompositeMerge.of(
                        composite(base, core), composite(ours, core), composite(theirs, core));
    }

    private static CompositeFile composite(Path path, ComponentTypes core) {
        var file = CompositeFile.read(path, path.toString(), core);
        file.requireReadable();
        return file;
    }

    /** The list of the conflicts as the command line writes it; a JSON text. */
    public byte[] conflictsText() {
        var list = Value.of(conflicts.stream().map(Conflict::toValue).toList());
        String text = JsonStyle.OFFICIAL.print(list, "", true) + "\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Writes the merged file, and a list of the conflicts beside it or takes an old one away; both
     * atomically, and the file only when nothing fails before.
     *
     * @throws SceneFormatException when one of them cannot be written
     */
    public void write(Path out, Path list) {
        try {
            var target = new DiskFile(out, out.toString());
            if (conflicts.isEmpty()) {
                target.write(text);
                Files.deleteIfExists(list);
            } else {
                new DiskFile(list, list.toString()).write(conflictsText());
                target.write(text);
            }
        } catch (IOException failure) {
            throw SceneFormatException.of(list.toString(), failure);
        }
    }
}
