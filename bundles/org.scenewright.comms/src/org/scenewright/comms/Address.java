// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.KeccakDigest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/** How participants are called: by the last 20 bytes of the hash of a public key. */
final class Address {
    private static final int DIGITS = 40;
    private static final int BYTES = 20;

    private Address() {}

    /**
     * The address in lower case, as it is compared and told.
     *
     * @throws CommsException when it is none
     */
    static String normal(String text) {
        if (text.length() != DIGITS + 2 || !text.matches("0[xX][0-9a-fA-F]{40}")) {
            throw new CommsException("An address is 0x and 40 hexadecimal digits.");
        }
        return text.toLowerCase(Locale.ROOT);
    }

    /** Of an uncompressed public key, without the byte that says so. */
    static String of(byte[] publicKey) {
        byte[] hash = keccak(publicKey);
        return "0x"
                + HexFormat.of()
                        .formatHex(Arrays.copyOfRange(hash, hash.length - BYTES, hash.length));
    }

    /** EIP-55: capitals where the hash of the digits says so, against slips of the pen. */
    static String checksummed(String address) {
        String digits = address.substring(2);
        String hash = HexFormat.of().formatHex(keccak(digits.getBytes(StandardCharsets.US_ASCII)));
        var text = new StringBuilder("0x");
        for (int i = 0; i < DIGITS; i++) {
            char digit = digits.charAt(i);
            text.append(hash.charAt(i) >= '8' ? Character.toUpperCase(digit) : digit);
        }
        return text.toString();
    }

    static byte[] keccak(byte[] bytes) {
        Digest digest = new KeccakDigest(256);
        digest.update(bytes, 0, bytes.length);
        byte[] hash = new byte[32];
        digest.doFinal(hash, 0);
        return hash;
    }
}
