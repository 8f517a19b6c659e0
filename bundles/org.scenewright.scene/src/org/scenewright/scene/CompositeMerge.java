// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Merges two composite files that come from a third one. The text is ours with what changes by the
 * rules of {@link ThreeWay}; schemas, unknown keys and cells that no document knows are merged too.
 */
final class CompositeMerge {
    private CompositeMerge() {}

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
    static FileMerge of(byte[] base, byte[] ours, byte[] theirs, ComponentTypes core) {
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
    static FileMerge of(CompositeFile base, CompositeFile ours, CompositeFile theirs) {
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
        return new FileMerge(frame.write(ours.write(now)), now, conflicts, notes(t, merged));
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
