// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

class OwnIdentityTest {
    private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
    private final AtomicReference<Instant> time = new AtomicReference<>(NOW);
    private final OwnIdentity me =
            new OwnIdentity(SigningKey.generate(new SecureRandom()), time::get);

    @Test
    void whatItSignsLeadsToIt() {
        String chain = me.sign("dcl-challenge").join();
        assertEquals(me.address(), AuthChain.read(chain).owner("dcl-challenge", NOW));
    }

    @Test
    void whatItSignsHoldsForADay() {
        AuthChain chain = AuthChain.read(me.sign("dcl-challenge").join());
        chain.owner("dcl-challenge", NOW.plus(Duration.ofHours(23)));
        Instant tomorrow = NOW.plus(Duration.ofDays(1));
        assertThrows(CommsException.class, () -> chain.owner("dcl-challenge", tomorrow));
    }

    @Test
    void anOldDelegationIsReplaced() {
        me.sign("dcl-challenge").join();
        Instant later = NOW.plus(Duration.ofDays(30));
        time.set(later);
        String chain = me.sign("dcl-challenge").join();
        assertEquals(me.address(), AuthChain.read(chain).owner("dcl-challenge", later));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "dcl-",
                "DCL-x",
                "xdcl-x",
                " dcl-x",
                "dcl-x\nEphemeral address: 0x",
                "post:/:1:{}",
                "Decentraland Login\nEphemeral address: 0x\nExpiration: x"
            })
    void whatIsNoChallengeIsNotSigned(String challenge) {
        assertTrue(me.sign(challenge).isCompletedExceptionally());
    }

    @Test
    void aLongChallengeIsNotSigned() {
        assertTrue(me.sign("dcl-" + "x".repeat(1000)).isCompletedExceptionally());
    }

    @Test
    void itIsTheSameAgainByWhatWasKept() {
        OwnIdentity again = OwnIdentity.of(me.secret());
        assertEquals(me.address(), again.address());
        assertArrayEquals(me.secret(), again.secret());
        assertEquals(32, me.secret().length);
    }

    @Test
    void anotherIsAnother() {
        assertNotEquals(me.address(), OwnIdentity.generate().address());
    }

    @Test
    void whatIsNoKeyIsRefused() {
        assertThrows(CommsException.class, () -> OwnIdentity.of(new byte[32]));
        assertThrows(CommsException.class, () -> OwnIdentity.of(new byte[31]));
        byte[] tooLarge = new byte[32];
        java.util.Arrays.fill(tooLarge, (byte) 0xFF);
        assertThrows(CommsException.class, () -> OwnIdentity.of(tooLarge));
    }

    @Test
    void aRequestIsSignedInLowerCase() {
        var request =
                new SignedRequest(
                        SignedRequest.Method.POST,
                        URI.create("https://host/Get-Adapter?x=1"),
                        Instant.ofEpochMilli(1234),
                        "{\"Intent\":1}");
        String chain = me.signRequest(request).join();
        assertEquals(
                me.address(),
                AuthChain.read(chain).owner("post:/get-adapter:1234:{\"intent\":1}", NOW));
    }

    @Test
    void theAddressIsWrittenAsWalletsWriteIt() {
        assertEquals(
                "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
                Address.checksummed("0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed"));
    }
}
