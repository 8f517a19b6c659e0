// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;

/** Holds bytes against the hash under which somebody gave them. */
final class ContentProof {
    /** No slash, no dot, no colon: a name that means the same to every system. */
    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9_=-]{1,200}");

    private static final String BASE_32 = "abcdefghijklmnopqrstuvwxyz234567";
    private static final String RAW = "bafkrei";

    private ContentProof() {}

    /** Whether a hash may stand in a path as it is. */
    static boolean isFileName(AssetHash hash) {
        return FILE_NAME.matcher(hash.text()).matches();
    }

    /**
     * The bytes, where they are what the hash says or the hash cannot say.
     *
     * @throws IOException with a sentence for people where they are not
     */
    static byte[] checked(AssetHash hash, byte[] bytes) throws IOException {
        if (hash.isProvable() && hash.text().startsWith(RAW) && !hash.text().equals(raw(bytes))) {
            throw new IOException("The bytes of " + hash + " are not what this hash says.");
        }
        return bytes;
    }

    /** The CIDv1 of bytes that are one block. */
    static String raw(byte[] bytes) {
        byte[] cid = new byte[36];
        System.arraycopy(new byte[] {1, 0x55, 0x12, 0x20}, 0, cid, 0, 4);
        System.arraycopy(sha256(bytes), 0, cid, 4, 32);
        var text = new StringBuilder("b");
        int bits = 0;
        int held = 0;
        for (byte b : cid) {
            bits = bits << 8 | b & 0xFF;
            for (held += 8; held >= 5; held -= 5) {
                text.append(BASE_32.charAt(bits >> held - 5 & 31));
            }
        }
        return text.append(BASE_32.charAt(bits << 5 - held & 31)).toString();
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
