// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.runtime.OpenScene.BOX;
import static org.scenewright.runtime.OpenScene.now;
import static org.scenewright.runtime.OpenScene.x;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.crdt.CrdtMessage;
import org.scenewright.scene.Batch;
import org.scenewright.scene.Edit;
import org.scenewright.scene.NumberBlock;
import org.scenewright.scene.Origin;
import org.scenewright.scene.Outcome;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Ann and Bob have the same scene open, each in a session of their own. */
class SceneSharingTest {
    private static final Origin PEER = Origin.link(Origin.Kind.PEER, "peer");

    @TempDir Path directory;
    private OpenScene anns;
    private OpenScene bobs;
    private final BlockingQueue<Batch> mail = new LinkedBlockingQueue<>();

    @BeforeEach
    void open() throws IOException {
        anns = new OpenScene(directory.resolve("ann"));
        bobs = new OpenScene(directory.resolve("bob"));
        now(anns.session().sharing().begin("ann", mail::add));
        now(bobs.session().sharing().begin("bob", mail::add));
    }

    @AfterEach
    void close() {
        anns.close();
        bobs.close();
    }

    private void deliver() {
        for (var batch = mail.poll(); batch != null; batch = mail.poll()) {
            var other = batch.author().address().equals("ann") ? bobs : anns;
            now(other.session().sharing().receive(batch, PEER));
        }
    }

    private static Edit y(double y) {
        return new Edit.Set(BOX, "core::Transform", FieldPath.parse("position.y"), Value.of(y));
    }

    @Test
    void whatOneWritesTheOtherSees() {
        now(anns.session().post(x(7), Origin.USER));
        deliver();
        assertEquals(7, bobs.x());
    }

    @Test
    void bothKeepTheFieldsThatTheyWroteAtOnce() {
        now(anns.session().post(x(7), Origin.USER));
        now(bobs.session().post(y(9), Origin.USER));
        deliver();
        for (var scene : List.of(anns, bobs)) {
            var transform = scene.session().snapshot().value(BOX, "core::Transform").orElseThrow();
            assertEquals(7, transform.number("position.x", 0));
            assertEquals(9, transform.number("position.y", 0));
        }
    }

    @Test
    void whatGotLostIsAmongTheProblemsUntilTheSceneIsSaved() {
        now(anns.session().post(x(7), Origin.USER));
        now(bobs.session().post(x(8), Origin.USER));
        deliver();
        var problem = anns.session().status().problems().getLast();
        assertEquals("core::Transform.position.x", problem.field());
        assertEquals(
                "\"Box\" (512): core::Transform.position.x was written by two at once;"
                        + " the value of bob holds, that of ann was 7.",
                problem.message());
        now(anns.session().save());
        assertFalse(anns.session().status().problems().contains(problem));
    }

    @Test
    void whatGetsLostWhileTheSceneIsBeingSavedStaysAmongTheProblems() {
        now(bobs.session().post(x(8), Origin.USER));
        var fromBob = mail.remove();
        now(anns.session().post(y(3), Origin.USER));
        var composite = anns.session().project().composite();
        // The scene thread stands still in the next edit until the file is written.
        now(anns.session().sharing().begin("ann", batch -> awaitWritten(composite)));
        var saved = anns.session().save();
        var edited = anns.session().post(x(7), Origin.USER);
        now(anns.session().sharing().receive(fromBob, PEER));
        now(edited);
        assertTrue(now(saved) instanceof Saved.Written);
        var problem = anns.session().status().problems().getLast();
        assertEquals("core::Transform.position.x", problem.field());
        now(anns.session().save());
        assertFalse(anns.session().status().problems().contains(problem));
    }

    private static void awaitWritten(Path composite) {
        var written = Pattern.compile("\"y\": 3\\b");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!written.matcher(text(composite)).find() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    @Test
    void whatCannotBeTakenOfWhatOthersWroteIsAmongTheProblems() {
        var type = anns.session().snapshot().types().find("core::Transform").orElseThrow();
        List<CrdtMessage> broken =
                List.of(new CrdtMessage.PutComponent(BOX, type.id(), 9, new byte[3]));
        now(anns.session().receive(broken, PEER));
        assertEquals(
                "What others wrote of "
                        + BOX
                        + " is ignored, core::Transform: a Transform of 3 bytes, not 44.",
                anns.session().status().problems().getLast().message());
    }

    @Test
    void linksHearOfWhatColleaguesWrote() {
        var heard = new Recorder("viewport");
        try (var registration = bobs.session().link(heard)) {
            now(anns.session().post(x(7), Origin.USER));
            deliver();
        }
        assertEquals(List.of("Merge"), heard.labels());
    }

    @Test
    void newEntitiesGetLeasedNumbers() {
        assertEquals(2, now(anns.session().sharing().lease(new NumberBlock(700, 2))));
        var spawn = new Edit.Spawn("Lid", Edit.Place.TOP, new LinkedHashMap<>());
        assertTrue(now(anns.session().post(spawn, Origin.USER)) instanceof Outcome.Accepted);
        assertTrue(anns.session().snapshot().withNumber(700).isPresent());
    }

    @Test
    void whoeverIsLeftGoesOnAlone() {
        now(anns.session().sharing().present(Set.of("ann", "bob")));
        now(anns.session().post(x(7), Origin.USER));
        now(bobs.session().post(y(9), Origin.USER));
        var fromBob =
                mail.stream().filter(batch -> batch.author().address().equals("bob")).toList();
        mail.clear();
        fromBob.forEach(batch -> now(anns.session().sharing().receive(batch, PEER)));
        now(anns.session().sharing().present(Set.of("ann")));
        assertEquals(7, anns.x());
    }
}
