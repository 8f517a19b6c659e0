// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenewright.crdt.Entity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Many are put at one place among siblings. */
class RankingTest {
    private static final Origin PEER = Origin.link(Origin.Kind.PEER, "peer");
    private static final Entity A = new Entity(Entity.FIRST_FREE_NUMBER);
    private static final Entity B = new Entity(Entity.FIRST_FREE_NUMBER + 1);
    private static final Entity C = new Entity(Entity.FIRST_FREE_NUMBER + 2);

    private final List<Deed> deeds = new ArrayList<>();
    private final List<Batch> mail = new ArrayList<>();
    private final SceneSnapshot start = SceneText.read("A\nB\nC\n");
    private final Scene scene = new Scene(start);

    RankingTest() {
        scene.attend(deeds::add, () -> {});
        scene.share("ann", mail::add);
        scene.present(Set.of("ann"));
    }

    private List<Entity> top() {
        return scene.snapshot().children(Entity.ROOT);
    }

    private Changes apply(Edit edit) {
        return assertInstanceOf(Outcome.Accepted.class, scene.apply(edit, Origin.USER)).changes();
    }

    private Entity spawn(Optional<Entity> before) {
        var place = new Edit.Place(Entity.ROOT, before);
        var changes = apply(new Edit.Spawn("New", place, new LinkedHashMap<>()));
        return ((Change.Spawned) changes.list().getFirst()).entity();
    }

    private static void checkKeys(SceneSnapshot snapshot, int digits) {
        var siblings = snapshot.children(Entity.ROOT);
        for (int i = 1; i < siblings.size(); i++) {
            var key = snapshot.key(siblings.get(i));
            assertTrue(snapshot.key(siblings.get(i - 1)).compareTo(key) < 0, i + " " + key);
            assertTrue(key.fine().length() <= digits, key.fine());
        }
    }

    /** What was done is the same for who hears of it, and for who does it again. */
    private void checkOthers() {
        var other = new Scene(start);
        mail.forEach(batch -> other.merge(batch, PEER));
        assertEquals(top(), other.snapshot().children(Entity.ROOT));
        var again = new Scene(start);
        deeds.forEach(deed -> deed.replay(again));
        assertEquals(top(), again.snapshot().children(Entity.ROOT));
        for (var entity : top()) {
            assertEquals(scene.snapshot().key(entity), other.snapshot().key(entity));
            assertEquals(scene.snapshot().key(entity), again.snapshot().key(entity));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whereRanksBecomeTooLongOthersMakeRoomAndUndoKnowsNothingOfIt(long seed) {
        var random = new Random(seed);
        var model = new ArrayList<>(top());
        int place = 1;
        for (int i = 0; i < 400; i++) {
            var entity = spawn(Optional.of(model.get(place)));
            model.add(place, entity);
            place += random.nextInt(2);
            assertEquals(model, top());
        }
        checkKeys(scene.snapshot(), OrderKey.LONGEST);
        assertTrue(deeds.stream().anyMatch(RankingTest::makesRoom), "nobody made room");
        checkOthers();
        while (model.size() > 3) {
            scene.undo();
            model.removeIf(entity -> !scene.snapshot().holds(entity));
            assertEquals(model, top());
        }
        assertEquals(List.of(A, B, C), top());
    }

    private static boolean makesRoom(Deed deed) {
        return deed instanceof Deed.Edited edited
                && edited.drafts().stream()
                        .flatMap(List::stream)
                        .anyMatch(act -> act instanceof Act.Placed);
    }

    @Test
    void betweenEqualRanksIsRoomOnceTheyAreMadeAnew() {
        var draft = new Draft(start, new Ledger(start));
        var key = new OrderKey(7, "V");
        List.of(A, B, C).forEach(entity -> draft.place(entity, Entity.ROOT, key));
        draft.spawn(new Entity(600), Spot.of(Entity.ROOT, draft.children(Entity.ROOT), 1));
        assertEquals(List.of(A, new Entity(600), B, C), draft.children(Entity.ROOT));
        checkKeys(draft.seal(), 6);
    }

    @Test
    void thousandsPastedBetweenTwoHaveShortRanks() {
        var box = Fragment.copy(start, List.of(A)).items().getFirst();
        var all = new ArrayList<Fragment.Item>();
        for (int i = 0; i < 10_000; i++) {
            var entity = new Entity(1000 + i);
            all.add(new Fragment.Item(entity, Optional.empty(), Pose.IDENTITY, box.components()));
        }
        var fragment = new Fragment(all, new LinkedHashMap<>(), List.of());
        apply(new Edit.Paste(fragment, new Edit.Place(Entity.ROOT, Optional.of(B))));
        assertEquals(10_003, top().size());
        assertEquals(A, top().getFirst());
        checkKeys(scene.snapshot(), 6);
        checkOthers();
        scene.undo();
        assertEquals(List.of(A, B, C), top());
    }

    @Test
    void severalMovedTogetherStandInTheirOrder() {
        var moved = new ArrayList<Entity>();
        for (int i = 0; i < 1000; i++) {
            moved.addFirst(spawn(Optional.empty()));
        }
        var before = top();
        apply(new Edit.Reparent(moved, new Edit.Place(Entity.ROOT, Optional.of(B))));
        var expected = new ArrayList<>(List.of(A, B, C));
        expected.addAll(1, moved);
        assertEquals(expected, top());
        checkKeys(scene.snapshot(), 6);
        checkOthers();
        scene.undo();
        assertEquals(before, top());
        checkKeys(scene.snapshot(), 12);
    }

    @Test
    void whoStandsThereAlreadyIsNotMoved() {
        var still = new Edit.Reparent(List.of(A, B), new Edit.Place(Entity.ROOT, Optional.of(C)));
        assertEquals(List.of(), apply(still).list());
        var last = new Edit.Reparent(List.of(B, C), Edit.Place.under(Entity.ROOT));
        assertEquals(List.of(), apply(last).list());
        assertEquals(List.of(A, B, C), top());
    }

    @Test
    void nothingMovedIsNothing() {
        var nothing = new Edit.Reparent(List.of(), new Edit.Place(Entity.ROOT, Optional.of(A)));
        assertEquals(List.of(), apply(nothing).list());
        var empty = new Fragment(List.of(), new LinkedHashMap<>(), List.of());
        assertEquals(List.of(), apply(new Edit.Paste(empty, Edit.Place.TOP)).list());
    }

    @Test
    void twoWhoMakeRoomAtOnceSeeTheSameInTheEnd() {
        var theirs = new ArrayList<Batch>();
        var other = new Scene(start);
        other.share("bob", theirs::add);
        other.lease(new NumberBlock(5000, 1000));
        int[] place = {1, 1};
        for (int i = 0; i < 300; i++) {
            var bobs = other.snapshot().children(Entity.ROOT);
            spawn(Optional.of(top().get(place[0])));
            var at = new Edit.Place(Entity.ROOT, Optional.of(bobs.get(place[1])));
            other.apply(new Edit.Spawn("Bob", at, new LinkedHashMap<>()), Origin.USER);
            place[0] += i % 2;
            place[1] += i / 2 % 2;
        }
        mail.forEach(batch -> other.merge(batch, PEER));
        theirs.forEach(batch -> scene.merge(batch, PEER));
        assertEquals(603, top().size());
        assertEquals(top(), other.snapshot().children(Entity.ROOT));
    }
}
