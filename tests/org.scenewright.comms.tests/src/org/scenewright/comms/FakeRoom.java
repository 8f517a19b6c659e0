// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A server that says to its first guest what the test wants, and nothing else. */
final class FakeRoom implements AutoCloseable {
    /** What it says once the guest is connected. */
    interface Script {
        void say(FakeRoom room) throws IOException;
    }

    private final ServerSocket door = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
    private final Thread thread;
    private OutputStream out = OutputStream.nullOutputStream();

    FakeRoom(Script script) throws IOException {
        thread = Thread.ofVirtual().start(() -> serve(script));
    }

    private void serve(Script script) {
        try (Socket guest = door.accept()) {
            out = guest.getOutputStream();
            InputStream in = guest.getInputStream();
            out.write(upgrade(in).answer().getBytes(StandardCharsets.US_ASCII));
            script.say(this);
            while (in.read() >= 0) {
                // Until the guest goes.
            }
        } catch (IOException gone) {
            // So it went.
        }
    }

    private static Upgrade upgrade(InputStream in) throws IOException {
        ByteBuffer request = ByteBuffer.allocate(Upgrade.LONGEST);
        while (true) {
            request.put((byte) in.read());
            var upgrade = Upgrade.read(request.duplicate().flip());
            if (upgrade.isPresent()) {
                return upgrade.get();
            }
        }
    }

    void say(RoomPacket packet) throws IOException {
        say(WsFrame.of(packet));
    }

    void say(WsFrame frame) throws IOException {
        write(frame.bytes().array(), frame.bytes().limit());
    }

    void write(byte[] bytes, int length) throws IOException {
        out.write(bytes, 0, length);
    }

    ConnectionString connection() {
        return ConnectionString.parse("ws://127.0.0.1:" + door.getLocalPort() + "/rooms/room");
    }

    @Override
    public void close() throws IOException {
        door.close();
        thread.interrupt();
    }
}
