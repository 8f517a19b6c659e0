// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.collab.SessionMessage.Edits;
import org.scenewright.scene.Batch;
import org.scenewright.scene.BatchCodec;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What was written here, on its way to the others. It goes as soon as nothing else waits to be done
 * here, so that of many edits at once, as of a paste or a script, not each is signed and sent, and
 * checked by everybody. Not thread-safe.
 */
final class Outgoing {
    private static final long MOST_BYTES = 1 << 20;

    private final Parts parts;
    private final Deque<SignedBatch> leaving = new ArrayDeque<>();
    private Optional<Seal> seal = Optional.empty();

    Outgoing(Parts parts) {
        this.parts = parts;
    }

    /** Keeps a batch, and lets it go where somebody can hear it and may. */
    void add(Batch batch) {
        byte[] bytes = BatchCodec.write(batch);
        var signed = SignedBatch.under(seal(batch, bytes.length), batch, bytes);
        parts.log().take(signed);
        if (parts.mayEdit() && isHeard() && signed.isLight()) {
            leaving.add(signed);
            if (leaving.size() == 1) {
                parts.executor().execute(this::send);
            }
        }
    }

    /** What goes at once, or what nobody can hear now, comes under one seal. */
    private Seal seal(Batch next, int length) {
        boolean isFirst = isHeard() && leaving.isEmpty();
        var open = seal.filter(s -> !isFirst && s.isOpen(parts.ground(), length));
        seal = Optional.of(open.filter(s -> s.isFollowedBy(next)).orElseGet(this::open));
        return seal.get();
    }

    /** Whoever comes later says what they lack. */
    private boolean isHeard() {
        return parts.wire().isAttached() && !parts.peers().all().isEmpty();
    }

    private Seal open() {
        return Seal.open(parts.ground(), parts.self().signatures());
    }

    /** Sends what is about to go. */
    void send() {
        var all = new ArrayDeque<>(leaving);
        leaving.clear();
        while (!all.isEmpty()) {
            var portion = new Portion(MOST_BYTES);
            while (!all.isEmpty() && portion.add(all.getFirst())) {
                all.removeFirst();
            }
            parts.sendAll(new Edits(parts.log().base(), List.of(), portion.batches()));
        }
    }

    /** Lets nothing go of what is about to. */
    void clear() {
        seal = Optional.empty();
        leaving.clear();
    }
}
