// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.schema.ComponentTypes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads and writes checkpoints as the first records of journals. */
final class JournalCheckpoints {
    private static final int MOST_STEPS = 1000;
    private static final int MOST_CELLS = 1 << 20;

    private final ComponentTypes core;
    private final String fingerprint;
    private final SceneSnapshot files;
    private final JournalSnapshots snapshots;
    private final JournalCopy copy;

    /**
     * @param core the types that every scene has, which are not kept
     * @param files what the files hold now, of which equal values are shared
     * @param copy stands for a checkpoint in which nothing was done so far
     */
    JournalCheckpoints(ComponentTypes core, LoadedScene files, JournalCopy copy) {
        this.core = core;
        this.fingerprint = files.fingerprint();
        this.files = files.snapshot();
        this.snapshots = new JournalSnapshots(core, this.files);
        this.copy = copy;
    }

    /** Whether it is enough to name the files. */
    boolean isCopied(JournalCheckpoint checkpoint) {
        return checkpoint.memory().isFresh() && copy.holds(checkpoint.fingerprint());
    }

    void write(JournalCheckpoint checkpoint, JournalWriter out) {
        out.text(checkpoint.fingerprint());
        out.flag(isCopied(checkpoint));
        if (!isCopied(checkpoint)) {
            writeWhole(checkpoint, out);
        }
    }

    private void writeWhole(JournalCheckpoint checkpoint, JournalWriter out) {
        var memory = checkpoint.memory();
        snapshots.write(checkpoint.base(), out);
        out.flag(memory.snapshot() == checkpoint.base());
        if (memory.snapshot() != checkpoint.base()) {
            snapshots.write(memory.snapshot(), out);
        }
        out.all(snapshots.names(memory.caughtUp()), out::text);
        out.signed(checkpoint.savedState());
        out.signed(memory.state());
        out.signed(memory.lastState());
        out.all(newest(memory.done()), step -> write(step, out));
        out.all(newest(memory.undone()), step -> write(step, out));
        JournalKnowledge.write(memory.knowledge(), out);
        JournalKnowledge.write(memory.numbers(), out);
    }

    JournalCheckpoint read(JournalReader in) {
        String name = in.text();
        return in.flag() ? copied(name) : whole(name, in);
    }

    private JournalCheckpoint copied(String name) {
        var base = name.equals(fingerprint) ? Optional.of(files) : copy.read(name, () -> core);
        JournalReader.require(base.isPresent());
        var memory = Memory.of(base.orElseThrow().ranked());
        return new JournalCheckpoint(name, base.orElseThrow(), 0, memory);
    }

    private JournalCheckpoint whole(String name, JournalReader in) {
        var base = snapshots.read(in);
        var now = in.flag() ? base : snapshots.read(in);
        var caughtUp = snapshots.known(now.types(), Set.copyOf(in.all(in::text)));
        long savedState = in.signed();
        var memory =
                new Memory(
                        now,
                        caughtUp,
                        in.signed(),
                        in.signed(),
                        in.all(() -> step(in)),
                        in.all(() -> step(in)),
                        JournalKnowledge.read(in, now.types()),
                        JournalKnowledge.numbers(in));
        return new JournalCheckpoint(name, base, savedState, memory);
    }

    /** The steps that are near; those that are far back would make every journal large for ever. */
    private static List<Step> newest(List<Step> steps) {
        int cells = 0;
        int count = 0;
        while (count < Math.min(steps.size(), MOST_STEPS) && cells < MOST_CELLS) {
            var step = steps.get(count++);
            cells += step.cells().size() + step.relocations().size();
        }
        return steps.subList(0, count);
    }

    private static void write(Step step, JournalWriter out) {
        var outline = step.outline();
        out.text(outline.label());
        out.signed(outline.gesture());
        out.signed(outline.span().before());
        out.signed(outline.span().after());
        out.flag(outline.isInterrupted());
        out.all(
                step.cells().entrySet(),
                entry -> {
                    out.entity(entry.getKey().entity());
                    out.text(entry.getKey().component());
                    out.maybe(entry.getValue().before(), out::cell);
                    out.maybe(entry.getValue().after(), out::cell);
                });
        out.all(step.relocations(), relocation -> write(relocation, out));
    }

    private static Step step(JournalReader in) {
        String label = in.text();
        long gesture = in.signed();
        var span = new Step.Span(in.signed(), in.signed());
        var outline = new Step.Outline(label, gesture, span, in.flag());
        var cells = new LinkedHashMap<Step.Cell, Step.Diff>();
        in.all(
                () -> {
                    var cell = new Step.Cell(in.entity(), in.text());
                    var diff = new Step.Diff(in.maybe(in::cell), in.maybe(in::cell));
                    cells.put(cell, diff);
                    return cell;
                });
        return new Step(outline, cells, in.all(() -> relocation(in)));
    }

    private static void write(Relocation relocation, JournalWriter out) {
        switch (relocation) {
            case Relocation.Moved(var entity, var from, var to) -> {
                out.flag(false);
                out.entity(entity);
                out.maybe(from, spot -> write(spot, out));
                out.maybe(to, spot -> write(spot, out));
            }
            case Relocation.Reordered(var parent, var before, var after) -> {
                out.flag(true);
                out.entity(parent);
                out.all(before, out::entity);
                out.all(after, out::entity);
            }
        }
    }

    private static Relocation relocation(JournalReader in) {
        return in.flag()
                ? new Relocation.Reordered(in.entity(), in.all(in::entity), in.all(in::entity))
                : new Relocation.Moved(
                        in.entity(), in.maybe(() -> spot(in)), in.maybe(() -> spot(in)));
    }

    private static void write(Spot spot, JournalWriter out) {
        out.entity(spot.parent());
        out.number(spot.index());
        out.maybe(spot.after(), out::entity);
    }

    private static Spot spot(JournalReader in) {
        var parent = in.entity();
        long index = in.number();
        JournalReader.require(index >= 0 && index <= Integer.MAX_VALUE);
        return new Spot(parent, (int) index, in.maybe(in::entity));
    }
}
