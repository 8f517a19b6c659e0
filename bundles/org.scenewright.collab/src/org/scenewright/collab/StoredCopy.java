// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.collab.SessionMessage.State;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The document of a session as a room keeps it for those who come when nobody is there: signed by
 * who gave it, as the room proves nobody.
 *
 * @param roles the table of roles that held, signed by the owner
 * @param state how far the document had come
 * @param giver proves whose key signed it
 * @param signature over {@link #text}
 * @param document as it is given to who joins
 */
record StoredCopy(
        SignedRoles roles, State state, Attestation giver, byte[] signature, byte[] document) {
    private static final int VERSION = 1;

    /** The same, signed by the key of its giver. */
    StoredCopy signed(String session, Signatures signatures) {
        byte[] own = signatures.sign(text(session));
        return new StoredCopy(roles, state, giver, own, document);
    }

    /** Nobody can use it in another session, or for another document. */
    private byte[] text(String session) {
        var out =
                new Output()
                        .raw("scenewright stored scene 1\n".getBytes(StandardCharsets.US_ASCII))
                        .text(session);
        state.write(out);
        return out.raw(Digests.sha256(document)).toBytes();
    }

    /** Whether it is signed by the key of its giver, who is still to be proven. */
    boolean isGenuine(String session, Signatures signatures) {
        return signatures.verifies(giver.key(), text(session), signature);
    }

    byte[] toBytes() {
        var out = new Output().octet(VERSION);
        roles.write(out);
        state.write(out);
        giver.write(out);
        return out.raw(signature).bytes(document).toBytes();
    }

    static StoredCopy read(byte[] bytes) throws IOException {
        var in = new Input(bytes);
        if (in.octet() != VERSION) {
            throw new IOException("a scene of another version");
        }
        var copy =
                new StoredCopy(
                        SignedRoles.read(in),
                        State.read(in),
                        Attestation.read(in),
                        in.raw(Signatures.SIGNATURE),
                        in.bytes(Integer.MAX_VALUE));
        in.end();
        return copy;
    }
}
