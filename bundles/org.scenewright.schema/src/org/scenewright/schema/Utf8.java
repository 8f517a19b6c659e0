// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text as bytes, as the SDK writes it. */
final class Utf8 {
    private Utf8() {}

    /**
     * Encodes a text; lone surrogates take three bytes each, where Java would write a question
     * mark.
     */
    static byte[] encode(String text) {
        if (!hasLoneSurrogates(text)) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        var out = ByteBuffer.allocate(Math.multiplyExact(text.length(), 3));
        text.codePoints().forEach(point -> put(point, out));
        byte[] bytes = new byte[out.position()];
        out.get(0, bytes);
        return bytes;
    }

    private static boolean hasLoneSurrogates(String text) {
        return text.codePoints().anyMatch(Utf8::isSurrogate);
    }

    static boolean isSurrogate(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    private static void put(int point, ByteBuffer out) {
        if (isSurrogate(point)) {
            out.put((byte) (0xE0 | point >> 12));
            out.put((byte) (0x80 | point >> 6 & 0x3F));
            out.put((byte) (0x80 | point & 0x3F));
        } else {
            out.put(Character.toString(point).getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * @throws SchemaException when the bytes are no UTF-8, since a replacement character would lose
     *     them
     */
    static String decode(ByteBuffer bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw new SchemaException("a text is no valid UTF-8");
        }
    }
}
