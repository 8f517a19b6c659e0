// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;

/** A connection under TLS; its handshake goes on while it is read and written. */
final class TlsTransport implements Transport {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SSLEngine engine;
    private final SocketChannel channel;
    private final ByteBuffer sealedIn;
    private final ByteBuffer plainIn;
    private final ByteBuffer sealedOut;
    private long received;
    private boolean isAgreed;
    private boolean isOver;

    TlsTransport(SSLEngine engine, SocketChannel channel) {
        this.engine = engine;
        this.channel = channel;
        this.sealedIn = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        this.plainIn = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
        this.sealedOut = ByteBuffer.allocate(engine.getSession().getPacketBufferSize()).limit(0);
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        int read = channel.read(sealedIn);
        received += Math.max(0, read);
        int moved = move(into);
        while (advance()) {
            moved += move(into);
        }
        moved += move(into);
        return moved == 0 && (read < 0 || isOver) ? -1 : moved;
    }

    private int move(ByteBuffer into) {
        plainIn.flip();
        int bytes = Math.min(plainIn.remaining(), into.remaining());
        into.put(plainIn.slice().limit(bytes));
        plainIn.position(plainIn.position() + bytes);
        plainIn.compact();
        return bytes;
    }

    /** One step of the handshake or one record; whether there may be another. */
    private boolean advance() throws IOException {
        return switch (engine.getHandshakeStatus()) {
            case NEED_TASK -> {
                // Some milliseconds, once for each guest.
                if (isAgreed) {
                    throw new IOException("A guest wants new keys.");
                }
                engine.getDelegatedTask().run();
                yield true;
            }
            case NEED_WRAP -> flush() && seal(NOTHING) && flush();
            case NEED_UNWRAP, NEED_UNWRAP_AGAIN, FINISHED, NOT_HANDSHAKING -> unseal();
        };
    }

    private boolean unseal() throws IOException {
        sealedIn.flip();
        SSLEngineResult result = engine.unwrap(sealedIn, plainIn);
        sealedIn.compact();
        note(result);
        isOver |= result.getStatus() == Status.CLOSED;
        return result.getStatus() == Status.OK
                && (result.bytesConsumed() > 0 || result.bytesProduced() > 0);
    }

    /** Whether something was taken, or said for the handshake. */
    private boolean seal(ByteBuffer plain) throws IOException {
        sealedOut.clear();
        SSLEngineResult result = engine.wrap(plain, sealedOut);
        sealedOut.flip();
        note(result);
        return result.getStatus() == Status.OK && result.bytesProduced() > 0;
    }

    private void note(SSLEngineResult result) {
        isAgreed |= result.getHandshakeStatus() == HandshakeStatus.FINISHED;
    }

    private boolean flush() throws IOException {
        channel.write(sealedOut);
        return !sealedOut.hasRemaining();
    }

    @Override
    public void write(ByteBuffer from) throws IOException {
        boolean goesOn = flush();
        while (goesOn && from.hasRemaining()) {
            goesOn = seal(from) && flush();
        }
    }

    @Override
    public long received() {
        return received;
    }

    @Override
    public boolean holdsBytes() {
        return sealedOut.hasRemaining();
    }
}
