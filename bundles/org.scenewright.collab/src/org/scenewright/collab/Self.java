// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

/**
 * Who takes part here.
 *
 * @param signatures the key of this participant for the session
 * @param attestation what proves to others that the key is that of the address
 */
record Self(Profile profile, Signatures signatures, Attestation attestation) {
    String address() {
        return attestation.address();
    }
}
