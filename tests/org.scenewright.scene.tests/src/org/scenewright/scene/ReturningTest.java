// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.scenewright.scene.SceneCheck.accepted;
import static org.scenewright.scene.SceneCheck.despawn;
import static org.scenewright.scene.SceneCheck.rename;
import static org.scenewright.scene.SceneCheck.set;
import static org.scenewright.scene.SceneCheck.spawn;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenewright.crdt.Entity;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Bob shared a scene with Ann, lost his process, and joins again with what he wrote before. */
class ReturningTest {
    private static final Origin PEER = Origin.link(Origin.Kind.PEER, "peer");
    private static final Entity BOX = new Entity(512);

    private final SceneSnapshot files = SceneText.read("Box at 1,2,3\n  Lid\nCrate\n");
    private final List<Batch> before = new ArrayList<>();
    private final List<Batch> after = new ArrayList<>();
    private final Scene ann = new Scene(files);
    private final Scene former = new Scene(files);
    private final Scene bob = new Scene(files);

    ReturningTest() {
        ann.lease(new NumberBlock(1000, 500));
        ann.share("ann", batch -> {});
        former.share("bob", before::add);
        former.lease(new NumberBlock(2000, 500));
        former.shared().join(SharedStateTest.sent(ann), files, Optional.of(files), PEER);
    }

    /** The document that Bob had when his process ended is gone but for what he wrote. */
    private Joined comeBack(List<Batch> mine, List<Batch> lost) {
        bob.share("bob", after::add);
        bob.lease(new NumberBlock(2500, 500));
        var own = new SharedScene.Own(bob.snapshot(), Optional.of(files), mine, lost);
        return bob.shared().join(SharedStateTest.sent(ann), own, PEER);
    }

    private void checkSame() {
        before.forEach(batch -> ann.merge(batch, PEER));
        after.forEach(batch -> ann.merge(batch, PEER));
        SharedStateTest.checkSame(ann, bob);
    }

    @Test
    void whatWasWrittenBeforeIsLaidOnWhatTheOthersHave() {
        accepted(former, set("Box", "core::Transform.position.x", "7"));
        accepted(former, spawn("Vase", "Box"));
        accepted(ann, set("Box", "core::Transform.position.y", "8"));
        var joined = comeBack(before, List.of());
        assertEquals(new Pose.Vec(7, 8, 3), bob.snapshot().pose(BOX).position());
        assertEquals(2000, SceneText.find(bob.snapshot(), "Vase").number());
        assertEquals(List.of(), joined.aside().differences());
        checkSame();
    }

    @Test
    void whatNobodyHearsIsOfferedHoweverOldItIs() {
        accepted(former, set("Box", "core::Transform.position.x", "7"));
        for (int i = 0; i < 9; i++) {
            accepted(ann, set("Box", "core::Transform.position.x", "10" + i));
        }
        var joined = comeBack(List.of(), before);
        assertEquals(108, bob.snapshot().pose(BOX).position().x());
        var offered = joined.lost().differences();
        assertEquals(1, offered.size());
        bob.shared().keep(joined.lost(), offered);
        assertEquals(7, bob.snapshot().pose(BOX).position().x());
    }

    @Test
    void whatWasTakenAwayIsOfferedToBeTakenAway() {
        accepted(former, despawn("Crate"));
        accepted(former, rename("Lid", "Cover"));
        var joined = comeBack(List.of(), before);
        assertEquals("Crate", bob.snapshot().name(SceneText.find(files, "Crate")));
        bob.shared().keep(joined.lost(), joined.lost().differences());
        assertEquals(List.of(), Difference.between(former.snapshot(), bob.snapshot()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverWasWrittenBeforeComesAlong(long seed) {
        var edits = new RandomEdits(seed);
        JoiningTest.edit(former, edits, 60);
        JoiningTest.edit(ann, edits, 60);
        comeBack(before, List.of());
        SceneInvariants.check(bob.snapshot());
        checkSame();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverNobodyHearsCanBeHadBack(long seed) {
        JoiningTest.edit(former, new RandomEdits(seed), 60);
        var joined = comeBack(List.of(), before);
        // The settings are nobody else's.
        assertEquals(
                List.of(),
                Difference.between(former.snapshot(), joined.lost().own()).stream()
                        .filter(d -> !d.component().equals(Comparison.SETTINGS))
                        .filter(d -> !d.component().equals(TreeOrder.NODES))
                        .toList());
        var kept = bob.shared().keep(joined.lost(), joined.lost().differences());
        assertInstanceOf(Outcome.Accepted.class, kept.outcome());
        SceneInvariants.check(bob.snapshot());
    }

    private static Keepsake copy(Keepsake keepsake) {
        try {
            return Keepsake.read(keepsake.toBytes(SceneText.TYPES), SceneText.TYPES);
        } catch (IOException unfit) {
            throw new AssertionError(unfit);
        }
    }

    @Test
    void whatIsKeptIsReadAsItWas() {
        accepted(former, spawn("Vase", "Box"));
        accepted(former, rename("Lid", "Cover"));
        var joined = comeBack(List.of(), before);
        var kept = copy(new Keepsake(Optional.of(former.snapshot()), List.of(joined.lost())));
        assertEquals(List.of(), Difference.between(former.snapshot(), kept.saved().orElseThrow()));
        var aside = kept.open(bob.snapshot()).getFirst();
        assertEquals(joined.lost().differences(), aside.differences());
        bob.shared().keep(aside, aside.differences());
        assertEquals("Cover", bob.snapshot().name(SceneText.find(files, "Lid")));
        assertEquals(2500, SceneText.find(bob.snapshot(), "Vase").number());
    }

    @Test
    void whatIsSoByNowIsAskedAboutNoMore() {
        accepted(former, rename("Lid", "Cover"));
        var joined = comeBack(List.of(), before);
        var kept = new Keepsake(Optional.empty(), List.of(joined.lost()));
        assertEquals(1, kept.open(bob.snapshot()).size());
        accepted(bob, rename("Lid", "Cover"));
        assertEquals(List.of(), kept.open(bob.snapshot()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 40})
    void whatIsNoKeepsakeIsRefused(int length) {
        var bytes = copy(new Keepsake(Optional.of(files), List.of())).toBytes(SceneText.TYPES);
        var cut = Arrays.copyOf(bytes, length);
        assertThrows(IOException.class, () -> Keepsake.read(cut, SceneText.TYPES));
    }
}
