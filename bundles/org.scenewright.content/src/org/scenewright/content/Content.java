// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import java.io.IOException;
import java.util.Optional;

/** Some bytes that a path has led to, wherever they lie. Any thread; reading blocks. */
public interface Content {

    /**
     * Brings the bytes to this machine where they are elsewhere; may wait for a network.
     *
     * @throws IOException with a sentence for people where they cannot be had
     */
    default void fetch() throws IOException {}

    /** Whether the bytes are on this machine, so that reading them asks no network. */
    default boolean isNear() {
        return true;
    }

    /**
     * All bytes; what is not on this machine yet is fetched.
     *
     * @param most more bytes than these are refused before they are read
     * @throws TooLargeException where there are more
     * @throws IOException with a sentence for people where they cannot be had
     */
    byte[] bytes(long most) throws IOException;

    /** The hash that the provider's mapping has for them, where it has one. */
    Optional<AssetHash> hash();
}
