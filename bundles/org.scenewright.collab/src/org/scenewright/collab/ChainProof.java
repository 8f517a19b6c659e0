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
    public boolean proves(String address, String signed, String chain) {
        try {
            var now = Instant.ofEpochMilli(clock.getAsLong());
            return AuthChain.read(chain).owner(signed, now).equals(address);
        } catch (CommsException notProven) {
            return false;
        }
    }
}
