// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.comms.Identity;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;

/**
 * A beacon and what proves that it is of the owner of the session, whoever says it: nobody has to
 * be in two rooms under one address.
 *
 * @param chain by which the owner signs it
 */
record SignedBeacon(EditionBeacon beacon, String chain) {
    /** Most bytes of one. */
    static final int MOST_BYTES = 12 << 10;

    private static final int MOST_CHAIN = 4096;

    /** Signs it as the owner. */
    static CompletableFuture<SignedBeacon> sign(EditionBeacon beacon, Identity owner) {
        return owner.sign(challenge(beacon)).thenApply(chain -> new SignedBeacon(beacon, chain));
    }

    private static String challenge(EditionBeacon beacon) {
        return Identity.VOUCHING + "-beacon-" + EditionBeacon.digest(beacon.toBytes());
    }

    /** Whether it is of the owner of the session; takes about a millisecond. */
    boolean isProven(AddressProof proof) {
        return proof.proves(
                new Attestation(beacon.link().owner(), new byte[0], chain),
                challenge(beacon),
                new AddressProof.When.Now());
    }

    byte[] toBytes() {
        return new Output().bytes(beacon.toBytes()).text(chain).toBytes();
    }

    /**
     * Reads one, and believes nothing of it.
     *
     * @throws IOException when these bytes are none
     */
    static SignedBeacon read(ByteBuffer bytes) throws IOException {
        var in = new Input(bytes);
        var beacon = EditionBeacon.read(ByteBuffer.wrap(in.bytes(EditionBeacon.MOST_BYTES)));
        var signed = new SignedBeacon(beacon, in.text(MOST_CHAIN));
        in.end();
        return signed;
    }
}
