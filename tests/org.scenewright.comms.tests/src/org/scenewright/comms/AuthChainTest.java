// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Random;
import java.util.function.Consumer;

/** By the vectors that the official library made. */
class AuthChainTest {
    private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
    private static final Instant AFTERWARDS = Instant.ofEpochMilli(4_102_444_800_000L);
    private static final JsonNode VECTORS = vectors();
    private static final String CHALLENGE = VECTORS.path("challenge").textValue();
    private static final SigningKey OWNER = key("ownerPrivateKey");
    private static final SigningKey EPHEMERAL = key("ephemeralPrivateKey");

    private static JsonNode vectors() {
        try (InputStream file = AuthChainTest.class.getResourceAsStream("authchain-vectors.json")) {
            return new ObjectMapper().readTree(file);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static SigningKey key(String name) {
        String digits = VECTORS.path(name).textValue().substring(2);
        return SigningKey.of(HexFormat.of().parseHex(digits));
    }

    private static String owner(JsonNode chain, String expected, Instant now) {
        return AuthChain.read(chain.toString()).owner(expected, now);
    }

    private static void refuses(JsonNode chain, String expected, String why) {
        String message =
                assertThrows(CommsException.class, () -> owner(chain, expected, NOW)).getMessage();
        assertTrue(message.contains(why), message);
    }

    /** The delegated chain with a change. */
    private static ArrayNode changed(Consumer<ArrayNode> change) {
        ArrayNode chain = VECTORS.path("delegatedChain").deepCopy();
        change.accept(chain);
        return chain;
    }

    private static ArrayNode with(int link, String name, String value) {
        return changed(chain -> ((ObjectNode) chain.get(link)).put(name, value));
    }

    private static String at(int link, String name) {
        return VECTORS.path("delegatedChain").path(link).path(name).textValue();
    }

    @Test
    void theOwnerOfADelegatedChainIsFound() {
        assertEquals(OWNER.address(), owner(VECTORS.path("delegatedChain"), CHALLENGE, NOW));
    }

    @Test
    void theOwnerOfASimpleChainIsFound() {
        assertEquals(OWNER.address(), owner(VECTORS.path("simpleChain"), CHALLENGE, NOW));
    }

    @Test
    void oursIsTheirsToTheLastByte() {
        var chain =
                new AuthChain(
                        java.util.List.of(
                                AuthLink.owner(OWNER.address()),
                                AuthLink.delegation(
                                        OWNER,
                                        EPHEMERAL.address(),
                                        Instant.parse("2099-01-01T00:00:00Z")),
                                AuthLink.signed(EPHEMERAL, CHALLENGE)));
        assertEquals(VECTORS.path("delegatedChain").toString(), chain.toJson());
    }

    @Test
    void ourSimpleChainIsTheirsToTheLastByte() {
        var chain =
                new AuthChain(
                        java.util.List.of(
                                AuthLink.owner(OWNER.address()),
                                AuthLink.signed(OWNER, CHALLENGE)));
        assertEquals(VECTORS.path("simpleChain").toString(), chain.toJson());
    }

    @Test
    void anotherChallengeIsRefused() {
        refuses(VECTORS.path("delegatedChain"), "dcl-other", "Something else");
    }

    @Test
    void anExpiredDelegationIsRefused() {
        assertThrows(
                CommsException.class,
                () -> owner(VECTORS.path("delegatedChain"), CHALLENGE, AFTERWARDS));
        assertEquals(OWNER.address(), owner(VECTORS.path("simpleChain"), CHALLENGE, AFTERWARDS));
    }

    @Test
    void capitalsOfTheOwnerDoNotMatter() {
        assertEquals(OWNER.address(), owner(with(0, "payload", OWNER.address()), CHALLENGE, NOW));
    }

    @Test
    void carriageReturnsInTheDelegationDoNotMatter() {
        String payload = at(1, "payload").replace("\n", "\r\n");
        assertEquals(OWNER.address(), owner(with(1, "payload", payload), CHALLENGE, NOW));
    }

    @Test
    void anotherOwnerIsRefused() {
        refuses(with(0, "payload", EPHEMERAL.address()), CHALLENGE, "not signed by");
    }

    @Test
    void anotherDelegateIsRefused() {
        String payload =
                at(1, "payload")
                        .replace(
                                Address.checksummed(EPHEMERAL.address()),
                                Address.checksummed(OWNER.address()));
        refuses(with(1, "payload", payload), CHALLENGE, "not signed by");
    }

    @Test
    void aLongerDelegationIsRefused() {
        refuses(
                with(1, "payload", at(1, "payload").replace("2099", "2199")),
                CHALLENGE,
                "not signed by");
    }

    @Test
    void aDelegationWithoutTheChallengeIsRefused() {
        refuses(changed(chain -> chain.remove(2)), CHALLENGE, "Something else");
    }

    @Test
    void aDelegationThatPassesTheOwnersAddressOffAsTheChallengeIsRefused() {
        refuses(changed(chain -> chain.remove(2)), EPHEMERAL.address(), "Something else");
    }

    @Test
    void theOwnerAloneIsNoChain() {
        refuses(changed(chain -> chain.removeAll().add(chain.objectNode())), CHALLENGE, "2 to 6");
    }

    @Test
    void moreLinksThanAnybodyNeedsAreRefused() {
        refuses(
                changed(
                        chain -> {
                            for (int i = 0; i < 5; i++) {
                                chain.insert(1, chain.get(1));
                            }
                        }),
                CHALLENGE,
                "2 to 6");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ECDSA_EIP_1654_EPHEMERAL", "ECDSA_EIP_1654_SIGNED_ENTITY", "SIGNER"})
    void otherLinksAreRefused(String type) {
        assertThrows(CommsException.class, () -> owner(with(1, "type", type), CHALLENGE, NOW));
        assertThrows(CommsException.class, () -> owner(with(2, "type", type), CHALLENGE, NOW));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "[]",
                "[1,2]",
                "[{},{}]",
                "[[[[[[[[]]]]]]]]",
                "[{\"type\":\"SIGNER\",\"payload\":5},{}]",
                "[{\"type\":\"SIGNER\",\"payload\":\"x\",\"signature\":{}},{}]",
                "[",
                "nonsense"
            })
    void whatIsNoChainIsRefused(String json) {
        assertThrows(CommsException.class, () -> AuthChain.read(json));
    }

    @Test
    void whatIsTooLongIsRefused() {
        assertThrows(CommsException.class, () -> AuthChain.read("[" + " ".repeat(20_000) + "]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0x",
                "nothing",
                "0x00000000000000000000000000000000000000000000000000000000000000000000000000000000"
                        + "00000000000000000000000000000000000000000000000000",
                "0xffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
                        + "ffffffffffffffffffffffffffffffffffffffffffffff1b"
            })
    void whatIsNoSignatureIsRefused(String signature) {
        assertThrows(
                CommsException.class, () -> owner(with(2, "signature", signature), CHALLENGE, NOW));
    }

    @Test
    void noChangeOfASignatureHolds() {
        var random = new Random(11);
        String good = at(2, "signature");
        for (int i = 0; i < 100; i++) {
            var digits = new StringBuilder(good);
            int place = 2 + random.nextInt(128);
            digits.setCharAt(place, digits.charAt(place) == '0' ? '1' : '0');
            assertThrows(
                    CommsException.class,
                    () -> owner(with(2, "signature", digits.toString()), CHALLENGE, NOW));
        }
    }
}
