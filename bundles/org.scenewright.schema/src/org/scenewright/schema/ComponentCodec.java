// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The way between a component's value and its bytes on the wire; stateless and usable from any
 * thread.
 */
public interface ComponentCodec {

    /**
     * @throws SchemaException when the value does not fit; the message names the field
     */
    byte[] toBytes(Value value);

    /**
     * @throws SchemaException when the bytes are truncated, lie about a length or nest too deep
     */
    Value fromBytes(byte[] bytes);

    /**
     * Whether bytes are what {@link #fromBytes} reads, of a component that has a fixed size and
     * finite numbers alone; of all others nothing for any bytes, as that cannot be told at a
     * glance.
     *
     * @param bytes little-endian; position and limit stay as they are
     */
    default Optional<Boolean> reads(ByteBuffer bytes) {
        return Optional.empty();
    }
}
