// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest that content is named by. */
final class Sha256 {
    private Sha256() {}

    static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    static byte[] of(byte[] bytes) {
        return begin().digest(bytes);
    }
}
