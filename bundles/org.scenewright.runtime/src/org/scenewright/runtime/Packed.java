// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Bytes as they travel between those who edit together: deflated, as a large scene says the same
 * things of each entity, and rooms let through so many bytes in a second.
 */
public final class Packed {
    private static final int BUFFER = 64 << 10;

    private Packed() {}

    public static byte[] pack(byte[] bytes) {
        var deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            var out = new ByteArrayOutputStream(bytes.length / 8);
            byte[] buffer = new byte[BUFFER];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /**
     * Unpacks what somebody sent, whatever that is; no more memory is taken than comes of it.
     *
     * @param largest how many bytes it may be
     * @throws IOException when it is not packed so, or is larger; the message is a sentence for
     *     people
     */
    public static byte[] unpack(byte[] packed, int largest) throws IOException {
        var inflater = new Inflater(true);
        try {
            inflater.setInput(packed);
            var out = new ByteArrayOutputStream(BUFFER);
            byte[] buffer = new byte[BUFFER];
            while (!inflater.finished()) {
                int count = inflater.inflate(buffer);
                if (count == 0 && !inflater.finished()) {
                    throw damaged();
                }
                if (out.size() + count > largest) {
                    throw new IOException("The scene that was sent is too large.");
                }
                out.write(buffer, 0, count);
            }
            if (inflater.getRemaining() > 0) {
                throw damaged();
            }
            return out.toByteArray();
        } catch (DataFormatException unfit) {
            throw new IOException(damaged().getMessage(), unfit);
        } finally {
            inflater.end();
        }
    }

    private static IOException damaged() {
        return new IOException("What was sent is no scene, or it was damaged.");
    }
}
