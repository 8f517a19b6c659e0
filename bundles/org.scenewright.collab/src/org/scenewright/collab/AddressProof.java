// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

/** How an authentication chain is checked, by whoever knows such chains. */
interface AddressProof {
    /**
     * Whether an address signed something.
     *
     * @param signed what was signed, see {@link Attestation#challenge}
     * @param chain the authentication chain as JSON, whatever it holds
     */
    boolean proves(String address, String signed, String chain);
}
