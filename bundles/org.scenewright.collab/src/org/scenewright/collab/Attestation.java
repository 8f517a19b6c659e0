// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.comms.Identity;

import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What proves that the key of a session is that of an address.
 *
 * @param address whose key it is
 * @param key the public key, {@value Signatures#KEY} bytes
 * @param chain the authentication chain as JSON by which the address signed the {@link #challenge}
 */
record Attestation(String address, byte[] key, String chain) {
    private static final int LONGEST_CHAIN = 8192;

    /** What an address signs to say that a key is theirs in one session. */
    static String challenge(String session, byte[] key) {
        return Identity.VOUCHING + "-" + session + "-" + HexFormat.of().formatHex(key);
    }

    /** Whether another one is about the same key. */
    boolean isOf(Attestation other) {
        return address.equals(other.address) && Arrays.equals(key, other.key);
    }

    void write(Output out) {
        out.address(address).raw(key).text(chain);
    }

    static Attestation read(Input in) throws IOException {
        return new Attestation(in.address(), in.raw(Signatures.KEY), in.text(LONGEST_CHAIN));
    }
}
