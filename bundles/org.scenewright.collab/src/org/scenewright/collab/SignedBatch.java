// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.scene.Author;
import org.scenewright.scene.Batch;
import org.scenewright.scene.BatchCodec;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * A batch as it travels and is kept: with what proves who wrote it, so that others can hand it on.
 *
 * @param batch what was written
 * @param bytes the same, as it was signed
 * @param seal what the author signed, and this is part of
 */
record SignedBatch(Batch batch, byte[] bytes, Seal seal) {
    /**
     * The most bytes that travel as a batch, with what goes along; what is larger the others get
     * with the document.
     */
    static final int LARGEST = Unpacking.LARGEST - (1 << 20);

    // What is kept of a batch beside its bytes, about.
    private static final int OVERHEAD = 256;

    /** A batch that somebody signed alone. */
    SignedBatch(Batch batch, byte[] bytes, byte[] key, byte[] signature) {
        this(batch, bytes, new Seal(key, signature, batch, List.of(bytes)));
    }

    /** A batch with a signature of its own. */
    static SignedBatch sign(Batch batch, Ground ground, Signatures signatures) {
        return under(Seal.open(ground, signatures), batch);
    }

    /** Another batch under a seal that is open. */
    static SignedBatch under(Seal seal, Batch batch) {
        return under(seal, batch, BatchCodec.write(batch));
    }

    /** Another batch, that is written already, under a seal that is open. */
    static SignedBatch under(Seal seal, Batch batch, byte[] bytes) {
        seal.add(batch, bytes);
        return new SignedBatch(batch, bytes, seal);
    }

    byte[] key() {
        return seal.key();
    }

    byte[] signature() {
        return seal.signature();
    }

    boolean isGenuine(Ground ground, Signatures signatures) {
        return seal.isGenuine(ground, signatures);
    }

    Author author() {
        return batch.author();
    }

    long sequence() {
        return batch.sequence();
    }

    /** About how much memory it takes. */
    long weight() {
        return 3L * bytes.length + OVERHEAD;
    }

    /** Whether it can travel as it is. */
    boolean isLight() {
        return bytes.length <= LARGEST;
    }

    boolean isSame(SignedBatch other) {
        return Arrays.equals(bytes, other.bytes);
    }

    /** Reads what somebody signed. */
    static Batch read(byte[] bytes) throws IOException {
        var batch = BatchCodec.read(bytes);
        if (!Addresses.isOne(batch.author().address())) {
            throw new IOException("a batch of an author without address");
        }
        return batch;
    }
}
