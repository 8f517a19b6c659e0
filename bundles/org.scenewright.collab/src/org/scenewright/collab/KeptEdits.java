// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.scene.Batch;
import org.scenewright.scene.BatchCodec;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;

/**
 * What somebody wrote and nobody is sure to have, as it is kept on the disk.
 *
 * @param base the start of the session that it stands on
 * @param batches the bytes of each
 * @param said how far others said that they have it
 */
record KeptEdits(long base, List<byte[]> batches, Reach said) {
    static final KeptEdits NONE = new KeptEdits(0, List.of(), Reach.NOTHING);

    KeptEdits {
        batches = List.copyOf(batches);
    }

    static KeptEdits of(Unheard edits) {
        var batches = edits.batches().stream().map(SignedBatch::bytes).toList();
        return new KeptEdits(edits.base(), batches, edits.said());
    }

    /**
     * @param me the address of who has to have written all of it
     */
    static KeptEdits read(byte[] bytes, String me) throws IOException {
        var in = new Input(bytes);
        long base = in.number();
        var batches = in.list(Integer.MAX_VALUE, each -> each.bytes(SessionStore.LARGEST));
        // An earlier program knew nothing of that.
        var said = in.rest().hasRemaining() ? Reach.read(in) : Reach.NOTHING;
        in.end();
        for (byte[] batch : batches) {
            if (!BatchCodec.read(batch).author().address().equals(me)) {
                throw new IOException("edits of somebody else");
            }
        }
        return new KeptEdits(base, batches, said);
    }

    byte[] toBytes() {
        var out = new Output().number(base).list(batches, (batch, to) -> to.bytes(batch));
        // As an earlier program reads it, too.
        if (!said.last().isEmpty()) {
            said.write(out);
        }
        return out.toBytes();
    }

    /** The edits, signed anew, as the key of the former process went with it. */
    Unheard signed(String session, Signatures signatures) {
        var ground = new Ground(session, base);
        var signed = new ArrayList<SignedBatch>();
        var seal = Seal.open(ground, signatures);
        for (byte[] bytes : batches) {
            var batch = batch(bytes);
            boolean isOpen = seal.isOpen(ground, bytes.length) && seal.isFollowedBy(batch);
            seal = isOpen ? seal : Seal.open(ground, signatures);
            signed.add(SignedBatch.under(seal, batch, bytes));
        }
        return new Unheard(base, signed, said);
    }

    private static Batch batch(byte[] bytes) {
        try {
            return BatchCodec.read(bytes);
        } catch (IOException impossible) {
            // They were read once before.
            throw new CompletionException(impossible);
        }
    }
}
