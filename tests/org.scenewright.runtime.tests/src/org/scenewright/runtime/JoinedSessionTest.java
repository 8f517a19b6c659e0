// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.runtime.OpenScene.BOX;
import static org.scenewright.runtime.OpenScene.now;
import static org.scenewright.runtime.OpenScene.x;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.scene.Batch;
import org.scenewright.scene.Difference;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Joined;
import org.scenewright.scene.Keepsake;
import org.scenewright.scene.Loss;
import org.scenewright.scene.Origin;
import org.scenewright.scene.Outcome;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.scene.SetAside;
import org.scenewright.scene.StateDigest;
import org.scenewright.schema.ValueJson;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Bob, who edited the same files on his own, joins Ann. */
class JoinedSessionTest {
    private static final Origin PEER = Origin.link(Origin.Kind.PEER, "peer");

    @TempDir Path directory;
    private OpenScene anns;
    private OpenScene bobs;
    private final List<Batch> fromAnn = new ArrayList<>();
    private final List<Batch> fromBob = new ArrayList<>();

    @BeforeEach
    void open() throws IOException {
        anns = new OpenScene(directory.resolve("ann"));
        bobs = new OpenScene(directory.resolve("bob"));
        now(anns.session().sharing().begin("ann", batch -> {}));
    }

    @AfterEach
    void close() {
        anns.close();
        bobs.close();
    }

    private Joined join(SceneSnapshot begun) {
        return join(Optional.of(begun));
    }

    private Joined join(Optional<SceneSnapshot> begun) {
        return join(begun, Optional.empty());
    }

    private Joined join(Optional<SceneSnapshot> begun, Optional<Keepsake> kept) {
        var block = now(anns.session().sharing().leases().lease("bob")).orElseThrow();
        now(bobs.session().sharing().lease(block));
        var state = now(anns.session().sharing().encodedState());
        var joiner =
                new Joiner("bob", fromBob::add, begun, kept, heard -> Remnant.of(heard, List.of()));
        return now(bobs.session().sharing().join(state, joiner, PEER));
    }

    @Test
    void whatBobHadIsKeptAsOneEditThatAnnHears() {
        now(anns.session().post(new Edit.Rename(BOX, "Chest"), Origin.USER));
        now(bobs.session().post(x(7), Origin.USER));
        var joined = join(bobs.session().snapshot());
        assertEquals(1.5, bobs.x());
        assertEquals("Chest", bobs.session().snapshot().name(BOX));
        var aside = joined.aside();
        assertEquals(1, aside.differences().size());
        fromBob.clear();
        var kept = now(bobs.session().sharing().keep(aside, aside.differences()));
        assertInstanceOf(Outcome.Accepted.class, kept.outcome());
        assertEquals(Optional.of("Keep Mine"), bobs.session().status().undoLabel());
        now(anns.session().sharing().receiveAll(fromBob, PEER));
        assertEquals(7, anns.x());
        now(anns.session().save());
        now(bobs.session().save());
        assertEquals(anns.onDisk(), bobs.onDisk());
    }

    @Test
    void nothingIsOfferedOfWhatOnlyTheOthersChanged() {
        now(anns.session().post(x(7), Origin.USER));
        join(bobs.session().snapshot());
        assertEquals(7, bobs.x());
        assertEquals(List.of(), bobs.session().sharing().shelf().all());
    }

    @Test
    void whatIsOfferedStaysWhenTheSceneBecomesAnotherOneAgain() {
        now(bobs.session().post(x(7), Origin.USER));
        join(bobs.session().snapshot());
        now(bobs.session().post(x(9), Origin.USER));
        join(Optional.empty());
        assertEquals(1.5, bobs.x());
        var shelf = bobs.session().sharing().shelf();
        assertEquals(List.of("7", "9"), shelf.all().stream().map(this::mine).toList());
        var first = shelf.all().getFirst();
        shelf.drop(first, first.differences());
        assertEquals(List.of("9"), shelf.all().stream().map(this::mine).toList());
        now(bobs.session().sharing().keep(shelf.all().getFirst(), differences(shelf)));
        assertEquals(9, bobs.x());
        assertEquals(List.of(), shelf.all());
    }

    private static List<Difference> differences(Shelf shelf) {
        return shelf.all().getFirst().differences();
    }

    private String mine(SetAside aside) {
        return ValueJson.print(aside.differences().getFirst().after().orElseThrow());
    }

    @Test
    void whatIsEditedAfterJoiningIsToldInOrderFromTheFirst() {
        now(bobs.session().post(x(7), Origin.USER));
        join(bobs.session().snapshot());
        assertEquals(List.of(), fromBob);
        now(bobs.session().post(x(8), Origin.USER));
        assertEquals(1, fromBob.getFirst().sequence());
        now(anns.session().sharing().receiveAll(fromBob, PEER));
        assertEquals(8, anns.x());
    }

    @Test
    void whatWasEditedWhileJoiningStandsAmongTheProblemsWhereItLost() {
        now(anns.session().post(x(7), Origin.USER));
        var begun = bobs.session().snapshot();
        now(bobs.session().post(x(8), Origin.USER));
        var joined = join(begun);
        assertEquals(1, joined.conflicts().size());
        assertEquals(7, bobs.x());
        assertEquals(
                "core::Transform.position.x", bobs.session().status().problems().getLast().field());
        var shelf = bobs.session().sharing().shelf();
        assertEquals(List.of("8"), shelf.all().stream().map(this::mine).toList());
        now(bobs.session().sharing().keep(shelf.all().getFirst(), differences(shelf)));
        assertEquals(8, bobs.x());
    }

    @Test
    void whatOthersChangedSinceIsAskedAboutAgainAndThenHolds() {
        now(bobs.session().post(x(7), Origin.USER));
        join(bobs.session().snapshot());
        now(anns.session().post(x(3), Origin.USER));
        var state = now(anns.session().sharing().encodedState());
        now(bobs.session().sharing().adopt(state, heard -> Remnant.of(heard, List.of()), PEER));
        var shelf = bobs.session().sharing().shelf();
        now(bobs.session().sharing().keep(shelf.all().getFirst(), differences(shelf)));
        assertEquals(3, bobs.x());
        assertEquals(List.of("7"), shelf.all().stream().map(this::mine).toList());
        now(bobs.session().sharing().keep(shelf.all().getFirst(), differences(shelf)));
        assertEquals(7, bobs.x());
        assertEquals(List.of(), shelf.all());
    }

    @Test
    void whatTwoWroteAtOnceCanBeSettledForEitherSide() {
        join(bobs.session().snapshot());
        now(anns.session().sharing().begin("ann", fromAnn::add));
        now(anns.session().post(x(3), Origin.USER));
        now(bobs.session().post(x(4), Origin.USER));
        now(bobs.session().sharing().receiveAll(fromAnn, PEER));
        var losses = now(bobs.session().sharing().losses());
        assertEquals(List.of("ann"), losses.stream().map(Loss::author).toList());
        var lost = SetAside.lost(bobs.session().snapshot(), losses);
        assertEquals("3", mine(lost));
        now(bobs.session().sharing().settle(lost, lost.differences(), "Use Theirs"));
        assertEquals(3, bobs.x());
        assertEquals(Optional.of("Use Theirs"), bobs.session().status().undoLabel());
        var settled = SetAside.lost(bobs.session().snapshot(), losses);
        assertEquals(List.of(), settled.differences());
        now(bobs.session().undo());
        assertEquals(4, bobs.x());
    }

    @Test
    void whatIsAmongTheLostFieldsIsNotOfferedBesides() {
        join(bobs.session().snapshot());
        now(anns.session().sharing().begin("ann", fromAnn::add));
        now(anns.session().post(x(2), Origin.USER));
        now(anns.session().post(x(3), Origin.USER));
        now(bobs.session().post(x(4), Origin.USER));
        now(anns.session().sharing().receiveAll(fromBob, PEER));
        now(bobs.session().sharing().receiveAll(fromAnn, PEER));
        var kept = now(bobs.session().sharing().keeping().now("bob"));
        assertEquals(1, kept.open(bobs.session().snapshot()).size());
        now(bobs.session().sharing().leave());
        join(Optional.of(bobs.session().snapshot()), Optional.of(kept));
        assertTrue(
                now(bobs.session().sharing().losses()).stream()
                        .anyMatch(loss -> loss.author().equals("bob")));
        assertEquals(List.of(), bobs.session().sharing().shelf().all());
    }

    @Test
    void numbersAreLeasedToOneAtATimeAndGivenBack() {
        var leases = anns.session().sharing().leases();
        var block = now(leases.lease("bob")).orElseThrow();
        assertEquals(List.of(block), now(leases.held("bob")));
        assertTrue(now(leases.lease("carol")).orElseThrow().first() > block.first());
        assertEquals(2, now(leases.all()).size());
        now(leases.release("bob"));
        assertEquals(List.of(), now(leases.held("bob")));
        assertEquals(Optional.of(block), now(leases.lease("dave")));
        now(leases.note("erin", block));
        assertEquals(List.of(block), now(leases.held("erin")));
    }

    @Test
    void whoLeavesIsNoAuthorAnyMore() {
        join(bobs.session().snapshot());
        assertTrue(now(bobs.session().sharing().author()).isPresent());
        now(bobs.session().sharing().leave());
        assertEquals(Optional.empty(), now(bobs.session().sharing().author()));
        fromBob.clear();
        now(bobs.session().post(x(7), Origin.USER));
        assertEquals(List.of(), fromBob);
    }

    @Test
    void whatDiffersIsSaidAgain() {
        now(anns.session().post(x(7), Origin.USER));
        now(bobs.session().sharing().begin("bob", fromBob::add));
        var digest = new StateDigest();
        digest.follow(bobs.session().snapshot());
        int index = BOX.number() / StateDigest.BUCKET;
        assertTrue(digest.buckets(SceneSnapshot.TRANSFORM)[index] != 0);
        var bucket = new StateDigest.Bucket(SceneSnapshot.TRANSFORM, index);
        assertEquals(1, now(bobs.session().sharing().restate(List.of(bucket))));
        assertEquals(1, fromBob.size());
    }
}
