// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * A table of roles as it travels: anybody may hand it on, as the owner signed it.
 *
 * @param roles the table
 * @param owner proves that the key is the owner's
 * @param signature over {@link #signed}
 */
record SignedRoles(Roles roles, Attestation owner, byte[] signature) {

    static SignedRoles sign(String session, Roles roles, Attestation owner, Signatures signatures) {
        return new SignedRoles(roles, owner, signatures.sign(signed(session, roles)));
    }

    private static byte[] signed(String session, Roles roles) {
        var out =
                new Output()
                        .raw("scenewright roles 1\n".getBytes(StandardCharsets.US_ASCII))
                        .text(session);
        roles.write(out);
        return out.toBytes();
    }

    /** Whether it is signed by the key of its attestation. */
    boolean isGenuine(String session, Signatures signatures) {
        return signatures.verifies(owner.key(), signed(session, roles), signature);
    }

    void write(Output out) {
        roles.write(out);
        owner.write(out);
        out.raw(signature);
    }

    static SignedRoles read(Input in) throws IOException {
        return new SignedRoles(Roles.read(in), Attestation.read(in), in.raw(Signatures.SIGNATURE));
    }
}
