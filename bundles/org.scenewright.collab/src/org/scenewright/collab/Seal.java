// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.scene.Batch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What an author signed at once: one batch where others hear of it at once, several in a row of
 * those that were written without connection, as a signature of each of a day would keep others
 * busy for long. It is signed when somebody first wants to see that, and travels as a whole. Not
 * thread-safe.
 */
final class Seal {
    /** The most batches under one signature. */
    static final int MOST = 256;

    /** The most bytes under one signature, but for a batch that is alone. */
    static final int MOST_BYTES = 1 << 20;

    private final byte[] key;
    private final List<byte[]> batches;
    private final Optional<Pen> pen;
    private Optional<Batch> last;
    private byte[] signature;
    private long bytes;
    private Optional<Ground> judgedOn = Optional.empty();
    private boolean isGenuine;

    private record Pen(Ground ground, Signatures signatures) {}

    private Seal(Pen pen) {
        this.key = pen.signatures().key();
        this.batches = new ArrayList<>();
        this.pen = Optional.of(pen);
        this.last = Optional.empty();
        this.signature = new byte[0];
    }

    /**
     * One that somebody signed.
     *
     * @param last the last one of the batches
     */
    Seal(byte[] key, byte[] signature, Batch last, List<byte[]> batches) {
        this.key = key;
        this.batches = List.copyOf(batches);
        this.bytes = batches.stream().mapToLong(batch -> batch.length).sum();
        this.pen = Optional.empty();
        this.last = Optional.of(last);
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

    /** Whether a batch is the next one after those that are under it. */
    boolean isFollowedBy(Batch next) {
        return last.filter(before -> !isNext(before, next)).isEmpty();
    }

    private static boolean isNext(Batch before, Batch next) {
        return next.author().equals(before.author()) && next.sequence() == before.sequence() + 1;
    }

    void add(Batch batch, byte[] written) {
        last = Optional.of(batch);
        batches.add(written);
        bytes += written.length;
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
        var newest = last.orElseThrow();
        byte[] signed =
                Testimony.signed(with.ground(), newest.author(), newest.sequence(), sha256());
        return with.signatures().sign(signed);
    }

    private byte[] sha256() {
        return Digests.sha256(
                new Output().list(batches, (batch, out) -> out.bytes(batch)).toBytes());
    }

    /** What it says of how far its author had come; nothing comes under it any more. */
    Testimony testimony() {
        var newest = last.orElseThrow();
        return new Testimony(newest.author(), newest.sequence(), sha256(), key, signature());
    }

    /** Whether the owner of the key signed it; found out once. */
    boolean isGenuine(Ground ground, Signatures signatures) {
        if (judgedOn.filter(ground::equals).isEmpty()) {
            judgedOn = Optional.of(ground);
            isGenuine = testimony().isGenuine(ground, signatures);
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
        var written = in.list(MOST, each -> each.bytes(Integer.MAX_VALUE));
        var batches = new ArrayList<Batch>();
        for (byte[] one : written) {
            batches.add(SignedBatch.read(one));
        }
        requireInRow(batches);
        requireFewBytes(written);
        var seal = new Seal(key, signature, batches.getLast(), written);
        return IntStream.range(0, batches.size())
                .mapToObj(i -> new SignedBatch(batches.get(i), written.get(i), seal))
                .toList();
    }

    /** Whoever keeps one of them keeps all; of a seal that is larger nobody keeps to the rules. */
    private static void requireFewBytes(List<byte[]> written) throws IOException {
        long bytes = written.stream().mapToLong(batch -> batch.length).sum();
        if (written.size() > 1 && bytes > MOST_BYTES) {
            throw new IOException("a signature of %s bytes of edits".formatted(bytes));
        }
    }

    private static void requireInRow(List<Batch> batches) throws IOException {
        boolean isInRow =
                IntStream.range(1, batches.size())
                        .allMatch(i -> isNext(batches.get(i - 1), batches.get(i)));
        if (batches.isEmpty() || !isInRow) {
            throw new IOException("a signature of edits that are not in a row");
        }
    }
}
