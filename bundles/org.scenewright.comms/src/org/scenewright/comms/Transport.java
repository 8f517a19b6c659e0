// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.io.IOException;
import java.nio.ByteBuffer;

/** How bytes get to and from a guest, without ever waiting; the thread of the server only. */
interface Transport {

    /**
     * Reads what is there; 0 for nothing.
     *
     * @return -1 at the end
     */
    int read(ByteBuffer into) throws IOException;

    /** How many bytes came so far, whatever was in them. */
    long received();

    /** Takes what it can of these bytes. */
    void write(ByteBuffer from) throws IOException;

    /** Whether it holds bytes that it took and that the network did not. */
    boolean holdsBytes();
}
