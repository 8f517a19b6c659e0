// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.scene.SceneCheck.accepted;
import static org.scenewright.scene.SceneCheck.put;
import static org.scenewright.scene.SceneCheck.rename;
import static org.scenewright.scene.SceneCheck.set;
import static org.scenewright.scene.SceneCheck.spawn;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.Schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

class JournalTest {
    private static final String X = "core::Transform.position.x";
    private static final String RECOVERED = "The edits that were not saved last time are back.";

    @TempDir Path directory;

    @BeforeEach
    void create() {
        JournaledScene.create(directory, "Box\nLid\n").close();
    }

    private JournaledScene open() {
        return JournaledScene.open(directory);
    }

    /** Opens the scene, does something, and loses the process; what is open after that counts. */
    private JournaledScene crashAfter(SceneCheck.NamedEdit... edits) {
        try (var scene = open()) {
            for (var edit : edits) {
                accepted(scene.scene(), edit);
            }
            return scene.crashed(directory.resolve("crash"));
        }
    }

    private static String text(JournaledScene scene) {
        return SceneText.print(scene.scene().snapshot());
    }

    @Test
    void lookingAtASceneLeavesNothingBehind() {
        var base = directory.resolve("journal/base");
        try (var scene = open()) {
            scene.sync();
            assertFalse(Files.exists(scene.file()));
            assertTrue(Files.exists(base));
            assertEquals(Optional.empty(), scene.opened().notice());
        }
        assertFalse(Files.exists(base));
    }

    @Test
    void anEditThatWasNotSavedComesBackUnsavedAndCanBeUndone() {
        try (var back = crashAfter(set("Box", X, "7"))) {
            assertEquals("Box at 7,0,0\nLid\n", text(back));
            assertTrue(back.isDirty());
            assertEquals(Optional.of(RECOVERED), back.opened().notice());
            back.scene().undo();
            assertEquals("Box\nLid\n", text(back));
            assertFalse(back.isDirty());
        }
    }

    @Test
    void theListOfTheEditorSurvivesARestart() throws IOException {
        var file = directory.resolve("yard/assets/scene/main.composite");
        Files.writeString(
                file,
                """
                {"version":1,"components":[
                {"name":"core::Transform","data":{"512":{"json":{"position":{"x":0,"y":0,"z":0},\
                "scale":{"x":1,"y":1,"z":1},"rotation":{"x":0,"y":0,"z":0,"w":1},"parent":0}}}},
                {"name":"core-schema::Name","data":{"512":{"json":{"value":"Box"}}}},
                {"name":"inspector::Nodes","jsonSchema":{"type":"object","serializationType":"unknown"},\
                "data":{"0":{"json":{"value":[{"entity":0,"children":[512]},\
                {"entity":512,"children":[]}]}}}}]}
                """);
        try (var scene = open()) {
            accepted(scene.scene(), spawn("Lid", "Box"));
            scene.save();
        }
        var saved = Files.readString(file);
        assertTrue(saved.contains("\"children\":[513]"), saved);
        try (var back = open()) {
            back.save();
            assertEquals(saved, Files.readString(file));
            accepted(back.scene(), set("Box", X, "7"));
            back.save();
            assertEquals(saved.replaceFirst("\"x\":0", "\"x\":7"), Files.readString(file));
        }
    }

    @Test
    void whatWasUndoneCanBeRedoneAfterARestart() {
        try (var scene = open()) {
            accepted(scene.scene(), set("Box", X, "7"));
            scene.scene().undo();
        }
        try (var back = open()) {
            assertFalse(back.isDirty());
            assertEquals(Optional.empty(), back.opened().notice());
            back.scene().redo();
            assertEquals("Box at 7,0,0\nLid\n", text(back));
        }
    }

    @Test
    void undoSurvivesSavingAndARestart() {
        try (var scene = open()) {
            accepted(scene.scene(), set("Box", X, "7"));
            scene.save();
        }
        try (var back = open()) {
            assertEquals("Box at 7,0,0\nLid\n", text(back));
            assertFalse(back.isDirty());
            back.scene().undo();
            assertEquals("Box\nLid\n", text(back));
            assertTrue(back.isDirty());
        }
    }

    @Test
    void whatIsNotSavedOnClosingIsGoneButUndoOfWhatWasSavedStays() {
        try (var scene = open()) {
            accepted(scene.scene(), set("Box", X, "7"));
            scene.save();
            accepted(scene.scene(), rename("Lid", "Cover"));
        }
        try (var back = open()) {
            assertEquals("Box at 7,0,0\nLid\n", text(back));
            assertFalse(back.isDirty());
            assertEquals(Optional.of("Move Box"), back.scene().undoLabel());
        }
    }

    @Test
    void whatCameBackAndIsNotSavedOnClosingIsGoneToo() {
        var crash = directory.resolve("crash");
        crashAfter(set("Box", X, "7")).close();
        try (var back = JournaledScene.open(crash)) {
            assertEquals("Box\nLid\n", text(back));
            assertFalse(back.isDirty());
        }
    }

    @Test
    void gesturesGoOnCountingWhereTheyWere() {
        try (var scene = open()) {
            accepted(scene.scene(), set("Box", X, "7"), Origin.gesture(41));
            try (var back = scene.crashed(directory.resolve("crash"))) {
                assertEquals(41, back.opened().lastGesture());
            }
        }
    }

    @Test
    void aSecondWindowRunsWithoutAJournalAndSaysSo() {
        try (var first = open();
                var second = open()) {
            accepted(first.scene(), set("Box", X, "7"));
            assertEquals(Optional.empty(), second.opened().journal());
            assertTrue(second.opened().notice().orElse("").contains("open elsewhere"));
            accepted(second.scene(), set("Box", X, "8"));
            assertEquals("Box at 8,0,0\nLid\n", text(second));
        }
    }

    @Test
    void aFolderThatCannotBeOneCostsTheJournalAndNotTheScene() throws IOException {
        var folder = directory.resolve("journal");
        try (var all = Files.list(folder)) {
            for (var path : all.toList()) {
                Files.delete(path);
            }
        }
        Files.delete(folder);
        Files.writeString(folder, "no folder");
        try (var scene = open()) {
            assertEquals("Box\nLid\n", text(scene));
            assertTrue(scene.opened().notice().orElse("").contains("not protected"));
        }
    }

    @Test
    void aJournalThatIsNoneIsPutAside() throws IOException {
        Files.writeString(directory.resolve("journal/journal"), "{}");
        try (var scene = open()) {
            assertEquals("Box\nLid\n", text(scene));
            assertTrue(scene.opened().notice().orElse("").contains("damaged"));
            assertEquals("{}", Files.readString(directory.resolve("journal/journal.damaged")));
        }
    }

    @Test
    void whatOthersMadeOfTheFilesMeanwhileIsNews() {
        var crash = directory.resolve("crash");
        crashAfter(set("Box", X, "7")).close(true);
        JournaledScene.write(crash.resolve("yard"), SceneText.read("Box\nLid at 0,5,0\n"));
        try (var back = JournaledScene.open(crash)) {
            var news = back.opened().news().orElseThrow();
            assertEquals("Box\nLid\n", SceneText.print(news.base()));
            var taken = back.scene().takeIn(news.base(), news.read().snapshot());
            assertEquals(0, taken.conflicts().size());
            assertEquals("Box at 7,0,0\nLid at 0,5,0\n", text(back));
            back.scene().undo();
            assertEquals("Box\nLid at 0,5,0\n", text(back));
        }
    }

    @Test
    void filesThatCannotBeReadLeaveTheJournalForLater() throws IOException {
        var crash = directory.resolve("crash");
        crashAfter(set("Box", X, "7")).close(true);
        var composite = crash.resolve("yard/assets/scene/main.composite");
        byte[] good = Files.readAllBytes(composite);
        Files.writeString(composite, "<<<<<<< ours");
        try (var broken = JournaledScene.open(crash)) {
            assertEquals(Optional.empty(), broken.opened().journal());
        }
        Files.write(composite, good);
        try (var back = JournaledScene.open(crash)) {
            assertEquals("Box at 7,0,0\nLid\n", text(back));
        }
    }

    @Test
    void anEndlessDragDoesNotFillTheDisk() throws IOException {
        try (var scene = open()) {
            var tag = "x".repeat(100_000);
            for (int i = 0; i < 200; i++) {
                var json = "{\"tags\":[\"" + tag + i + "\"]}";
                accepted(scene.scene(), put("Box", "core-schema::Tags", json), Origin.gesture(1));
                scene.sync();
                assertTrue(Files.size(scene.file()) < 5 << 20, "grew without end");
            }
            try (var back = scene.crashed(directory.resolve("crash"))) {
                JournaledScene.checkSame(scene.scene(), back.scene());
                back.scene().undo();
                assertEquals("Box\nLid\n", text(back));
            }
        }
    }

    @Test
    void aDiskThatFailsIsToldToWhoeverWaits() throws IOException {
        try (var scene = open()) {
            // Nothing can be renamed to a folder that is not empty.
            Files.createDirectories(scene.file().resolve("in the way"));
            accepted(scene.scene(), set("Box", X, "7"));
            var durable = scene.journal().durable();
            var failure = assertThrows(ExecutionException.class, durable::get);
            assertTrue(failure.getCause() instanceof IOException);
            Files.delete(scene.file().resolve("in the way"));
            Files.delete(scene.file());
            scene.save();
            scene.sync();
            assertTrue(Files.size(scene.file()) > 0);
        }
    }

    @Test
    void aComponentTypeThatCameWithAnEditComesBackToo() {
        var goal = SceneText.read("Box\n");
        var type = ComponentType.declared("yard::Door", new Schema.Struct(List.of()));
        try (var scene = open()) {
            scene.scene()
                    .replace(
                            goal.withTypes(goal.types().with(type)),
                            Origin.link(Origin.Kind.DISK, ""),
                            "Revert");
            accepted(scene.scene(), spawn("Door", "Box"));
            try (var back = scene.crashed(directory.resolve("crash"))) {
                assertEquals(
                        Optional.of(type.schema()),
                        back.scene().snapshot().types().find("yard::Door").map(t -> t.schema()));
            }
        }
    }
}
