// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.SchemaException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads and writes what a late joiner is sent, in the form of a checkpoint of a journal. */
final class SharedStates {
    private static final int VERSION = 1;

    // About what the smallest document takes, and what a byte can stand for.
    private static final long ROOM = 64 << 20;
    private static final long ROOM_OF_BYTE = 64;

    private final JournalSnapshots snapshots;

    private SharedStates(ComponentTypes core) {
        // What a project defines another one need not know.
        var own = core.all().stream().filter(type -> type.definition().isEmpty()).toList();
        this.snapshots = new JournalSnapshots(core, ComponentTypes.of(own));
    }

    static byte[] write(SharedState state, ComponentTypes core) {
        var out = new JournalWriter();
        new SharedStates(core).write(state, out);
        return out.toBytes();
    }

    private void write(SharedState state, JournalWriter out) {
        out.octet(VERSION);
        snapshots.write(meant(state), out);
        out.all(new TreeSet<>(snapshots.names(state.caughtUp())), out::text);
        JournalKnowledge.write(state.knowledge().shared(), out);
        JournalKnowledge.write(state.numbers(), out);
        out.maybe(state.texts(), texts -> write(texts, out));
    }

    private static void write(FileTexts texts, JournalWriter out) {
        out.bytes(ByteBuffer.wrap(texts.composite()));
        out.bytes(ByteBuffer.wrap(texts.settings()));
    }

    /** The document with those types alone that somebody used. */
    private static SceneSnapshot meant(SharedState state) {
        var now = state.snapshot();
        var used = new HashSet<>(now.cellNames());
        used.addAll(StoredSchemas.all(now).keySet());
        state.knowledge().cells().forEach(cell -> used.add(cell.component()));
        var types =
                now.types().all().stream()
                        .filter(type -> used.contains(type.name()))
                        .sorted(Comparator.comparing(ComponentType::name))
                        .toList();
        return now.withTypes(ComponentTypes.of(types)).withRevision(0);
    }

    static SharedState read(byte[] bytes, ComponentTypes core) throws IOException {
        if (bytes.length > SharedState.LARGEST) {
            throw new IOException("The scene that was sent is too large.");
        }
        try {
            var in = new JournalReader(bytes, ROOM + ROOM_OF_BYTE * bytes.length);
            return new SharedStates(core).read(in);
        } catch (SceneFormatException | SchemaException | IllegalArgumentException unfit) {
            throw new IOException("What was sent is no scene, or it was damaged.", unfit);
        }
    }

    private SharedState read(JournalReader in) throws IOException {
        if (in.octet() != VERSION) {
            throw new IOException("The scene was sent by another version of this program.");
        }
        var now = snapshots.read(in);
        checkTree(now);
        var caughtUp = snapshots.known(now.types(), Set.copyOf(in.all(in::text)));
        var knowledge = JournalKnowledge.read(in, now.types());
        var peers = knowledge.peers();
        JournalReader.require(peers.sharing().isEmpty() && peers.mine().isEmpty());
        checkCells(knowledge);
        var numbers = JournalKnowledge.numbers(in);
        JournalReader.require(numbers.leased().isEmpty());
        var texts = in.maybe(() -> new FileTexts(in.bytes(), in.bytes()));
        in.finish();
        return new SharedState(Memory.shared(now, caughtUp, knowledge, numbers), texts);
    }

    /** Requires that everybody hangs where the Transforms say. */
    private static void checkTree(SceneSnapshot now) {
        Hierarchy.parents(now)
                .forEach((e, parent) -> JournalReader.require(now.parent(e).equals(parent)));
    }

    private static void checkCells(Knowledge knowledge) {
        var known = new HashSet<Map.Entry<Entity, String>>();
        for (var cell : knowledge.cells()) {
            JournalReader.require(known.add(Map.entry(cell.entity(), cell.component())));
            JournalReader.require(PlainGate.isInTime(cell.state().winner().timestamp()));
            JournalReader.require(cell.state().registers().size() <= CellState.MOST_REGISTERS);
        }
        JournalReader.require(knowledge.cells().size() <= ReplicaLimits.USUAL.components());
    }
}
