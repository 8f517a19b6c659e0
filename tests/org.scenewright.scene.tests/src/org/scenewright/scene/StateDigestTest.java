// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.scene.SceneCheck.accepted;
import static org.scenewright.scene.SceneCheck.configure;
import static org.scenewright.scene.SceneCheck.rename;
import static org.scenewright.scene.SceneCheck.reparentBefore;
import static org.scenewright.scene.SceneCheck.set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenewright.scene.SceneCheck.NamedEdit;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

class StateDigestTest {
    private static final Origin PEER = Origin.link(Origin.Kind.PEER, "peer");
    private static final String START = "Box at 1,2,3\n  Lid\n    Knob\nCrate\nLamp\n";

    private static StateDigest of(SceneSnapshot snapshot) {
        var digest = new StateDigest();
        digest.follow(snapshot);
        return digest;
    }

    private static void checkSame(StateDigest one, StateDigest other) {
        assertEquals(one.sums(), other.sums());
        one.sums().keySet().forEach(c -> assertArrayEquals(one.buckets(c), other.buckets(c)));
    }

    /** What somebody else's document has to say again. */
    private static List<StateDigest.Bucket> differing(Scene one, Scene other) {
        var mine = of(one.snapshot());
        var theirs = of(other.snapshot());
        var names = new TreeSet<>(mine.sums().keySet());
        names.addAll(theirs.sums().keySet());
        var differing = new ArrayList<StateDigest.Bucket>();
        for (String name : names) {
            for (int i = 0; i < mine.buckets(name).length; i++) {
                if (mine.buckets(name)[i] != theirs.buckets(name)[i]) {
                    differing.add(new StateDigest.Bucket(name, i));
                }
            }
        }
        return differing;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void equalDocumentsHaveEqualSumsHoweverTheyCameToBe(long seed) {
        var scene = new Scene(SceneText.read(START));
        var edits = new RandomEdits(seed);
        var random = new Random(seed);
        var followed = of(scene.snapshot());
        for (int i = 0; i < 400; i++) {
            scene.apply(edits.next(scene.snapshot()), Origin.USER);
            if (random.nextInt(5) == 0) {
                scene.undo();
            }
            if (random.nextInt(3) == 0) {
                followed.follow(scene.snapshot());
            }
        }
        followed.follow(scene.snapshot());
        checkSame(of(scene.snapshot()), followed);
        checkSame(followed, of(SharedStateTest.sent(scene).snapshot()));
    }

    /** An edit changes the sums of some components alone. */
    private static void check(NamedEdit edit, Set<String> changed) {
        var scene = new Scene(SceneText.read(START));
        var before = of(scene.snapshot()).sums();
        accepted(scene, edit);
        var after = of(scene.snapshot()).sums();
        var differing = new TreeSet<>(before.keySet());
        differing.addAll(after.keySet());
        differing.removeIf(name -> before.getOrDefault(name, 0L).equals(after.get(name)));
        assertEquals(changed, differing);
    }

    @Test
    void aFieldChangesTheSumOfItsComponent() {
        check(set("Box", "core::Transform.position.x", "7"), Set.of(SceneSnapshot.TRANSFORM));
        check(rename("Box", "Chest"), Set.of(SceneSnapshot.NAME));
    }

    @Test
    void theOrderOfSiblingsAndTheSettingsCount() {
        check(reparentBefore(List.of("Lamp"), "Box"), Set.of(Rank.NAME));
        check(configure("display.title", "\"Yard\""), Set.of("scene.json"));
    }

    private static long hash(String json) {
        return ValueHash.of(ValueJson.parse(json));
    }

    @Test
    void theOrderOfFieldsDoesNotCountButThatOfItemsDoes() {
        assertEquals(hash("{\"a\":1,\"b\":[2]}"), hash("{\"b\":[2],\"a\":1}"));
        assertNotEquals(hash("{\"a\":1,\"b\":2}"), hash("{\"a\":2,\"b\":1}"));
        assertNotEquals(hash("[1,2]"), hash("[2,1]"));
        assertNotEquals(hash("\"1\""), hash("1"));
        assertEquals(ValueHash.of(Value.of(0.0)), ValueHash.of(Value.of(-0.0)));
    }

    @Test
    void whatIsExchangedBetweenTwoEntitiesIsADifference() {
        var one = new Scene(SceneText.read("Box\nCrate\n"));
        var other = new Scene(SceneText.read("Crate\nBox\n"));
        assertNotEquals(of(one.snapshot()).sums(), of(other.snapshot()).sums());
    }

    private static Scene damaged(String text, String address, List<Batch> sent) {
        var scene = new Scene(SceneText.read(text));
        scene.share(address, sent::add);
        return scene;
    }

    @Test
    void whoDifferBothSayItAgainAndHoldTheSameAfter() {
        var fromAnn = new ArrayList<Batch>();
        var fromBob = new ArrayList<Batch>();
        var ann = damaged("Box at 1,2,3\n  Lid\nCrate\n", "ann", fromAnn);
        var bob = damaged("Box at 9,9,9\nCrate\nLid\nLamp\n", "bob", fromBob);
        accepted(ann, configure("display.title", "\"Yard\""));
        fromAnn.clear();
        var buckets = differing(ann, bob);
        assertTrue(ann.shared().restate(buckets) > 0);
        assertTrue(bob.shared().restate(buckets) > 0);
        fromAnn.forEach(batch -> bob.merge(batch, PEER));
        fromBob.forEach(batch -> ann.merge(batch, PEER));
        ann.present(Set.of("ann", "bob"));
        bob.present(Set.of("ann", "bob"));
        new ArrayList<>(fromAnn).forEach(batch -> bob.merge(batch, PEER));
        new ArrayList<>(fromBob).forEach(batch -> ann.merge(batch, PEER));
        assertEquals(List.of(), differing(ann, bob));
        SharedStateTest.checkSame(ann, bob);
        assertTrue(ann.snapshot().withNumber(515).isPresent(), "the Lamp is there");
    }

    @Test
    void whatIsSaidAgainWinsOverWhatWasWrittenBefore() {
        var fromAnn = new ArrayList<Batch>();
        var ann = damaged("Box\n", "ann", fromAnn);
        var bob = damaged("Chest\n", "bob", new ArrayList<>());
        ann.shared().restate(differing(ann, bob));
        fromAnn.forEach(batch -> bob.merge(batch, PEER));
        assertEquals("Box", bob.snapshot().name(SceneText.find(ann.snapshot(), "Box")));
    }

    @Test
    void nothingIsSaidToNobody() {
        var alone = new Scene(SceneText.read("Box\n"));
        assertEquals(
                0, alone.shared().restate(List.of(new StateDigest.Bucket(SceneSnapshot.NAME, 2))));
        assertEquals(Map.of(), new StateDigest().sums());
    }
}
