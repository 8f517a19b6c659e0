// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
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
import org.scenewright.scene.Origin;
import org.scenewright.scene.Outcome;
import org.scenewright.scene.VersionVector;
import org.scenewright.schema.FieldPath;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** Bob's session becomes what Ann's is. */
class AdoptedSessionTest {
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
        now(anns.session().sharing().begin("ann", fromAnn::add));
        now(bobs.session().sharing().begin("bob", fromBob::add));
    }

    @AfterEach
    void close() {
        anns.close();
        bobs.close();
    }

    private void adopt() {
        var state = now(anns.session().sharing().encodedState());
        now(bobs.session().sharing().adopt(state, this::unheard, PEER));
    }

    private Remnant unheard(VersionVector heard) {
        return Remnant.of(heard, beyond(heard));
    }

    private List<Batch> beyond(VersionVector heard) {
        return fromBob.stream().filter(b -> !heard.covers(b.author(), b.sequence())).toList();
    }

    @Test
    void whatTheFilesDoNotHoldIsNotSavedYet() {
        now(anns.session().post(x(7), Origin.USER));
        adopt();
        assertEquals(7, bobs.x());
        assertTrue(bobs.session().status().dirty());
        assertInstanceOf(Saved.Written.class, now(bobs.session().save()));
        assertFalse(bobs.session().status().dirty());
        now(anns.session().save());
        assertEquals(anns.onDisk(), bobs.onDisk());
    }

    @Test
    void bothSaveTheSameTextWhateverTheFilesLookedLike() throws IOException {
        var other = new OpenScene(directory.resolve("other"));
        other.somebodyWrites(OpenScene.COMPOSITE.replace("\n", "\n\t").replace("Box", "Chest"));
        now(other.session().takeIn());
        bobs.close();
        bobs = other;
        now(bobs.session().sharing().begin("bob", fromBob::add));
        adopt();
        assertTrue(bobs.session().status().dirty());
        now(bobs.session().save());
        assertEquals(anns.onDisk(), bobs.onDisk());
        // Somebody writes another text again, which is taken in and not written like.
        bobs.somebodyWrites(OpenScene.COMPOSITE.replace("1.50", "7").replace("\n", "\n\t"));
        now(bobs.session().takeIn());
        now(bobs.session().save());
        now(anns.session().sharing().receiveAll(fromBob, PEER));
        now(anns.session().save());
        assertEquals(7, anns.x());
        assertEquals(anns.onDisk(), bobs.onDisk());
    }

    @Test
    void whatTheFilesHoldIsSaved() {
        adopt();
        assertFalse(bobs.session().status().dirty());
    }

    @Test
    void whatWasWrittenOfflineIsMergedAgain() {
        adopt();
        now(bobs.session().post(x(7), Origin.USER));
        adopt();
        assertEquals(7, bobs.x());
        now(anns.session().sharing().receiveAll(fromBob, PEER));
        assertEquals(7, anns.x());
        assertEquals(now(anns.session().sharing().heard()), now(bobs.session().sharing().heard()));
    }

    @Test
    void whatNobodyHearsIsOffered() {
        adopt();
        now(anns.session().post(new Edit.Rename(BOX, "Chest"), Origin.USER));
        now(bobs.session().post(x(7), Origin.USER));
        now(bobs.session().sharing().begin("bob", fromBob::add));
        var state = now(anns.session().sharing().encodedState());
        now(
                bobs.session()
                        .sharing()
                        .adopt(state, heard -> new Remnant(heard, List.of(), beyond(heard)), PEER));
        assertEquals(1.5, bobs.x());
        var aside = bobs.session().sharing().shelf().all().getFirst();
        var x = aside.differences().stream().filter(AdoptedSessionTest::isX).toList();
        now(bobs.session().sharing().keep(aside, x));
        assertEquals(7, bobs.x());
        assertEquals("Chest", bobs.session().snapshot().name(BOX));
    }

    private static boolean isX(Difference difference) {
        return difference.path().equals(FieldPath.of("position", "x"));
    }

    @Test
    void whoLooksOnCannotEdit() {
        bobs.session().sharing().permission().refuse(Optional.of("You look on."));
        assertEquals(
                new Outcome.Refused("You look on."), now(bobs.session().post(x(7), Origin.USER)));
        assertEquals(new Outcome.Refused("You look on."), now(bobs.session().undo()));
        now(anns.session().post(x(8), Origin.USER));
        now(bobs.session().sharing().receiveAll(fromAnn, PEER));
        assertEquals(8, bobs.x());
        bobs.session().sharing().permission().refuse(Optional.empty());
        now(bobs.session().post(x(7), Origin.USER));
        assertEquals(7, bobs.x());
    }

    @Test
    void linksHearOfTheDifferencesOnce() {
        now(anns.session().post(x(7), Origin.USER));
        var heard = new Recorder("viewport");
        try (var registration = bobs.session().link(heard)) {
            adopt();
        }
        assertEquals(List.of("Join"), heard.labels());
    }

    @Test
    void whatIsNoStateChangesNothing() {
        now(bobs.session().post(x(7), Origin.USER));
        var adopted = bobs.session().sharing().adopt(new byte[9], this::unheard, PEER);
        var failure =
                assertThrows(ExecutionException.class, () -> adopted.get(20, TimeUnit.SECONDS));
        assertInstanceOf(IOException.class, failure.getCause());
        assertEquals(7, bobs.x());
        assertEquals("bob", now(bobs.session().sharing().author()).orElseThrow().address());
    }
}
