// SPDX-License-Identifier: EPL-2.0
package org.scenewright.sound;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads over the pages of an Ogg file, for how long it is. */
final class OggPages {
    private static final int HEAD = 27;
    private static final int OGGS = 0x5367674f;

    private OggPages() {}

    /**
     * The seconds up to the end of its last page.
     *
     * @throws IOException where it is no Vorbis, or damaged
     */
    static double seconds(InputStream in) throws IOException {
        long last = 0;
        int rate = 0;
        byte[] head = in.readNBytes(HEAD);
        while (head.length == HEAD) {
            var fields = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
            if (fields.getInt(0) != OGGS) {
                throw new IOException("it is damaged");
            }
            int size = 0;
            for (byte part : in.readNBytes(Byte.toUnsignedInt(head[HEAD - 1]))) {
                size += Byte.toUnsignedInt(part);
            }
            byte[] body = in.readNBytes(size);
            rate = rate == 0 ? VorbisHeader.rate(body) : rate;
            last = Math.max(last, fields.getLong(6));
            head = in.readNBytes(HEAD);
        }
        return last / (double) Math.max(1, rate);
    }
}
