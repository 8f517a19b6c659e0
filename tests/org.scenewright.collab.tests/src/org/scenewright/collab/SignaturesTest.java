// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.HexFormat;

/** What is signed, and what nobody can make of it. */
class SignaturesTest {
    private final SignedBatch batch = Samples.batches(1, 1).getFirst();

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    private boolean isGenuine(SignedBatch signed) {
        return signed.isGenuine(Samples.GROUND, Samples.KEYS);
    }

    @Test
    void theFirstSignatureOfRfc8032IsGood() {
        byte[] key = hex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
        byte[] signature =
                hex(
                        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bac"
                            + "c61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
        assertTrue(Samples.KEYS.verifies(key, new byte[0], signature));
        assertFalse(Samples.KEYS.verifies(key, new byte[1], signature));
    }

    @Test
    void whatIsNoKeyOrNoSignatureVerifiesNothing() {
        assertFalse(Samples.KEYS.verifies(new byte[3], new byte[0], new byte[64]));
        assertFalse(Samples.KEYS.verifies(Samples.KEYS.key(), new byte[0], new byte[3]));
    }

    @Test
    void aBatchIsGenuineWhereItWasWritten() {
        assertTrue(isGenuine(batch));
    }

    @Test
    void inAnotherSessionOrStartItIsNot() {
        assertFalse(
                batch.isGenuine(new Ground("f".repeat(32), 7), Samples.KEYS)
                        || batch.isGenuine(new Ground(Samples.SESSION, 8), Samples.KEYS));
    }

    @Test
    void whoeverSignsForSomebodyElseHasAnotherKey() {
        var key = Ed25519Signatures.generate();
        assertFalse(
                isGenuine(
                        new SignedBatch(
                                batch.batch(), batch.bytes(), key.key(), batch.signature())));
    }

    @Test
    void aTableOfRolesIsGenuineInItsSessionAlone() {
        var roles = Samples.roles();
        assertTrue(roles.isGenuine(Samples.SESSION, Samples.KEYS));
        assertFalse(roles.isGenuine("f".repeat(32), Samples.KEYS));
    }

    @Test
    void anybodyWhoIsNotNamedHasTheRoleOfTheOthers() {
        var roles = Samples.roles().roles();
        assertEquals(Role.EDITOR, roles.of(Samples.address(2)));
        assertEquals(Role.VIEWER, roles.of(Samples.address(9)));
        assertEquals(
                Role.BANNED, roles.with(Samples.address(9), Role.BANNED).of(Samples.address(9)));
    }
}
