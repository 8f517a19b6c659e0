// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The texts that all who edit a scene together write into when they save, so that what they save is
 * the same to the byte, whenever and however often each of them does.
 *
 * <p>Nobody changes the arrays.
 *
 * @param composite the text of the composite; empty for a new one
 * @param settings the text of {@code scene.json}; empty for a new one
 */
public record FileTexts(byte[] composite, byte[] settings) {

    /** Tells these texts apart from all others: 64 hexadecimal digits. */
    public String fingerprint() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, composite.length));
            digest.update(composite);
            digest.update(settings);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FileTexts(var c, var s)
                && Arrays.equals(composite, c)
                && Arrays.equals(settings, s);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(composite) + Arrays.hashCode(settings);
    }
}
