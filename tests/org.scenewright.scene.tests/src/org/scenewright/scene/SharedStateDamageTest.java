// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.Value;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What comes instead of a state is refused, or is one that can be gone on with. */
class SharedStateDamageTest {
    private static final Origin PEER = Origin.link(Origin.Kind.PEER, "peer");
    private static final String DAMAGED = "What was sent is no scene, or it was damaged.";

    private byte[] sound = new byte[0];

    @BeforeEach
    void write() {
        var sent = new ArrayList<Batch>();
        var ann = new Scene(SceneText.read("Box at 1,2,3\n  Lid\nCrate core-schema::Tags={}\n"));
        var bob = new Scene(ann.snapshot());
        ann.share("ann", sent::add);
        bob.share("bob", sent::add);
        var edits = new RandomEdits(7);
        for (int i = 0; i < 40; i++) {
            ann.apply(edits.next(ann.snapshot()), Origin.USER);
            bob.apply(edits.next(bob.snapshot()), Origin.USER);
        }
        List.copyOf(sent).forEach(batch -> ann.merge(batch, PEER));
        sound =
                ann.shared()
                        .state()
                        .with(new FileTexts(new byte[] {'{', '}'}, new byte[0]))
                        .toBytes(SceneText.TYPES);
    }

    /** A state, which then can be adopted and edited, or a refusal. */
    private static Optional<SharedState> read(byte[] bytes) {
        try {
            var state = SharedState.read(bytes, SceneText.TYPES);
            use(state);
            return Optional.of(state);
        } catch (IOException refused) {
            assertEquals(DAMAGED, refused.getMessage());
            return Optional.empty();
        }
    }

    private static void use(SharedState state) {
        var sent = new ArrayList<Batch>();
        var scene = new Scene(SceneText.read("Lamp\n"));
        scene.share("carol", sent::add);
        scene.shared().adopt(state, List.of(), PEER);
        scene.lease(new NumberBlock(2000, 500));
        var edits = new RandomEdits(1);
        for (int i = 0; i < 12; i++) {
            scene.apply(edits.next(scene.snapshot()), Origin.USER);
        }
        List.copyOf(sent).forEach(batch -> scene.merge(batch.messages(), PEER));
        SharedStateTest.sent(scene);
    }

    @Test
    void whatIsCutAnywhereIsRefused() {
        for (int length = 1; length < sound.length; length += 7) {
            assertEquals(Optional.empty(), read(Arrays.copyOf(sound, length)));
        }
        assertTrue(read(sound).isPresent());
        assertEquals(Optional.empty(), read(Arrays.copyOf(sound, sound.length + 1)));
    }

    @Test
    void anotherVersionIsToldApart() {
        var other = sound.clone();
        other[0] = 77;
        var refusal =
                assertThrows(IOException.class, () -> SharedState.read(other, SceneText.TYPES));
        assertEquals(
                "The scene was sent by another version of this program.", refusal.getMessage());
        assertEquals(Optional.empty(), read(new byte[0]));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whatIsWrongIsRefusedOrCanBeGoneOnWith(long seed) {
        var random = new Random(seed);
        int read = 0;
        for (int i = 0; i < 400; i++) {
            var bytes = sound.clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                change(bytes, random);
            }
            bytes[0] = sound[0];
            read += read(bytes).isPresent() ? 1 : 0;
        }
        assertTrue(read > 10, read + " were read");
    }

    private static void change(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(4)) {
            case 0 -> bytes[at] = (byte) random.nextInt(256);
            case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 2 -> bytes[at] = -1;
            default -> {
                int from = random.nextInt(bytes.length);
                int length = random.nextInt(Math.min(20, bytes.length - Math.max(at, from)));
                System.arraycopy(bytes, from, bytes, at, length);
            }
        }
    }

    /** A state of an empty scene up to where its components begin, and what follows there. */
    private static byte[] claiming(int components, int entities) {
        var out = new JournalWriter();
        out.octet(1);
        out.number(0);
        out.number(0);
        out.cell(Value.EMPTY);
        out.all(List.of(Entity.ROOT), e -> root(out));
        out.number(components);
        for (int c = 0; c < components; c++) {
            out.text("x" + c);
            out.number(entities);
            for (int e = 0; e < entities; e++) {
                out.entity(new Entity(e * 256));
            }
            for (int e = 0; e < entities; e++) {
                out.cell(Value.EMPTY);
            }
        }
        return out.toBytes();
    }

    private static void root(JournalWriter out) {
        out.entity(Entity.ROOT);
        out.entity(Entity.ROOT);
        out.key(OrderKey.FIRST);
        out.number(0);
    }

    @Test
    void aSmallMessageDoesNotTakeALargeMemory() {
        // Each component would take half a megabyte: ten gigabytes together.
        var bytes = claiming(20_000, 256);
        long before = allocated();
        assertEquals(Optional.empty(), read(bytes));
        long taken = allocated() - before;
        assertTrue(taken < 80L * bytes.length + (200L << 20), taken + " of " + bytes.length);
    }

    private static long allocated() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getCurrentThreadAllocatedBytes();
    }

    @Test
    void lengthsThatAreNotThereAreNotMadeRoomFor() {
        var bytes = ByteBuffer.allocate(64);
        bytes.put((byte) 1);
        while (bytes.hasRemaining()) {
            bytes.put((byte) (bytes.position() % 9 == 8 ? 0x7F : 0xFF));
        }
        assertEquals(Optional.empty(), read(bytes.array()));
    }
}
