// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

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
     * Whether what bytes become has but finite numbers and a fixed size, so that nobody needs to
     * look for more.
     */
    default boolean isBounded() {
        return false;
    }
}
