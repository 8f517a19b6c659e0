// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.scene.SceneCheck.accepted;
import static org.scenewright.scene.SceneCheck.rename;

import org.junit.jupiter.api.Test;
import org.scenewright.crdt.CrdtMessage;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** No peer fills the memory of Ann, who has room for three components and five fields of others. */
class ReplicaLimitsTest {
    private static final Origin PEER = Origin.link(Origin.Kind.PEER, "peer");
    private static final Author BOB = new Author("bob", 1);
    private static final String FULL =
            ": no more than 3 components and 5 fields in 20000 bytes are kept of what others"
                    + " write.";

    private final List<Batch> sent = new ArrayList<>();
    private final Scene scene =
            new Scene(
                    Memory.of(SceneText.read("Box\nLid\nKnob\nLamp\nDoor\n").ranked()),
                    new ReplicaLimits(3, 5, 20_000));
    private int sequence;

    ReplicaLimitsTest() {
        scene.share("ann", sent::add);
    }

    private List<String> write(String component, int entity, Value value, String... fields) {
        return write(VersionVector.NOTHING, component, entity, value, fields);
    }

    private List<String> write(
            VersionVector seen, String component, int entity, Value value, String... fields) {
        var type = SceneText.TYPES.find(component).orElseThrow();
        var put =
                new CrdtMessage.PutComponent(
                        new Entity(entity), type.id(), 10 + sequence, type.codec().toBytes(value));
        var paths = List.of(fields).stream().map(FieldPath::parse).toList();
        var batch = new Batch(BOB, ++sequence, seen, List.of(new Batch.Write(put, paths)));
        return scene.merge(batch, PEER).complaints();
    }

    private List<String> name(int entity, String name) {
        return write(SceneSnapshot.NAME, entity, Value.fields("value", Value.of(name)), "value");
    }

    private static List<String> refused(String component, int entity) {
        return List.of("What others wrote of " + entity + " is ignored, " + component + FULL);
    }

    private void fill() {
        for (int entity = 512; entity < 515; entity++) {
            assertEquals(List.of(), name(entity, "Bobs"));
        }
    }

    @Test
    void moreComponentsAreRefusedAndWhatIsThereStays() {
        fill();
        assertEquals(refused(SceneSnapshot.NAME, 515), name(515, "Bobs"));
        assertEquals("Lamp", scene.snapshot().name(new Entity(515)));
        assertEquals("Bobs", scene.snapshot().name(new Entity(512)));
    }

    @Test
    void whatIsThereCanStillChange() {
        fill();
        assertEquals(List.of(), name(512, "Again"));
        assertEquals("Again", scene.snapshot().name(new Entity(512)));
    }

    @Test
    void whatIsWrittenHereIsNeverRefused() {
        fill();
        accepted(scene, rename("Lamp", "Mine"));
        accepted(scene, rename("Door", "Mine too"));
        assertEquals("Mine", scene.snapshot().name(new Entity(515)));
        assertEquals(2, sent.size());
        assertEquals(List.of(), name(515, "Theirs"));
    }

    @Test
    void moreFieldsAreRefusedAndSoIsTheirWrite() {
        var tags = SceneText.TYPES.find("core-schema::Tags").orElseThrow();
        var value =
                Value.fields(
                        "tags",
                        Value.of(IntStream.range(0, 6).mapToObj(i -> Value.of("t" + i)).toList()));
        var fields = IntStream.range(0, 6).mapToObj(i -> "tags." + i).toArray(String[]::new);
        assertEquals(refused(tags.name(), 512), write(tags.name(), 512, value, fields));
        assertEquals("Box\nLid\nKnob\nLamp\nDoor\n", SceneText.print(scene.snapshot()));
        var five = Arrays.copyOf(fields, 5);
        assertEquals(List.of(), write(tags.name(), 512, value, five));
        assertEquals(refused(tags.name(), 512), write(tags.name(), 512, value, "tags.5"));
        assertEquals(List.of(), write(tags.name(), 512, value, five));
    }

    @Test
    void tooManyBytesAreRefused() {
        assertEquals(refused(SceneSnapshot.NAME, 512), name(512, "x".repeat(12_000)));
        assertEquals(List.of(), name(512, "x".repeat(2000)));
        assertEquals("x".repeat(2000), scene.snapshot().name(new Entity(512)));
    }

    @Test
    void whatTheyHaveSeenCountsToo() {
        var many = new HashMap<Author, Long>();
        IntStream.range(0, 200).forEach(i -> many.put(new Author("peer" + i, 1), 1L));
        var name = Value.fields("value", Value.of("Bobs"));
        var seen = new VersionVector(many);
        assertEquals(
                refused(SceneSnapshot.NAME, 512),
                write(seen, SceneSnapshot.NAME, 512, name, "value"));
        assertEquals(List.of(), write(SceneSnapshot.NAME, 512, name, "value"));
    }

    @Test
    void whatIsReplacedMakesRoom() {
        for (int i = 0; i < 1000; i++) {
            assertEquals(List.of(), name(512 + i % 3, "x".repeat(100 + i % 500)));
        }
    }

    @Test
    void roomThatIsGivenBackIsAllThatWasTaken() {
        var room = new Room(ReplicaLimits.USUAL);
        var type = SceneText.TYPES.find(SceneSnapshot.NAME).orElseThrow();
        var state = new CellState(Stamped.deletion(0, type.codec()), room);
        tell(state, 1, "a");
        long little = room.bytes();
        tell(state, 2, "x".repeat(1000));
        assertTrue(room.bytes() > little + 2000, "taken: " + (room.bytes() - little));
        tell(state, 3, "a");
        assertEquals(little, room.bytes());
    }

    private static void tell(CellState state, int time, String name) {
        var type = SceneText.TYPES.find(SceneSnapshot.NAME).orElseThrow();
        var value = Value.fields("value", Value.of(name));
        var message = Stamped.received(time, value, type.codec().toBytes(value), type.codec());
        var context = Batch.Context.after(VersionVector.NOTHING, BOB, time);
        var incoming = Incoming.of(message, List.of(FieldPath.of("value")), Optional.of(context));
        state.merge(message, incoming.context());
        incoming.fields().forEach((path, write) -> state.note(path, write, lost -> {}));
    }
}
