// SPDX-License-Identifier: EPL-2.0
package org.scenewright.crdt;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/** The parts that message bodies are made of. */
final class Body {
    private Body() {}

    static Entity entity(ByteBuffer in) {
        return new Entity(in.getInt());
    }

    static ComponentId component(ByteBuffer in) {
        return new ComponentId(in.getInt());
    }

    /** Reads a length and as many bytes; the rest of the buffer bounds what is allocated. */
    static byte[] data(ByteBuffer in) {
        long length = Integer.toUnsignedLong(in.getInt());
        if (length > in.remaining()) {
            throw new CrdtException(
                    "data of " + length + " bytes declared where " + in.remaining() + " are left");
        }
        byte[] data = new byte[(int) length];
        in.get(data);
        return data;
    }

    static void put(byte[] data, ByteBuffer out) {
        out.putInt(data.length).put(data);
    }

    static String text(Entity entity, ComponentId component, int timestamp, byte[] data) {
        return "e%s c%s@%s %s"
                .formatted(
                        entity,
                        component,
                        Integer.toUnsignedString(timestamp),
                        HexFormat.of().formatHex(data));
    }

    static String network(int networkId) {
        return "n" + Integer.toUnsignedString(networkId) + " ";
    }
}
