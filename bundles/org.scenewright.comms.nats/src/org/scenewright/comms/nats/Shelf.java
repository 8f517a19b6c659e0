// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms.nats;

import java.util.List;
import java.util.Optional;

/**
 * Where a server keeps pieces of things and the labels that say which belong together; everything
 * waits for the server, and fails with a {@link org.scenewright.comms.CommsException}.
 */
interface Shelf {

    /** How many bytes a piece or a label may have. */
    int mostBytes();

    /**
     * Keeps a piece of what has a name.
     *
     * @return the number by which it is found
     */
    long add(String name, byte[] piece);

    /** The piece of that number; nothing where it is gone. */
    Optional<byte[]> find(long number);

    /**
     * Envelopes that the stream of what is said holds, in their order.
     *
     * @param end stands for where they end in this stream
     */
    record Said(List<byte[]> envelopes, String end) {}

    /**
     * What was said behind where others end; all of it where those are none of this stream.
     *
     * @param most how many bytes are wanted at most, of the last ones
     */
    Said said(String from, int most);

    /** Keeps a label for what has a name, which holds in place of those before. */
    void label(String name, byte[] label);

    /** Throws away what it keeps of what has a name before the piece of that number. */
    void clear(String name, long before);

    /** The last label for what has a name. */
    Optional<byte[]> label(String name);
}
