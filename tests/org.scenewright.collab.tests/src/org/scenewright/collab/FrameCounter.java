// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import java.nio.ByteBuffer;

/** Counts the messages in what a room sends, wherever its bytes are cut, and passes over them. */
final class FrameCounter {
    private static final int BINARY = 2;

    private final ByteBuffer head = ByteBuffer.allocate(10);
    private long left;
    private long messages;

    long messages() {
        return messages;
    }

    void take(ByteBuffer in) {
        while (in.hasRemaining()) {
            if (left > 0) {
                int passed = (int) Math.min(left, in.remaining());
                in.position(in.position() + passed);
                left -= passed;
            } else {
                head.put(in.get());
                begin();
            }
        }
    }

    private void begin() {
        if (head.position() >= 2 && head.position() == headSize(head.get(1))) {
            left = size();
            messages += (head.get(0) & 0xF) == BINARY ? 1 : 0;
            head.clear();
        }
    }

    private static int headSize(int size) {
        return size == 126 ? 4 : size == 127 ? 10 : 2;
    }

    private long size() {
        int size = head.get(1);
        return size == 126 ? head.getShort(2) & 0xFFFF : size == 127 ? head.getLong(2) : size;
    }
}
