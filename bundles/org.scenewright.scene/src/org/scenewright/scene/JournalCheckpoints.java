// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.Value;

import java.util.ArrayDeque;
import java.util.ArrayList;
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
        write(checkpoint.base(), out);
        out.flag(memory.snapshot() == checkpoint.base());
        if (memory.snapshot() != checkpoint.base()) {
            write(memory.snapshot(), out);
        }
        out.all(names(memory.caughtUp()), out::text);
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
        var base = snapshot(in);
        var now = in.flag() ? base : snapshot(in);
        var caughtUp = known(now.types(), Set.copyOf(in.all(in::text)));
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

    private List<String> names(ComponentTypes types) {
        return types.all().stream()
                .map(ComponentType::name)
                .filter(name -> core.find(name).isEmpty())
                .toList();
    }

    /** Those of some types that every scene has or that have one of some names. */
    private ComponentTypes known(ComponentTypes types, Set<String> names) {
        var known =
                types.all().stream()
                        .filter(t -> core.find(t.name()).isPresent() || names.contains(t.name()))
                        .toList();
        return known.size() == types.all().size() ? types : ComponentTypes.of(known);
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

    private void write(SceneSnapshot snapshot, JournalWriter out) {
        out.number(snapshot.revision());
        out.all(
                snapshot.types().all().stream()
                        .filter(type -> core.find(type.name()).isEmpty())
                        .toList(),
                type -> JournalDeeds.write(type, out));
        out.cell(snapshot.settings());
        out.all(snapshot.entities(), entity -> write(snapshot.node(entity).orElseThrow(), out));
        out.all(snapshot.cellNames(), name -> write(snapshot, name, out));
    }

    private static void write(SceneSnapshot.Node node, JournalWriter out) {
        out.entity(node.entity());
        out.entity(node.parent());
        out.key(node.key());
        out.all(node.children(), out::entity);
    }

    private static void write(SceneSnapshot snapshot, String component, JournalWriter out) {
        var entities = new ArrayList<Entity>();
        snapshot.forEach(component, (entity, value) -> entities.add(entity));
        out.text(component);
        out.all(entities, out::entity);
        snapshot.forEach(component, (entity, value) -> out.cell(value));
    }

    private SceneSnapshot snapshot(JournalReader in) {
        long revision = in.number();
        var types = types(in.all(() -> JournalDeeds.type(in)));
        var settings = in.cell();
        var nodes = new LinkedHashMap<Integer, SceneSnapshot.Node>();
        in.all(
                () -> {
                    var node = node(in);
                    // Of two with one number, tables would hold one and lists both.
                    JournalReader.require(nodes.put(node.entity().number(), node) == null);
                    return node;
                });
        var byEntity = new LinkedHashMap<Entity, SceneSnapshot.Node>();
        nodes.values().forEach(node -> byEntity.put(node.entity(), node));
        var tree = EntityTable.of(byEntity);
        checkTree(tree);
        var components = new LinkedHashMap<String, EntityTable<Value>>();
        in.all(
                () -> {
                    String component = in.text();
                    components.put(component, table(component, in));
                    return component;
                });
        var content = new SceneSnapshot.Content(types, tree, components, settings);
        var kept = new SceneSnapshot(revision, content);
        return kept.withTypes(StoredSchemas.types(kept, core));
    }

    private ComponentTypes types(List<ComponentType> kept) {
        var all = new ArrayList<>(core.all());
        all.addAll(files.types().all());
        all.addAll(kept);
        return ComponentTypes.of(all);
    }

    private static SceneSnapshot.Node node(JournalReader in) {
        var node = new SceneSnapshot.Node(in.entity(), in.entity(), List.of(), in.key());
        return node.with(in.all(in::entity));
    }

    /** Requires that every entity hangs below the root, once and where it says so. */
    private static void checkTree(EntityTable<SceneSnapshot.Node> nodes) {
        var next = new ArrayDeque<Entity>();
        next.add(Entity.ROOT);
        int count = 0;
        while (!next.isEmpty()) {
            var parent = next.remove();
            var node = nodes.get(parent).filter(n -> n.entity().equals(parent));
            JournalReader.require(node.isPresent() && ++count <= nodes.size());
            for (var child : node.map(SceneSnapshot.Node::children).orElse(List.of())) {
                var up = nodes.get(child).map(SceneSnapshot.Node::parent);
                JournalReader.require(up.equals(Optional.of(parent)) && !child.equals(parent));
                next.add(child);
            }
        }
        JournalReader.require(count == nodes.size());
    }

    private EntityTable<Value> table(String component, JournalReader in) {
        var values = new LinkedHashMap<Entity, Value>();
        for (var entity : in.all(in::entity)) {
            var onDisk = files.value(entity, component);
            values.put(entity, in.cell(read -> onDisk.filter(read::equals).orElse(read)));
        }
        return EntityTable.of(values);
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
