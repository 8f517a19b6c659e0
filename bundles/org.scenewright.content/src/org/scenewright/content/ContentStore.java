// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import java.io.IOException;

/**
 * Somewhere that content is had from by its hash: a pack in a folder, a content server, the cache
 * before one. Any thread; all but {@link #base} blocks.
 */
public interface ContentStore {

    /** The address that a hash is appended to. */
    String base();

    /**
     * Brings content to this machine, where the store is elsewhere.
     *
     * @throws IOException with a sentence for people where it cannot be had
     */
    default void fetch(AssetHash hash) throws IOException {}

    /** Whether some content is on this machine, so that reading it asks no network. */
    default boolean isNear(AssetHash hash) {
        return true;
    }

    /**
     * All bytes of some content, held against its hash where that is provable.
     *
     * @param most more bytes than these are refused before they are read
     * @throws TooLargeException where there are more
     * @throws IOException with a sentence for people where they cannot be had
     */
    byte[] bytes(AssetHash hash, long most) throws IOException;
}
