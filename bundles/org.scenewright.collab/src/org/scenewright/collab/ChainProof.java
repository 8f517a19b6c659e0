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
    public boolean proves(Attestation attestation, String signed, When when) {
        try {
            return AuthChain.read(attestation.chain())
                    .owner(signed, instant(when))
                    .equals(attestation.address());
        } catch (CommsException notProven) {
            return false;
        }
    }

    private Instant instant(When when) {
        return switch (when) {
            case When.Now n -> Instant.ofEpochMilli(clock.getAsLong());
            case When.Once o -> Instant.EPOCH;
            case When.At(var date) -> Instant.ofEpochMilli(date);
        };
    }
}
