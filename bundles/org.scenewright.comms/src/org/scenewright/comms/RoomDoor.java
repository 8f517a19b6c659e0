// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/**
 * Where guests come in.
 *
 * @param certificate present for guests who come by TLS
 */
record RoomDoor(ServerSocketChannel channel, Optional<SSLContext> certificate) {
    private static final int BACKLOG = 256;

    static RoomDoor open(InetSocketAddress at, Optional<SSLContext> certificate)
            throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open();
        try {
            channel.bind(at, BACKLOG).configureBlocking(false);
            return new RoomDoor(channel, certificate);
        } catch (IOException | UnresolvedAddressException refused) {
            channel.close();
            throw refused;
        }
    }

    /** Lets the next one in, or sends it away at once where it is too full. */
    Optional<RoomGuest> accept(boolean isRoom, Selector selector, RoomLoop loop)
            throws IOException {
        SocketChannel guest = channel.accept();
        if (guest == null) {
            return Optional.empty();
        }
        if (!isRoom) {
            guest.close();
            return Optional.empty();
        }
        guest.configureBlocking(false);
        guest.setOption(StandardSocketOptions.TCP_NODELAY, true);
        SelectionKey key = guest.register(selector, SelectionKey.OP_READ);
        var entered = new RoomGuest(loop, transport(guest), key);
        key.attach(entered);
        return Optional.of(entered);
    }

    private Transport transport(SocketChannel guest) {
        return certificate
                .<Transport>map(context -> new TlsTransport(engine(context), guest))
                .orElseGet(() -> new PlainTransport(guest));
    }

    private static SSLEngine engine(SSLContext context) {
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(false);
        return engine;
    }
}
