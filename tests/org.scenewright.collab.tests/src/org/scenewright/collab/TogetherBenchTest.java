// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.comms.Adapters;
import org.scenewright.comms.RoomRules;
import org.scenewright.comms.RoomServer;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** What {@code releng/bench collab} is made of, each in small. */
class TogetherBenchTest {
    private static final Crowd.Size FEW = new Crowd.Size(2, 3);

    @TempDir Path directory;

    private static RoomServer server() {
        return RoomServer.start(new InetSocketAddress("127.0.0.1", 0), RoomRules.OPEN);
    }

    @Test
    void messagesAreCountedWhereverTheirBytesAreCut() {
        var random = new Random(1);
        var bytes = ByteBuffer.allocate(1 << 20);
        for (int i = 0; i < 100; i++) {
            int size = random.nextInt(10) == 0 ? 70_000 / (1 + i) : random.nextInt(200);
            bytes.put((byte) 0x82);
            if (size < 126) {
                bytes.put((byte) size);
            } else if (size < 1 << 16) {
                bytes.put((byte) 126).putShort((short) size);
            } else {
                bytes.put((byte) 127).putLong(size);
            }
            bytes.position(bytes.position() + size);
        }
        bytes.flip();
        var counter = new FrameCounter();
        while (bytes.hasRemaining()) {
            int size = Math.min(bytes.remaining(), 1 + random.nextInt(300));
            counter.take(bytes.slice(bytes.position(), size));
            bytes.position(bytes.position() + size);
        }
        assertEquals(100, counter.messages());
    }

    @Test
    void editsReachTheOtherAndACrowdIsHeard() throws IOException {
        var project = directory.resolve("project");
        new Workplace(project, new Adapters(List.of())).close();
        try (var bench = new SessionBench(project, directory)) {
            bench.join();
            bench.edit("p50Ms", "p99Ms", 20);
            bench.rejoin();
            bench.bringBack(300);
            bench.crowd(FEW, 1);
            assertTrue(bench.isAlike());
            var line = bench.line();
            for (var field :
                    List.of("joinMs", "p50Ms", "rejoinBytes", "bringBackMs", "crowdP99Ms")) {
                assertTrue(line.number(field, 0) > 0, line::toString);
            }
            assertTrue(line.number("serverCores", 9) < 1, line::toString);
        }
    }

    @Test
    void serversAreHeldSideBySide() throws IOException {
        try (var one = server();
                var other = server()) {
            var line = new RelayBench(FEW, 300, 1).measure(served(one), served(other));
            double ratio = line.number("ratio", 0);
            assertTrue(ratio > 0 && ratio < 1e9, line::toString);
            assertTrue(line.number("deliveriesPerS", 0) > 0, line::toString);
        }
    }

    private static Served served(RoomServer server) {
        var room = URI.create(server.connection("bench").parameters());
        return new Served(room, () -> ThreadWork.of("Scenewright room server"), server::close);
    }

    @Test
    void onlyStampsKeepReplicasTogether() {
        var rows = OrdersBench.measure().items("broadcast");
        assertEquals(5, rows.size());
        for (var row : rows) {
            boolean isStamped = row.text("mode", "").endsWith("by stamp");
            assertEquals(isStamped, row.number("divergences", -1) == 0, row::toString);
            assertTrue(row.number("p50Ms", 0) > 0, row::toString);
        }
        assertTrue(rows.get(2).number("p50Ms", 0) < rows.get(3).number("p50Ms", 0), rows::toString);
    }

    @Test
    void aDayWithoutConnectionIsMerged() {
        var line = OfflineBench.measure(500);
        assertEquals(Value.of(true), line.at(FieldPath.of("offlineAlike")).orElse(Value.EMPTY));
        assertTrue(line.number("offlineMs", 0) > 0, line::toString);
    }
}
