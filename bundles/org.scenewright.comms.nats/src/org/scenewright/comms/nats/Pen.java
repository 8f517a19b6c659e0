// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms.nats;

import java.nio.ByteBuffer;
import java.time.InstantSource;

/** Writes the envelopes of one session, numbered and signed; the adapter's thread only. */
final class Pen {
    private final SessionKey secret = new SessionKey();
    private final byte[] key = secret.publicKey();
    private final String room;
    private final byte[] domain;
    private final InstantSource clock;
    private byte[] proof = {};
    private long era;
    private long number;

    Pen(String room, InstantSource clock) {
        this.room = room;
        this.domain = Envelope.domain(room);
        this.clock = clock;
    }

    /** The session that it writes for. */
    long session() {
        return Envelope.session(key);
    }

    /** What an identity has to sign; any thread. */
    String challenge() {
        return Proof.challenge(room, key);
    }

    /**
     * What it signed.
     *
     * @throws org.scenewright.comms.CommsException when no envelope holds it
     */
    void prove(String chain) {
        proof = Proof.of(chain);
        era = clock.millis();
    }

    long era() {
        return era;
    }

    /** Writes in the era behind another one from now on. */
    void outlive(long other) {
        era = other + 1;
    }

    /** How many bytes an envelope has around its body. */
    int around() {
        return Envelope.AROUND + proof.length;
    }

    /** What need not arrive bears no proof: receivers have it from what else comes. */
    byte[] seal(Kind kind, ByteBuffer body) {
        byte[] carried = kind == Kind.LOOSE ? new byte[0] : proof;
        return new Envelope(kind, key, ++number, era, clock.millis(), carried, body)
                .sealed(secret, domain);
    }
}
