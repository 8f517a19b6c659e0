// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.scenewright.content.AssetCatalog;
import org.scenewright.content.AssetHash;
import org.scenewright.content.CatalogAsset;
import org.scenewright.content.ContentStore;
import org.scenewright.content.MappedContent;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Mappings on their way from one process to the catalog of another: told as JSON, sent over a
 * socket, and decoded and put into the catalog on an event loop that has a user interface to serve
 * as well. It takes 4 ms at most at a time for messages where they let it.
 */
final class MappingRun {
    private static final long SHARE_NANOS = 4_000_000;
    private static final int MOST_BYTES = 1 << 30;
    private static final byte[] END = {};
    private static final CatalogAsset.About NOTHING =
            new CatalogAsset.About("", "", List.of(), "", "", "");

    private final AssetCatalog catalog = new AssetCatalog();
    private final LinkedBlockingQueue<byte[]> arrived = new LinkedBlockingQueue<>();
    private final ContentStore store =
            new ContentStore() {
                @Override
                public String base() {
                    return "https://content.example/contents/";
                }

                @Override
                public byte[] bytes(AssetHash hash, long most) throws IOException {
                    throw new IOException("There is no " + hash + ".");
                }
            };
    private long lastServed;
    private long longestStall;

    /**
     * What it took.
     *
     * @param bytes what went over the socket
     * @param ms from the first message's encoding until all is in the catalog
     * @param uiStallMs the longest time in which the user interface was not served
     */
    record Taken(double bytes, double ms, double uiStallMs) {}

    /** Sends messages through and tells what that took. */
    Taken send(List<MappingMessage> messages) throws IOException, InterruptedException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var from = new Socket(server.getInetAddress(), server.getLocalPort());
                var to = server.accept()) {
            long start = System.nanoTime();
            lastServed = start;
            longestStall = 0;
            Thread.ofPlatform().name("sender").start(() -> tell(messages, from));
            Thread.ofPlatform().name("receiver").start(() -> hear(to));
            long bytes = loop();
            return new Taken(bytes, (System.nanoTime() - start) / 1e6, longestStall / 1e6);
        }
    }

    private static void tell(List<MappingMessage> messages, Socket socket) {
        try (var out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()))) {
            for (var message : messages) {
                var bytes = message.toBytes();
                out.writeInt(bytes.length);
                out.write(bytes);
            }
            out.writeInt(0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void hear(Socket socket) {
        try (var in = new DataInputStream(new BufferedInputStream(socket.getInputStream()))) {
            for (int length = in.readInt(); length > 0; length = in.readInt()) {
                arrived.add(in.readNBytes(Math.min(length, MOST_BYTES)));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            arrived.add(END);
        }
    }

    private long loop() throws InterruptedException {
        long bytes = 0;
        while (true) {
            serve();
            long end = System.nanoTime() + SHARE_NANOS;
            var next = arrived.poll(1, TimeUnit.MILLISECONDS);
            while (next != null) {
                if (next == END) {
                    serve();
                    return bytes;
                }
                bytes += Integer.BYTES + next.length;
                put(MappingMessage.of(next));
                next = System.nanoTime() < end ? arrived.poll() : null;
            }
        }
    }

    /** What the user interface waits for. */
    private void serve() {
        long now = System.nanoTime();
        longestStall = Math.max(longestStall, now - lastServed);
        lastServed = now;
    }

    private void put(MappingMessage message) {
        var id = message.assetId();
        var contents = message.contents();
        catalog.put(
                new AssetCatalog.Entry(
                        new CatalogAsset(id, "", NOTHING, "", Optional.empty(), contents),
                        new MappedContent(id, store, contents)));
    }

    /** How many paths have arrived so far. */
    int entries() {
        return catalog.entries().stream().mapToInt(e -> e.asset().contents().size()).sum();
    }
}
