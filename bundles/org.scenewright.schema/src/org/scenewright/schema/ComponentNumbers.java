// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import org.scenewright.crdt.ComponentId;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/** The way from a component's name to its number, as the SDK goes it; usable from any thread. */
public final class ComponentNumbers {
    private static final int NAME_BYTES = 128;
    private static final int FIRST_FREE = 2048;

    private ComponentNumbers() {}

    /**
     * The number of a component: fixed for core components, derived from the name for all others.
     */
    public static ComponentId of(String name) {
        return CoreTable.number(name).orElseGet(() -> new ComponentId(derived(name)));
    }

    // The SDK takes the CRC over the whole zero-padded buffer, not over the name alone as ADR-165
    // has it.
    private static int derived(String name) {
        var padded = ByteBuffer.allocate(NAME_BYTES);
        byte[] utf8 = Utf8.encode(name);
        padded.put(utf8, 0, Math.min(utf8.length, NAME_BYTES));
        var crc = new CRC32();
        crc.update(padded.array());
        return (int) (crc.getValue() + FIRST_FREE);
    }
}
