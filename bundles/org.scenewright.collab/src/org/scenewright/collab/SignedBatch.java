// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.scene.Author;
import org.scenewright.scene.Batch;
import org.scenewright.scene.BatchCodec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A batch as it travels and is kept: with the signature of its author, so that others can hand it
 * on.
 *
 * @param batch what was written
 * @param bytes the same, as it was signed
 * @param key the public key of the author
 * @param signature over {@link #signed}
 */
record SignedBatch(Batch batch, byte[] bytes, byte[] key, byte[] signature) {
    // What is kept of a batch beside its bytes, about.
    private static final int OVERHEAD = 256;

    static SignedBatch sign(Batch batch, Ground ground, Signatures signatures) {
        byte[] bytes = BatchCodec.write(batch);
        return new SignedBatch(
                batch, bytes, signatures.key(), signatures.sign(signed(ground, bytes)));
    }

    /** Of what a batch is signed: nobody can use it in another session. */
    private static byte[] signed(Ground ground, byte[] bytes) {
        return new Output()
                .raw("scenewright batch 1\n".getBytes(StandardCharsets.US_ASCII))
                .text(ground.session())
                .number(ground.base())
                .raw(bytes)
                .toBytes();
    }

    boolean isGenuine(Ground ground, Signatures signatures) {
        return signatures.verifies(key, signed(ground, bytes), signature);
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

    boolean isSame(SignedBatch other) {
        return Arrays.equals(bytes, other.bytes);
    }

    void write(Output out) {
        out.bytes(bytes).raw(key).raw(signature);
    }

    static SignedBatch read(Input in) throws IOException {
        byte[] bytes = in.bytes(Integer.MAX_VALUE);
        var batch = BatchCodec.read(bytes);
        if (!Addresses.isOne(batch.author().address())) {
            throw new IOException("a batch of an author without address");
        }
        return new SignedBatch(batch, bytes, in.raw(Signatures.KEY), in.raw(Signatures.SIGNATURE));
    }
}
