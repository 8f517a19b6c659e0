// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.comms.Identity;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** The key of somebody for one session, and what proves it, renewed from time to time. */
final class Credentials {
    // What proves a key holds for a day alone.
    private static final long RENEWAL = 6 * 3_600_000L;

    private final String session;
    private final Identity me;
    private final Self self;
    private long renewedAt = System.currentTimeMillis();

    private Credentials(String session, Identity me, Self self) {
        this.session = session;
        this.me = me;
        this.self = self;
    }

    /** A key that nobody else has, and what proves that it is that of an identity. */
    static CompletableFuture<Credentials> create(String session, Identity me, Profile profile) {
        var signatures = Ed25519Signatures.generate();
        return attest(session, me, signatures)
                .thenApply(proof -> new Self(profile, signatures, proof))
                .thenApply(self -> new Credentials(session, me, self));
    }

    private static CompletableFuture<Attestation> attest(
            String session, Identity me, Signatures signatures) {
        byte[] key = signatures.key();
        return me.sign(Attestation.challenge(session, key))
                .thenApply(chain -> new Attestation(me.address(), key, chain));
    }

    Self self() {
        return self;
    }

    /**
     * Proves the key anew where that was long ago.
     *
     * @param thread takes over what proves it
     * @param taker is handed it there
     */
    void renew(Executor thread, Consumer<Attestation> taker) {
        // By the time of day, as it is by that one that others find it too old.
        long now = System.currentTimeMillis();
        if (Math.abs(now - renewedAt) > RENEWAL) {
            renewedAt = now;
            attest(session, me, self.signatures()).thenAcceptAsync(taker, thread);
        }
    }
}
