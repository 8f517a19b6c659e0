// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scenewright.collab.SessionMessage.Edits;
import org.scenewright.collab.SessionMessage.Piece;
import org.scenewright.collab.SessionMessage.Squeezed;
import org.scenewright.comms.SendHints;
import org.scenewright.runtime.Packed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What goes over a wire, and comes out at the other end. */
class WireTest {
    private final KeepingAdapter line = new KeepingAdapter();
    private final Wire here = new Wire(Samples.SESSION, Samples.address(1));
    private final Wire there = new Wire(Samples.SESSION, Samples.address(2));

    WireTest() {
        here.attach(line);
        there.trust(sender -> Optional.of(Role.EDITOR));
    }

    private List<SessionMessage> received() throws IOException {
        var received = new ArrayList<SessionMessage>();
        for (var data : line.sent) {
            there.receive(Samples.address(1), data, 0).ifPresent(received::add);
        }
        return received;
    }

    @Test
    void muchThatIsAlikeTravelsInLittle() throws IOException {
        var edits = new Edits(7, List.of(), Samples.batches(1, 1000));
        here.send(edits, SendHints.RELIABLE);
        long bytes = line.sent.stream().mapToLong(ByteBuffer::remaining).sum();
        assertTrue(bytes < MessageCodec.write(edits).length * 0.75, bytes + " bytes");
        var arrived = received();
        assertEquals(1, arrived.size());
        assertArrayEquals(MessageCodec.write(edits), MessageCodec.write(arrived.getFirst()));
    }

    @Test
    void whatCannotBeMadeLessTravelsAsItIs() throws IOException {
        byte[] chance = new byte[40_000];
        new Random(1).nextBytes(chance);
        here.send(new Piece(1, 2, chance), SendHints.RELIABLE);
        assertEquals(4, line.sent.size());
        assertArrayEquals(chance, ((Piece) received().getFirst()).bytes());
    }

    @Test
    void whatIsAllAlikeArrivesHoweverWellItPacks() throws IOException {
        for (int size : new int[] {20_000, 1 << 20, 10 << 20, 17 << 20}) {
            line.sent.clear();
            here.send(new Piece(1, 2, new byte[size]), SendHints.RELIABLE);
            assertEquals(size, ((Piece) received().getFirst()).bytes().length);
        }
    }

    @Test
    void aFewBytesThatUnpackToTooMuchAreRefused() throws IOException {
        byte[] large = MessageCodec.write(new Piece(1, 2, new byte[3 << 20]));
        byte[] message = MessageCodec.write(new Squeezed(Packed.pack(large)));
        var frame = new Output().octet(2).octet(1).flag(false).raw(message).toBytes();
        var data = new ScenePacket("scenewright:" + Samples.SESSION, ByteBuffer.wrap(frame));
        line.sent.add(ByteBuffer.wrap(data.toBytes()));
        assertThrows(IOException.class, this::received);
    }
}
