// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens that let their holder into one room until they expire; once this object is gone they are
 * worth something only to one that is told of them. Any thread.
 */
final class Invitations {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SECRET_BYTES = 32;
    private static final int SEAL_BYTES = 16;
    private static final int LONGEST = 64;

    private final SecretKeySpec secret;
    private final Optional<FormerInvitation> former;

    Invitations() {
        this(Optional.empty());
    }

    /**
     * @param former one that another object issued, and that holds here, too
     */
    Invitations(Optional<FormerInvitation> former) {
        this.former = former;
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        secret = new SecretKeySpec(bytes, ALGORITHM);
    }

    /** A token of letters, digits, hyphens and underscores. */
    String issue(String room, Instant expiration) {
        long second = expiration.getEpochSecond();
        ByteBuffer token = ByteBuffer.allocate(Long.BYTES + SEAL_BYTES);
        token.putLong(second).put(seal(room, second));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
    }

    boolean holds(String room, String token, Instant now) {
        if (token.isEmpty() || token.length() > LONGEST) {
            return false;
        }
        return former.filter(one -> one.holds(room, token, now)).isPresent()
                || isSealed(room, token, now);
    }

    private boolean isSealed(String room, String token, Instant now) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
            if (bytes.remaining() != Long.BYTES + SEAL_BYTES) {
                return false;
            }
            long second = bytes.getLong();
            byte[] claimed = new byte[SEAL_BYTES];
            bytes.get(claimed);
            return now.getEpochSecond() < second
                    && MessageDigest.isEqual(claimed, seal(room, second));
        } catch (IllegalArgumentException noToken) {
            return false;
        }
    }

    private byte[] seal(String room, long second) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            mac.update(ByteBuffer.allocate(Long.BYTES).putLong(0, second));
            byte[] seal = mac.doFinal(room.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(seal, SEAL_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has " + ALGORITHM + ".", impossible);
        }
    }
}
