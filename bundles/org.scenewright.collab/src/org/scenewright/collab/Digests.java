// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, which every platform has. */
final class Digests {
    static final int LENGTH = 32;

    private Digests() {}

    static byte[] sha256(byte[] bytes) {
        return begin().digest(bytes);
    }

    /** One of bytes that come one after the other. */
    static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
