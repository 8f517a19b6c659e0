// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.scene.CompositeCheck.CORE;
import static org.scenewright.scene.CompositeCheck.SCENE;
import static org.scenewright.scene.CompositeCheck.file;
import static org.scenewright.scene.CompositeCheck.snapshot;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

class CompositeMergeTest {

    private static FileMerge merged(String base, String ours, String theirs) {
        return CompositeMerge.of(file(base), file(ours), file(theirs));
    }

    private static String text(FileMerge merge) {
        return new String(merge.text(), StandardCharsets.UTF_8);
    }

    private static String with(String old, String now) {
        assertTrue(SCENE.contains(old), old);
        return SCENE.replace(old, now);
    }

    /** Edits of the text of both sides that end as one text without a conflict. */
    private static void check(String ours, String theirs, String after) {
        var merge = merged(SCENE, ours, theirs);
        assertEquals(List.of(), merge.conflicts());
        assertEquals(after, text(merge));
    }

    private static void checkConflict(String ours, String theirs, String told) {
        var merge = merged(SCENE, ours, theirs);
        assertEquals(
                List.of(told),
                merge.conflicts().stream().map(c -> c.entity() + " " + c.field()).toList());
        assertEquals(ours, text(merge));
    }

    @Test
    void aFileThatSaysSomethingTwiceIsRefused() {
        var twice = SCENE.replaceFirst("\\{", "{\"version\": 1, ");
        var refusal = assertThrows(SceneFormatException.class, () -> merged(SCENE, SCENE, twice));
        assertTrue(
                refusal.message().endsWith("the key \"version\" stands twice in one object."),
                refusal.message());
    }

    @Test
    void ofThreeEqualFilesNoByteChanges() {
        check(SCENE, SCENE, SCENE);
    }

    @Test
    void whatOnlyWeChangedStaysAsWeWroteIt() {
        check(
                with("\"x\": 1.0,", "\"x\":    7.50,"),
                SCENE,
                with("\"x\": 1.0,", "\"x\":    7.50,"));
    }

    @Test
    void theirFieldIsWrittenIntoOurText() {
        check(
                with("\"y\": 2e0", "\"y\": 30e-1"),
                with("\"x\": 1.0,", "\"x\": 7,"),
                with("\"x\": 1.0, \"y\": 2e0", "\"x\": 7, \"y\": 30e-1"));
    }

    @Test
    void unknownKeysOfTheFileTheSectionAndTheCellAreMerged() {
        check(
                with("\"A\"", "\"Alpha\""),
                with("\"key\": 1.0", "\"key\": 2")
                        .replace("\"extra\": true", "\"extra\": false")
                        .replace("\"more\": null", "\"more\": 5"),
                with("\"A\"", "\"Alpha\"")
                        .replace("\"key\": 1.0", "\"key\": 2")
                        .replace("\"extra\": true", "\"extra\": false")
                        .replace("\"more\": null", "\"more\": 5"));
    }

    @Test
    void unknownKeysConflictLikeFields() {
        checkConflict(with("\"key\": 1.0", "\"key\": 2"), with("\"key\": 1.0", "\"key\": 3"), "0 ");
        checkConflict(
                with("\"more\": null", "\"more\": 2"),
                with("\"more\": null", "\"more\": 3"),
                "513 core::Transform.more");
    }

    @Test
    void aSchemaIsMergedToo() {
        check(
                with("\"A\"", "\"Alpha\""),
                with("{\"x\": 1}", "{\"x\": 2}"),
                with("\"A\"", "\"Alpha\"").replace("{\"x\": 1}", "{\"x\": 2}"));
        checkConflict(
                with("{\"x\": 1}", "{\"x\": 2}"),
                with("{\"x\": 1}", "{\"x\": 3}"),
                "0 core::Transform.jsonSchema.x");
    }

    @Test
    void anUnknownComponentThatTheyAddedComesWithItsSchemaAndKeys() {
        String added =
                "{\"name\": \"my::Thing\", \"jsonSchema\": {\"type\": \"integer\","
                        + " \"serializationType\": \"int32\"}, \"note\": 1,"
                        + " \"data\": {\"512\": {\"json\": 7, \"hint\": 2}}}";
        var merge =
                merged(
                        SCENE,
                        with("\"A\"", "\"Alpha\""),
                        with("\n], \"other\"", ",\n " + added + "\n], \"other\""));
        assertEquals(List.of(), merge.conflicts());
        var things = file(text(merge)).whole().items("components").getLast();
        assertEquals(CompositeCheck.json(added), things);
    }

    @Test
    void theListOfEntitiesIsNoConflict() {
        var merge =
                merged(
                        SCENE,
                        with("\"open\": true", "\"open\": false"),
                        with("\"mine\": 1.0", "\"mine\": 3"));
        assertEquals(List.of(), merge.conflicts());
        assertEquals(
                with("\"open\": true", "\"open\": false").replace("\"mine\": 1.0", "\"mine\": 3"),
                text(merge));
    }

    @Test
    void entitiesThatBothAddedAreBothListed() {
        String ours = withEntity("514", "Ours");
        String theirs = withEntity("514", "Theirs");
        var merge = merged(SCENE, ours, theirs);
        assertEquals(List.of(), merge.conflicts());
        assertEquals(
                List.of("Both sides added an entity 514; theirs, \"Theirs\", is 515 now."),
                merge.notes());
        var read = snapshot(text(merge));
        CompositeCheck.assertSame(merge.snapshot(), read);
        assertTrue(text(merge).contains("[512, 514, 515]"), text(merge));
    }

    private static String withEntity(String number, String name) {
        return with("[512]", "[512, " + number + "]")
                .replace(
                        "\"512\": {\"json\": {\"value\": \"A\"}},",
                        "\"512\": {\"json\": {\"value\": \"A\"}},\n   \""
                                + number
                                + "\": {\"json\": {\"value\": \""
                                + name
                                + "\"}},");
    }

    @Test
    void aFileThatCannotBeReadIsNamed() {
        byte[] scene = SCENE.getBytes(StandardCharsets.UTF_8);
        var why =
                assertThrows(
                        SceneFormatException.class,
                        () -> CompositeMerge.of(scene, scene, new byte[] {'{'}, CORE));
        assertTrue(why.message().startsWith("theirs: "), why.message());
    }

    @Test
    void anEmptyBaseIsAnEmptyScene() {
        byte[] scene = SCENE.getBytes(StandardCharsets.UTF_8);
        var merge = CompositeMerge.of(new byte[0], scene, scene, CORE);
        assertEquals(List.of(), merge.conflicts());
        assertEquals(SCENE, text(merge));
    }

    @Test
    void whateverWasEditedTheTextSaysWhatWasMerged() {
        for (long seed = 0; seed < 200; seed++) {
            var merge = merged(SCENE, edited(seed * 2), edited(seed * 2 + 1));
            var read = file(text(merge));
            assertTrue(read.isReadable());
            CompositeCheck.assertSame(merge.snapshot(), snapshot(read));
            SceneInvariants.check(snapshot(read));
        }
    }

    private static String edited(long seed) {
        var file = file(SCENE);
        var scene = new Scene(snapshot(file));
        var edits = new RandomEdits(seed);
        for (int i = 0; i < 6; i++) {
            scene.apply(edits.next(scene.snapshot()), Origin.USER);
        }
        return CompositeCheck.write(file, scene.snapshot());
    }

    @Test
    void anyBytesMergeOrAreRefused() {
        var random = new Random(1);
        byte[] scene = SCENE.getBytes(StandardCharsets.UTF_8);
        int merged = 0;
        for (int i = 0; i < 3_000; i++) {
            byte[] input = new byte[3 * scene.length];
            for (int part = 0; part < 3; part++) {
                System.arraycopy(scene, 0, input, part * scene.length, scene.length);
            }
            for (int hits = random.nextInt(4); hits >= 0; hits--) {
                input[random.nextInt(input.length)] = (byte) (32 + random.nextInt(96));
            }
            merged += MergeFuzz.run(input) ? 1 : 0;
        }
        assertTrue(merged > 100, merged + " merged");
        MergeFuzz.run(new byte[0]);
        MergeFuzz.run(Arrays.copyOf(scene, 1000));
    }
}
