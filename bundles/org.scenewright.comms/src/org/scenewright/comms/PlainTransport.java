// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** A bare connection. */
final class PlainTransport implements Transport {
    private final SocketChannel channel;
    private long received;

    PlainTransport(SocketChannel channel) {
        this.channel = channel;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        int read = channel.read(into);
        received += Math.max(0, read);
        return read;
    }

    @Override
    public long received() {
        return received;
    }

    @Override
    public void write(ByteBuffer from) throws IOException {
        channel.write(from);
    }

    @Override
    public boolean holdsBytes() {
        return false;
    }
}
