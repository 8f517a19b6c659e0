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
import org.scenewright.scene.Batch;
import org.scenewright.scene.Edit;
import org.scenewright.scene.NumberBlock;
import org.scenewright.scene.Origin;
import org.scenewright.scene.Outcome;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

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
            var other = batch.author().equals("ann") ? bobs : anns;
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
        var fromBob = mail.stream().filter(batch -> batch.author().equals("bob")).toList();
        mail.clear();
        fromBob.forEach(batch -> now(anns.session().sharing().receive(batch, PEER)));
        now(anns.session().sharing().present(Set.of("ann")));
        assertEquals(7, anns.x());
    }
}
