// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an author signed at once: one batch where others hear of it at once, many of those that were
 * written without connection, as a signature of each of a day would keep others busy for long. It
 * is signed when somebody first wants to see that, and travels as a whole. Not thread-safe.
 */
final class Seal {
    /** The most batches under one signature. */
    static final int MOST = 256;

    /** The most bytes under one signature, but for a batch that is alone. */
    static final int MOST_BYTES = 1 << 20;

    private final byte[] key;
    private final List<byte[]> batches;
    private final Optional<Pen> pen;
    private byte[] signature;
    private long bytes;
    private Optional<Ground> judgedOn = Optional.empty();
    private boolean isGenuine;

    private record Pen(Ground ground, Signatures signatures) {}

    private Seal(Pen pen) {
        this.key = pen.signatures().key();
        this.batches = new ArrayList<>();
        this.pen = Optional.of(pen);
        this.signature = new byte[0];
    }

    /** One that somebody signed. */
    Seal(byte[] key, byte[] signature, List<byte[]> batches) {
        this.key = key;
        this.batches = List.copyOf(batches);
        this.bytes = batches.stream().mapToLong(batch -> batch.length).sum();
        this.pen = Optional.empty();
        this.signature = signature;
    }

    /** One that batches are to come under. */
    static Seal open(Ground ground, Signatures signatures) {
        return new Seal(new Pen(ground, signatures));
    }

    /** Whether another batch of this ground, of so many bytes, may come under it. */
    boolean isOpen(Ground ground, int length) {
        boolean isRoom = batches.isEmpty() || bytes + length <= MOST_BYTES;
        return isRoom
                && signature.length == 0
                && batches.size() < MOST
                && pen.filter(p -> p.ground().equals(ground)).isPresent();
    }

    void add(byte[] batch) {
        batches.add(batch);
        bytes += batch.length;
    }

    byte[] key() {
        return key;
    }

    /** Nothing comes under it any more from now on. */
    byte[] signature() {
        if (signature.length == 0) {
            signature = pen.map(this::sign).orElse(signature);
        }
        return signature;
    }

    private byte[] sign(Pen with) {
        return with.signatures().sign(signed(with.ground()));
    }

    /** Nobody can use it in another session. */
    private byte[] signed(Ground ground) {
        return new Output()
                .raw("scenewright batches 2\n".getBytes(StandardCharsets.US_ASCII))
                .text(ground.session())
                .number(ground.base())
                .list(batches, (batch, out) -> out.bytes(batch))
                .toBytes();
    }

    /** Whether the owner of the key signed it; found out once. */
    boolean isGenuine(Ground ground, Signatures signatures) {
        if (judgedOn.filter(ground::equals).isEmpty()) {
            judgedOn = Optional.of(ground);
            isGenuine = signatures.verifies(key, signed(ground), signature());
        }
        return isGenuine;
    }

    /** How many batches are under it. */
    int size() {
        return batches.size();
    }

    /** How many bytes they are. */
    long bytes() {
        return bytes;
    }

    void write(Output out) {
        out.raw(key).raw(signature()).list(batches, (batch, to) -> to.bytes(batch));
    }

    /** Reads one, with the batches under it. */
    static List<SignedBatch> read(Input in) throws IOException {
        byte[] key = in.raw(Signatures.KEY);
        byte[] signature = in.raw(Signatures.SIGNATURE);
        var batches = in.list(MOST, each -> each.bytes(Integer.MAX_VALUE));
        var seal = new Seal(key, signature, batches);
        var all = new ArrayList<SignedBatch>();
        for (byte[] bytes : batches) {
            all.add(SignedBatch.read(bytes, seal));
        }
        return all;
    }
}
