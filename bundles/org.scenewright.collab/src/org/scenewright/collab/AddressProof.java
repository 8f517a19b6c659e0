// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

/** How an authentication chain is checked, by whoever knows such chains. */
interface AddressProof {
    /**
     * Whether an address signed something.
     *
     * @param attestation of whom, with the authentication chain as JSON, whatever that holds
     * @param isFresh whether it was signed just now, so that no delegation in it may be over
     * @param signed what was signed, see {@link Attestation#challenge}
     */
    boolean proves(Attestation attestation, String signed, boolean isFresh);
}
