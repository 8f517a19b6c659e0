// SPDX-License-Identifier: EPL-2.0
package org.scenewright.sound;

import java.io.IOException;

/** A sound as it is decoded, piece by piece; one thread at a time. */
interface PcmStream extends AutoCloseable {

    /** Frames per second. */
    int rate();

    /**
     * Reads what comes next.
     *
     * @param stereo takes left and right by turns, each from -1 to 1
     * @param most how many frames it has room for
     * @return how many frames they are; none at the end
     * @throws IOException where the file is damaged
     */
    int read(float[] stereo, int most) throws IOException;

    @Override
    void close() throws IOException;
}
