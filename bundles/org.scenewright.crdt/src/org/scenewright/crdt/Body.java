// SPDX-License-Identifier: EPL-2.0
package org.scenewright.crdt;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/** The parts that message bodies are made of. */
final class Body {
    private Body() {}

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
