// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms.nats;

import org.scenewright.comms.AuthChain;
import org.scenewright.comms.CommsException;
import org.scenewright.comms.Identity;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;

/** What an identity signs once, so that the key of a session speaks for it in one room. */
final class Proof {
    private Proof() {}

    static String challenge(String room, byte[] key) {
        return Identity.VOUCHING + "-nats:" + room + ":" + HexFormat.of().formatHex(key);
    }

    /**
     * @throws CommsException when an identity has so much to say that no envelope holds it
     */
    static byte[] of(String chain) {
        byte[] proof = chain.getBytes(StandardCharsets.UTF_8);
        if (proof.length > Envelope.MOST_PROOF) {
            throw new CommsException("The authentication chain is too long for NATS.");
        }
        return proof;
    }

    /**
     * The address that a key speaks for.
     *
     * @throws CommsException when it speaks for nobody there
     */
    static String address(byte[] proof, String room, byte[] key) {
        return AuthChain.read(new String(proof, StandardCharsets.UTF_8))
                .owner(challenge(room, key), Instant.now());
    }
}
