// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.scenewright.runtime.OpenScene.BOX;
import static org.scenewright.runtime.OpenScene.now;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.crdt.CrdtMessage;
import org.scenewright.crdt.CrdtWriter;
import org.scenewright.crdt.Entity;
import org.scenewright.crdt.LwwStore;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Origin;
import org.scenewright.scene.Pose;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;

/** People and a script write whatever comes to their minds, at once. */
class PlayRandomTest {
    @TempDir Path directory;

    /** A script that writes at random, and knows what it wrote and was told. */
    private static final class Wild {
        private final Random random;
        private final LwwStore store = new LwwStore();

        Wild(Random random) {
            this.random = random;
        }

        ByteBuffer writes() {
            var out = new CrdtWriter();
            for (int i = random.nextInt(6); i > 0; i--) {
                write(new Entity(512 + random.nextInt(12)), out);
            }
            var bytes = out.bytes();
            return ByteBuffer.allocate(bytes.remaining()).put(bytes).flip();
        }

        private void write(Entity entity, CrdtWriter out) {
            switch (random.nextInt(8)) {
                case 0 -> store.remove(entity, FakeHost.TRANSFORM).ifPresent(out::write);
                case 1 -> store.remove(entity).forEach(out::write);
                default -> store.put(entity, FakeHost.TRANSFORM, place(), out);
            }
        }

        private ByteBuffer place() {
            var at = new Pose.Vec(random.nextInt(100), 0, 0);
            var parent = new Entity(random.nextBoolean() ? 0 : 512 + random.nextInt(12));
            var put = (CrdtMessage.PutComponent) FakeHost.transform(BOX, 1, at, parent);
            return ByteBuffer.wrap(put.data());
        }

        void hears(List<CrdtMessage> answer) {
            store.merge(FakeHost.FakeScript.bytes(answer), cell -> {});
        }
    }

    private static Edit edit(Random random, SceneSnapshot document) {
        var all = document.entities();
        var entity = all.get(random.nextInt(all.size()));
        return switch (random.nextInt(6)) {
            case 0 -> new Edit.Despawn(List.of(entity));
            case 1 -> new Edit.Rename(entity, "n" + random.nextInt(9));
            case 2, 3 -> {
                var components = new LinkedHashMap<String, Value>();
                components.put(SceneSnapshot.TRANSFORM, Pose.IDENTITY.toValue());
                yield new Edit.Spawn("New", Edit.Place.under(entity), components);
            }
            default ->
                    new Edit.Set(
                            entity,
                            SceneSnapshot.TRANSFORM,
                            FieldPath.parse("position.z"),
                            Value.of(random.nextInt(100)));
        };
    }

    private static void act(SceneSession session, Random random) {
        switch (random.nextInt(5)) {
            case 0 -> now(session.undo());
            case 1 -> now(session.redo());
            default -> now(session.post(edit(random, session.snapshot()), Origin.USER));
        }
    }

    private static Wild plays(PlayStage.Played played, Random random) {
        var wild = new Wild(random);
        var script = played.script();
        int[] heard = {0};
        script.whenReplied(() -> {});
        script.sends(
                        0,
                        frame -> {
                            script.replies().stream().skip(heard[0]).forEach(wild::hears);
                            heard[0] = script.replies().size();
                            return wild.writes();
                        })
                .starts();
        return wild;
    }

    private void check(long seed) {
        var edits = new Random(seed);
        var same = new Random(seed);
        var timing = new Random(seed + 1);
        try (var stage = new PlayStage(directory.resolve("s" + seed))) {
            var played = stage.play();
            var control = stage.open();
            plays(played, new Random(seed + 2));
            for (int i = 0; i < 60; i++) {
                act(played.scene().session(), edits);
                act(control.session(), same);
                stage.frames(timing.nextInt(3));
            }
            played.play().close();
            now(played.scene().session().save());
            now(control.session().save());
            assertEquals(control.onDisk(), played.scene().onDisk(), "seed " + seed);
        }
    }

    @Test
    void afterAPlayTheDocumentIsWhatTheEditsAloneMadeOfIt() {
        for (long seed = 1; seed <= 8; seed++) {
            check(seed);
        }
    }

    @Test
    void theScriptAndTheRunningSceneAgreeInTheEnd() {
        for (long seed = 100; seed < 108; seed++) {
            checkAgreement(seed);
        }
    }

    private void checkAgreement(long seed) {
        var edits = new Random(seed);
        try (var stage = new PlayStage(directory.resolve("a" + seed))) {
            var played = stage.play();
            var wild = plays(played, new Random(seed + 2));
            for (int i = 0; i < 60; i++) {
                act(played.scene().session(), edits);
                stage.frames(edits.nextInt(3));
            }
            stage.frames(2);
            played.play().pause();
            stage.frames(2);
            wild.hears(played.script().replies().getLast());
            var now = played.now();
            for (var entity : now.entities()) {
                var told = wild.store.data(entity, FakeHost.TRANSFORM);
                told.filter(bytes -> !entity.isReserved())
                        .ifPresent(bytes -> assertArrayEquals(bytes, data(now, entity), "" + seed));
            }
        }
    }

    private static byte[] data(SceneSnapshot now, Entity entity) {
        var type = now.types().find(SceneSnapshot.TRANSFORM).orElseThrow();
        return now.value(entity, SceneSnapshot.TRANSFORM)
                .map(type.codec()::toBytes)
                .orElse(new byte[0]);
    }
}
