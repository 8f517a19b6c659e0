// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import org.scenewright.script.wire.Finding;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What stands in a file.
 *
 * @param text its characters, without a byte order mark
 * @param hash names its bytes
 */
record Text(String text, String hash) {
    private static final byte[] UTF8_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    /** What is named by a byte order mark, UTF-8 without one. */
    static Text of(byte[] bytes) throws CharacterCodingException {
        return new Text(decode(bytes), hash(bytes));
    }

    private static String decode(byte[] bytes) throws CharacterCodingException {
        int first = bytes.length < 2 ? 0 : (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        return switch (first) {
            case 0xfffe -> decode(bytes, 2, StandardCharsets.UTF_16LE);
            case 0xfeff -> decode(bytes, 2, StandardCharsets.UTF_16BE);
            default -> decode(bytes, isMarkedUtf8(bytes) ? 3 : 0, StandardCharsets.UTF_8);
        };
    }

    private static boolean isMarkedUtf8(byte[] bytes) {
        return bytes.length >= 3 && Arrays.mismatch(bytes, 0, 3, UTF8_MARK, 0, 3) < 0;
    }

    private static String decode(byte[] bytes, int from, Charset charset)
            throws CharacterCodingException {
        int start = Math.min(from, bytes.length);
        return charset.newDecoder()
                .decode(ByteBuffer.wrap(bytes, start, bytes.length - start))
                .toString();
    }

    static String hash(byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    static String hash(String text) {
        return hash(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Something that is the matter with a file, before it is known which.
     *
     * @param line from 1; 0 for the file as a whole
     * @param column from 1; 0 for the line as a whole
     */
    record Trouble(Finding.Kind kind, int line, int column, String message) {}
}
