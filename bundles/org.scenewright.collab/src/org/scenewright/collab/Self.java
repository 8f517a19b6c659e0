// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

/** Who takes part here; not thread-safe. */
final class Self {
    private final Profile profile;
    private final Signatures signatures;
    private Attestation attestation;

    /**
     * @param signatures the key of this participant for the session
     * @param attestation what proves to others that the key is that of the address
     */
    Self(Profile profile, Signatures signatures, Attestation attestation) {
        this.profile = profile;
        this.signatures = signatures;
        this.attestation = attestation;
    }

    String address() {
        return attestation.address();
    }

    Profile profile() {
        return profile;
    }

    Signatures signatures() {
        return signatures;
    }

    Attestation attestation() {
        return attestation;
    }

    /** Proves the same key from now on by something newer. */
    void renew(Attestation newer) {
        attestation = newer;
    }
}
