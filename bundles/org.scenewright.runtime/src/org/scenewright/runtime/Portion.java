// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.scene.Decoded;

import java.nio.ByteBuffer;

/**
 * Messages that a script has sent, read so far that the thread of the frames need only merge them.
 *
 * @param messages plain messages
 * @param ends behind which byte each message ends
 * @param values what they put
 * @param isAsking whether the script waits for an answer once they are merged
 */
record Portion(ByteBuffer messages, int[] ends, Decoded values, boolean isAsking) {

    int count() {
        return ends.length;
    }

    int bytes() {
        return messages.remaining();
    }

    /** The messages from one on, so many. */
    ByteBuffer part(int first, int count) {
        int begin = first == 0 ? 0 : ends[first - 1];
        return messages.slice(messages.position() + begin, ends[first + count - 1] - begin);
    }
}
