// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.Value;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Merges two composite files that come from a third one. The text is ours with what changes by the
 * rules of {@link ThreeWay}; schemas, unknown keys and cells that no document knows are merged too.
 *
 * @param text the merged file; the same bytes as ours where nothing of theirs is new
 * @param snapshot what it says
 * @param conflicts where ours was kept against theirs
 * @param notes what people should know besides, as sentences
 */
public record CompositeMerge(
        byte[] text, SceneSnapshot snapshot, List<Conflict> conflicts, List<String> notes) {

    /** A file with what it says. */
    private record Part(CompositeFile file, SceneSnapshot snapshot) {
        static Part of(CompositeFile file) {
            return new Part(file, file.fill(SceneSnapshot.empty(file.types())));
        }

        Optional<Value> frame(UnaryOperator<Entity> now) {
            return Optional.of(Frame.of(file.whole(), snapshot, now));
        }
    }

    /**
     * Merges three texts.
     *
     * @throws SceneFormatException when one of them cannot be read, or when both sides together
     *     have more entities than a scene can hold
     */
    public static CompositeMerge of(byte[] base, byte[] ours, byte[] theirs, ComponentTypes core) {
        return of(read(base, "base", core), read(ours, "ours", core), read(theirs, "theirs", core));
    }

    private static CompositeFile read(byte[] text, String shownName, ComponentTypes core) {
        var file = CompositeFile.of(text, shownName, core);
        file.requireReadable();
        return file;
    }

    /**
     * Merges three files that can be read.
     *
     * @throws SceneFormatException as {@link #of(byte[], byte[], byte[], ComponentTypes)}
     */
    public static CompositeMerge of(CompositeFile base, CompositeFile ours, CompositeFile theirs) {
        var b = Part.of(base);
        var o = Part.of(ours);
        var t = Part.of(theirs);
        var merged = ThreeWay.merge(b.snapshot(), o.snapshot(), t.snapshot());
        var frame =
                new FrameMerge(
                        new ValueMerge.Sides(
                                b.frame(e -> e),
                                o.frame(e -> e),
                                t.frame(e -> merged.renumbered().getOrDefault(e, e))),
                        merged.theirs(),
                        merged.snapshot());
        var now = NodesUpdate.of(merged.listed(), merged.snapshot());
        var conflicts = new ArrayList<>(merged.conflicts());
        conflicts.addAll(frame.conflicts());
        return new CompositeMerge(
                frame.write(ours.write(now)), now, List.copyOf(conflicts), notes(t, merged));
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

    private static List<String> notes(Part theirs, ThreeWay.Merged merged) {
        var notes = new ArrayList<String>();
        merged.renumbered()
                .forEach(
                        (was, is) ->
                                notes.add(
                                        "Both sides added an entity "
                                                + was
                                                + "; theirs, \""
                                                + theirs.snapshot().name(was)
                                                + "\", is "
                                                + is
                                                + " now."));
        if (merged.newIds() > 0) {
            notes.add(
                    "Both sides gave out the same ids of smart items or in the network; "
                            + merged.newIds()
                            + " of theirs are others now.");
        }
        return notes;
    }
}
