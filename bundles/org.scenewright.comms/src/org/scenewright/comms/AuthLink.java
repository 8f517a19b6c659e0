// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One link of an authentication chain: somebody passes the right to speak on.
 *
 * @param signature empty in the first link, which only names the owner
 */
record AuthLink(String type, String payload, String signature) {
    static final String SIGNER = "SIGNER";
    static final String EPHEMERAL = "ECDSA_EPHEMERAL";
    static final String SIGNED = "ECDSA_SIGNED_ENTITY";

    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();
    private static final Pattern DELEGATION =
            Pattern.compile(
                    "[^\\n]{1,100}\\nEphemeral address: (0x[0-9a-fA-F]{40})\\n"
                            + "Expiration: ([0-9T:.Z+-]{1,40})");

    static AuthLink owner(String address) {
        return new AuthLink(SIGNER, Address.checksummed(address), "");
    }

    static AuthLink delegation(SigningKey owner, String ephemeral, Instant expiration) {
        String payload =
                "Decentraland Login\nEphemeral address: "
                        + Address.checksummed(ephemeral)
                        + "\nExpiration: "
                        + MILLIS.format(expiration);
        return new AuthLink(EPHEMERAL, payload, owner.sign(payload));
    }

    static AuthLink signed(SigningKey key, String payload) {
        return new AuthLink(SIGNED, payload, key.sign(payload));
    }

    /**
     * Whom this link passes the right to: an address, or what was signed at last.
     *
     * @throws CommsException when it does not hold
     */
    String passesOn(String authority, Instant now) {
        return switch (type) {
            case EPHEMERAL -> delegated(authority, now);
            case SIGNED -> {
                requireSigner(payload, authority);
                yield payload;
            }
            case SIGNER -> throw new CommsException("Only the first link names the owner.");
            // Contract wallets are asked over the network, which no room does.
            default ->
                    throw new CommsException(
                            "Links of the type \"" + shortened() + "\" are not accepted.");
        };
    }

    private String shortened() {
        return type.substring(0, Math.min(40, type.length())).replaceAll("[^A-Za-z0-9_]", "?");
    }

    private String delegated(String authority, Instant now) {
        String text = payload.replace("\r", "");
        Matcher delegation = DELEGATION.matcher(text);
        if (!delegation.matches()) {
            throw new CommsException("The delegation cannot be read.");
        }
        requireSigner(text, authority);
        if (!expiration(delegation.group(2)).isAfter(now)) {
            throw new CommsException("The delegation has expired.");
        }
        return Address.normal(delegation.group(1));
    }

    private static Instant expiration(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException none) {
            throw new CommsException("The expiration of the delegation cannot be read.", none);
        }
    }

    private void requireSigner(String text, String authority) {
        if (!SigningKey.signer(text, signature).equals(authority)) {
            throw new CommsException("A link is not signed by who has the right to.");
        }
    }
}
