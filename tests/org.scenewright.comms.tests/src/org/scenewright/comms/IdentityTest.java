// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What an identity signs for servers. */
final class IdentityTest {
    private final Identity me = OwnIdentity.generate();

    private boolean isAnswered(String challenge) {
        return !me.answer(challenge).isCompletedExceptionally();
    }

    @Test
    void aChallengeIsSigned() {
        assertTrue(isAnswered("dcl-0.abcdef12345"));
    }

    @Test
    void whatVouchesForAKeyIsSignedForNoServer() {
        assertFalse(isAnswered("dcl-scenewright-0123-4567"));
        assertFalse(isAnswered("dcl-scenewright-nats:room:4567"));
        assertFalse(me.sign("dcl-scenewright-0123-4567").isCompletedExceptionally());
    }

    @Test
    void whatIsNoChallengeIsSignedForNobody() {
        assertFalse(isAnswered("Decentraland Login"));
    }
}
