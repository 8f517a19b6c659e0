// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.schema.ComponentType;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Schema;
import org.scenewright.schema.Value;

import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads and writes what a document knows of others, as a part of checkpoints. */
final class JournalKnowledge {
    // About how many bytes they take beside what they hold.
    private static final int CELL = 512;
    private static final int REGISTER = 256;

    private JournalKnowledge() {}

    static void write(Knowledge knowledge, JournalWriter out) {
        out.all(knowledge.cells(), cell -> write(cell, out));
        out.cell(new Value.Fields(new TreeMap<>(knowledge.filed())));
        out.bytes(knowledge.plain());
        out.all(knowledge.unsettled(), cell -> write(cell, out));
        write(knowledge.losses(), out);
        write(knowledge.peers(), out);
    }

    /**
     * @param types the types of the document
     */
    static Knowledge read(JournalReader in, ComponentTypes types) {
        return new Knowledge(
                in.all(() -> written(in, types)),
                in.cell().members(),
                ByteBuffer.wrap(in.bytes()),
                in.all(() -> cell(in)),
                losses(in),
                peers(in));
    }

    private static void write(Step.Cell cell, JournalWriter out) {
        out.entity(cell.entity());
        out.text(cell.component());
    }

    private static Step.Cell cell(JournalReader in) {
        return new Step.Cell(in.entity(), in.text());
    }

    private static void write(Knowledge.Written cell, JournalWriter out) {
        out.entity(cell.entity());
        out.text(cell.component());
        var kept = cell.state();
        out.number(Integer.toUnsignedLong(kept.winner().timestamp()));
        out.maybe(kept.winner().value(), out::cell);
        out.maybe(kept.winner().receivedBytes().map(ByteBuffer::wrap), out::bytes);
        out.seen(kept.seen());
        out.text(kept.address());
        out.flag(kept.isPlain());
        out.all(
                kept.registers().entrySet(),
                entry -> {
                    out.path(entry.getKey());
                    write(entry.getValue(), out);
                });
    }

    private static Knowledge.Written written(JournalReader in, ComponentTypes types) {
        in.take(CELL);
        var entity = in.entity();
        String component = in.text();
        // The project may not define it any more.
        var type =
                SharedTypes.find(types, component)
                        .orElseGet(
                                () ->
                                        ComponentType.declared(
                                                component, new Schema.Opaque("unknown")));
        var winner =
                Stamped.kept(timestamp(in), in.maybe(in::cell), in.maybe(in::bytes), type.codec());
        var kept = new CellState.Kept(winner, in.seen(), in.text(), in.flag(), registers(in));
        return new Knowledge.Written(entity, component, kept);
    }

    private static SequencedMap<FieldPath, Register> registers(JournalReader in) {
        var registers = new LinkedHashMap<FieldPath, Register>();
        in.all(
                () -> {
                    var path = in.path();
                    registers.put(path, register(in));
                    return path;
                });
        return registers;
    }

    private static int timestamp(JournalReader in) {
        long timestamp = in.number();
        JournalReader.require(timestamp >>> Integer.SIZE == 0);
        return (int) timestamp;
    }

    private static void write(Register register, JournalWriter out) {
        out.number(Integer.toUnsignedLong(register.timestamp()));
        out.author(register.context().author());
        out.number(register.context().sequence());
        out.seen(register.context().seen());
        out.maybe(register.value(), out::cell);
        out.maybe(register.before(), out::cell);
    }

    private static Register register(JournalReader in) {
        in.take(REGISTER);
        int timestamp = timestamp(in);
        var context = new Batch.Context(in.author(), in.number(), in.seen());
        return new Register(timestamp, context, in.maybe(in::cell), in.maybe(in::cell));
    }

    private static void write(Losses.Kept losses, JournalWriter out) {
        out.all(
                losses.newestFirst().entrySet(),
                entry -> {
                    write(entry.getKey(), out);
                    out.number(entry.getValue());
                });
        out.number(losses.count());
    }

    private static Losses.Kept losses(JournalReader in) {
        var newestFirst = new LinkedHashMap<Loss, Long>();
        in.all(() -> Optional.ofNullable(newestFirst.put(loss(in), in.number())));
        return new Losses.Kept(newestFirst, in.number());
    }

    private static void write(Loss loss, JournalWriter out) {
        out.entity(loss.entity());
        out.text(loss.component());
        out.path(loss.path());
        out.text(loss.author());
        out.maybe(loss.lost(), out::cell);
        out.text(loss.winner());
    }

    private static Loss loss(JournalReader in) {
        return new Loss(
                in.entity(), in.text(), in.path(), in.text(), in.maybe(in::cell), in.text());
    }

    private static void write(Knowledge.Peers peers, JournalWriter out) {
        out.seen(peers.heard().seen());
        out.all(
                new TreeMap<>(peers.heard().ahead()).entrySet(),
                entry -> {
                    out.author(entry.getKey());
                    out.all(new TreeSet<>(entry.getValue()), out::number);
                });
        out.maybe(peers.sharing(), sharing -> write(sharing, out));
        out.all(new TreeSet<>(peers.mine()), out::text);
    }

    private static Knowledge.Peers peers(JournalReader in) {
        var seen = in.seen();
        var ahead = new HashMap<Author, Set<Long>>();
        in.all(() -> Optional.ofNullable(ahead.put(in.author(), numbersOf(in))));
        return new Knowledge.Peers(
                new Heard.Kept(seen, ahead), in.maybe(() -> sharing(in)), texts(in));
    }

    private static void write(Sharing.Kept sharing, JournalWriter out) {
        out.author(sharing.me());
        out.number(sharing.next());
        out.all(new TreeSet<>(sharing.present()), out::text);
    }

    private static Sharing.Kept sharing(JournalReader in) {
        return new Sharing.Kept(in.author(), in.number(), texts(in));
    }

    private static Set<String> texts(JournalReader in) {
        return Set.copyOf(in.all(in::text));
    }

    private static Set<Long> numbersOf(JournalReader in) {
        return Set.copyOf(in.all(in::number));
    }

    static void write(Numbers numbers, JournalWriter out) {
        write(numbers.spared(), out);
        write(numbers.retired(), out);
        out.all(
                new TreeMap<>(numbers.newest()).entrySet(),
                entry -> {
                    out.number(entry.getKey());
                    out.number(entry.getValue());
                });
        out.maybe(numbers.leased(), leased -> write(leased, out));
        out.all(new TreeSet<>(numbers.bare()), out::entity);
    }

    static Numbers numbers(JournalReader in) {
        var spared = set(in);
        var retired = set(in);
        var newest = new HashMap<Integer, Integer>();
        in.all(() -> Optional.ofNullable(newest.put(in.index(), in.index())));
        return new Numbers(
                spared, retired, newest, in.maybe(() -> set(in)), Set.copyOf(in.all(in::entity)));
    }

    private static void write(BitSet numbers, JournalWriter out) {
        out.all(numbers.stream().boxed().toList(), number -> out.number(number));
    }

    private static BitSet set(JournalReader in) {
        var numbers = new BitSet();
        in.all(in::index).forEach(numbers::set);
        return numbers;
    }
}
