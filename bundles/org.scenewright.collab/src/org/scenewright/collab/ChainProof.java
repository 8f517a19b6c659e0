// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.comms.AuthChain;
import org.scenewright.comms.CommsException;

import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * Checks authentication chains of ADR-44.
 *
 * @param clock milliseconds since 1970
 */
record ChainProof(LongSupplier clock) implements AddressProof {
    @Override
    public boolean proves(Attestation attestation, String signed, boolean isFresh) {
        try {
            // What somebody signed who left long ago was signed in time: whoever took it in looked.
            var when = isFresh ? Instant.ofEpochMilli(clock.getAsLong()) : Instant.EPOCH;
            return AuthChain.read(attestation.chain())
                    .owner(signed, when)
                    .equals(attestation.address());
        } catch (CommsException notProven) {
            return false;
        }
    }
}
