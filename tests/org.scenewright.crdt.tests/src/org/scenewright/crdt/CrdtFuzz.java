// SPDX-License-Identifier: EPL-2.0
package org.scenewright.crdt;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Takes any bytes for batches of messages; what codec and store make of them has to be what the
 * plain rules say. It needs no test library, so that a fuzzer can run it.
 */
public final class CrdtFuzz {
    private CrdtFuzz() {}

    /**
     * The first byte says how many bytes form a batch.
     *
     * @throws IllegalStateException when something does not hold
     */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length > 0) {
            var bytes = ByteBuffer.wrap(input, 1, input.length - 1);
            var reading = CrdtCodec.read(bytes);
            checkCodec(bytes, reading);
            checkStore(bytes, reading.messages());
            checkBatches(reading.messages(), 1 + (input[0] & 0xF));
            checkSmallStore(bytes);
        }
    }

    private static void checkCodec(ByteBuffer bytes, Reading reading) {
        var in = new CrdtReader(bytes);
        int last = 0;
        while (in.next()) {
            require(in.length() > last, () -> "the cursor stands still");
            last = in.length();
        }
        require(in.complaint().equals(reading.complaint()), () -> "two complaints");
        require(
                reading.complaint().isPresent() || in.length() == bytes.remaining(),
                () -> "bytes are left over in silence");
        var again = CrdtCodec.read(CrdtCodec.toBytes(reading.messages()));
        require(
                again.complaint().isEmpty() && again.messages().equals(reading.messages()),
                () -> reading + " became " + again);
    }

    private static void checkStore(ByteBuffer bytes, List<CrdtMessage> messages) {
        var plain = new PlainStore();
        var single = new LwwStore();
        for (var message : messages) {
            var expected = plain.merge(message);
            var verdict = single.merge(message);
            require(expected.equals(verdict), () -> message + ": " + expected + ", " + verdict);
        }
        var batched = new LwwStore();
        batched.merge(bytes, cell -> {});
        var state = plain.state();
        require(state.equals(single.state()), () -> state + ", " + single.state());
        require(state.equals(batched.state()), () -> state + ", " + batched.state());
        var late = new LwwStore();
        late.merge(ByteBuffer.wrap(CrdtCodec.toBytes(state)), cell -> {});
        require(state.equals(late.state()), () -> state + ", " + late.state());
    }

    /** The last that is told of each cell is what the store holds. */
    private static void checkBatches(List<CrdtMessage> messages, int size) {
        var store = new LwwStore();
        Map<List<Object>, CrdtMessage> told = new HashMap<>();
        for (int from = 0; from < messages.size(); from += size) {
            var batch = messages.subList(from, Math.min(messages.size(), from + size));
            store.merge(
                    ByteBuffer.wrap(CrdtCodec.toBytes(batch)),
                    cell -> told.put(key(cell), cell.message()));
        }
        var state = new ArrayList<>(store.state());
        state.removeIf(m -> told.containsValue(m));
        state.removeIf(CrdtMessage.DeleteEntity.class::isInstance);
        state.removeIf(CrdtMessage.DeleteEntityNetwork.class::isInstance);
        require(state.isEmpty(), () -> "nobody was told of " + state);
    }

    private static List<Object> key(CrdtCell cell) {
        return List.of(cell.isForeign(), cell.networkId(), cell.entity(), cell.component());
    }

    private static void checkSmallStore(ByteBuffer bytes) {
        var store = new LwwStore(new StoreLimits(3, 64, 2, 32), c -> c.value() != 2);
        var merged = store.merge(bytes, cell -> {});
        long room = 0;
        int components = 0;
        for (var message : store.state()) {
            room += message.bodyLength();
            components += message.bodyLength() >= 12 ? 1 : 0;
        }
        require(components <= 5 && room <= 96 + 20L * store.state().size(), () -> "too much");
        require(merged.refused() == 0 || !merged.complaints().isEmpty(), () -> "a silent refusal");
    }

    private static void require(boolean holds, Supplier<String> complaint) {
        if (!holds) {
            throw new IllegalStateException(complaint.get());
        }
    }
}
