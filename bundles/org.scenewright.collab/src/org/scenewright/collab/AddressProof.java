// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

/** How an authentication chain is checked, by whoever knows such chains. */
interface AddressProof {
    /**
     * Whether an address signed something.
     *
     * @param attestation of whom, with the authentication chain as JSON, whatever that holds
     * @param signed what was signed, see {@link Attestation#challenge}
     * @param when at which time no delegation in it may be over
     */
    boolean proves(Attestation attestation, String signed, When when);

    /** A time at which something has to hold. */
    sealed interface When {
        /** Now, as it was signed just now. */
        record Now() implements When {}

        /** Whenever: whoever took it in looked. */
        record Once() implements When {}

        /**
         * When somebody says that it was used.
         *
         * @param date milliseconds since 1970
         */
        record At(long date) implements When {}
    }
}
