// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.runtime.OpenScene.BOX;
import static org.scenewright.runtime.OpenScene.COMPOSITE;
import static org.scenewright.runtime.OpenScene.compositeAt;
import static org.scenewright.runtime.OpenScene.now;
import static org.scenewright.runtime.OpenScene.x;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Origin;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

class TakingInTest {
    private static final TakenIn MERGED = new TakenIn.Merged(List.of());
    private static final String CONFLICT =
            "\"Box\" (512): core::Transform.position.x was changed on both sides;"
                    + " it stays 7, the other side has 9.";

    @TempDir Path directory;
    private OpenScene scene;
    private SceneSession session;

    @BeforeEach
    void open() throws IOException {
        scene = new OpenScene(directory);
        session = scene.session();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private static String named(String composite, String name) {
        return composite.replace("\"Box\"", "\"" + name + "\"");
    }

    @Test
    void withoutAChangeThereIsNothingToTakeIn() {
        assertEquals(new TakenIn.Nothing(), now(session.takeIn()));
    }

    @Test
    void whatSomebodyElseWroteIsShownAndTheSceneIsClean() throws IOException {
        scene.somebodyWrites(named(COMPOSITE, "Theirs"));
        assertEquals(MERGED, now(session.takeIn()));
        assertEquals("Theirs", session.snapshot().name(BOX));
        assertFalse(session.status().dirty());
        assertEquals(new TakenIn.Nothing(), now(session.takeIn()));
    }

    @Test
    void whatIsNotSavedStaysAndSavingWritesBoth() throws IOException {
        now(session.post(x(7), Origin.USER));
        scene.somebodyWrites(named(COMPOSITE, "Theirs"));
        assertEquals(MERGED, now(session.takeIn()));
        assertEquals("Theirs", session.snapshot().name(BOX));
        assertEquals(7, scene.x());
        assertTrue(session.status().dirty());
        assertInstanceOf(Saved.Written.class, now(session.save()));
        assertEquals(named(compositeAt("7"), "Theirs"), scene.onDisk());
        assertFalse(session.status().dirty());
    }

    @Test
    void savingTakesInByItself() throws IOException {
        now(session.post(x(7), Origin.USER));
        scene.somebodyWrites(named(COMPOSITE, "Theirs"));
        assertInstanceOf(Saved.Written.class, now(session.save()));
        assertEquals(named(compositeAt("7"), "Theirs"), scene.onDisk());
    }

    @Test
    void undoTakesBackOnlyWhatWasDoneHere() throws IOException {
        now(session.post(x(7), Origin.USER));
        scene.somebodyWrites(named(COMPOSITE, "Theirs"));
        now(session.takeIn());
        now(session.undo());
        assertEquals(1.5, scene.x());
        assertEquals("Theirs", session.snapshot().name(BOX));
        assertEquals(Optional.empty(), session.status().undoLabel());
        now(session.redo());
        assertEquals(7, scene.x());
    }

    @Test
    void whatCouldBeRedoneStillCan() throws IOException {
        now(session.post(x(7), Origin.USER));
        now(session.undo());
        scene.somebodyWrites(named(COMPOSITE, "Theirs"));
        now(session.takeIn());
        now(session.redo());
        assertEquals(7, scene.x());
        assertEquals("Theirs", session.snapshot().name(BOX));
    }

    @Test
    void undoingAFieldThatTheyWroteOverLeavesTheirs() throws IOException {
        now(session.post(x(7), Origin.USER));
        now(session.save());
        scene.somebodyWrites(compositeAt("9"));
        now(session.takeIn());
        now(session.undo());
        assertEquals(9, scene.x());
    }

    @Test
    void theBaseIsWhatWasWrittenLast() throws IOException {
        now(session.post(x(7), Origin.USER));
        now(session.save());
        scene.somebodyWrites(named(compositeAt("7"), "Theirs"));
        assertEquals(MERGED, now(session.takeIn()));
        assertFalse(session.status().dirty());
        now(session.post(x(8), Origin.USER));
        scene.somebodyWrites(named(compositeAt("7"), "Again"));
        assertInstanceOf(Saved.Written.class, now(session.save()));
        assertEquals(named(compositeAt("8"), "Again"), scene.onDisk());
    }

    @Test
    void aConflictKeepsOursAndIsAmongTheProblemsUntilItIsSaved() throws IOException {
        now(session.post(x(7), Origin.USER));
        scene.somebodyWrites(named(compositeAt("9"), "Theirs"));
        String told = CONFLICT.replace("Box", "Theirs");
        assertEquals(new TakenIn.Merged(List.of(told)), now(session.takeIn()));
        assertEquals(7, scene.x());
        assertEquals("Theirs", session.snapshot().name(BOX));
        var problem = session.status().problems().getLast();
        assertEquals(told, problem.message());
        assertEquals("assets/scene/main.composite", problem.file());
        assertEquals("512", problem.entity());
        assertInstanceOf(Saved.Written.class, now(session.save()));
        assertEquals(named(compositeAt("7"), "Theirs"), scene.onDisk());
        assertFalse(session.status().problems().contains(problem));
    }

    @Test
    void aConflictThatIsFoundWhileSavingWritesNothingUnasked() throws IOException {
        now(session.post(x(7), Origin.USER));
        scene.somebodyWrites(compositeAt("9"));
        assertEquals(
                new Saved.ChangedOnDisk(List.of("assets/scene/main.composite"), List.of(CONFLICT)),
                now(session.save()));
        assertEquals(compositeAt("9"), scene.onDisk());
        assertInstanceOf(Saved.Written.class, now(session.overwrite()));
        assertEquals(compositeAt("7"), scene.onDisk());
    }

    @Test
    void theSameEditOnDiskMakesTheSceneClean() throws IOException {
        now(session.post(x(7), Origin.USER));
        scene.somebodyWrites(compositeAt("7"));
        assertEquals(MERGED, now(session.takeIn()));
        assertFalse(session.status().dirty());
    }

    @Test
    void entitiesThatBothAddedBothSurvive() throws IOException {
        now(
                session.post(
                        new Edit.Spawn("Ours", Edit.Place.TOP, new LinkedHashMap<>()),
                        Origin.USER));
        scene.somebodyWrites(
                COMPOSITE.replace(
                        "\"data\": {\n"
                                + "        \"512\": {\n"
                                + "          \"json\": {\n"
                                + "            \"value\"",
                        "\"data\": {\n"
                                + "        \"513\": {\"json\": {\"value\": \"Theirs\"}},\n"
                                + "        \"512\": {\n"
                                + "          \"json\": {\n"
                                + "            \"value\""));
        assertEquals(MERGED, now(session.takeIn()));
        var names = session.snapshot().entities().stream().map(session.snapshot()::name).toList();
        assertEquals(List.of("Scene", "Box", "Ours", "Theirs"), names);
    }

    @Test
    void theSettingsAreTakenInToo() throws IOException {
        now(session.post(x(7), Origin.USER));
        Files.writeString(
                directory.resolve("scene.json"),
                "{\n  \"display\": {\n    \"title\": \"Harbour\"\n  }\n}");
        assertEquals(MERGED, now(session.takeIn()));
        assertEquals("Harbour", session.snapshot().settings().text("display.title", ""));
        assertEquals(7, scene.x());
    }

    @Test
    void halfAFileIsNotTakenIn() throws IOException {
        now(session.post(x(7), Origin.USER));
        scene.somebodyWrites(COMPOSITE.substring(0, 200));
        assertInstanceOf(TakenIn.Unusable.class, now(session.takeIn()));
        assertEquals(7, scene.x());
        assertInstanceOf(Saved.ChangedOnDisk.class, now(session.save()));
        assertEquals(COMPOSITE.substring(0, 200), scene.onDisk());
    }

    @Test
    void anEmptyFileAndAMissingOneEmptyNothing() throws IOException {
        scene.somebodyWrites("");
        assertInstanceOf(TakenIn.Unusable.class, now(session.takeIn()));
        Files.delete(directory.resolve("assets/scene/main.composite"));
        assertInstanceOf(TakenIn.Unusable.class, now(session.takeIn()));
        Files.writeString(directory.resolve("assets/scene/main.composite"), COMPOSITE);
        Files.writeString(directory.resolve("scene.json"), "{ not");
        assertInstanceOf(TakenIn.Unusable.class, now(session.takeIn()));
        assertEquals("Box", session.snapshot().name(BOX));
        assertEquals("Yard", session.snapshot().settings().text("display.title", ""));
    }

    @Test
    void linksHearOfItAsFromDisk() throws IOException {
        var viewport = new Recorder("");
        try (var ignored = session.link(viewport)) {
            scene.somebodyWrites(named(COMPOSITE, "Theirs"));
            now(session.takeIn());
            assertEquals(List.of("Change on disk"), viewport.labels());
        }
    }

    @Test
    void aConfiguredFieldConflictsInSceneJson() throws IOException {
        now(
                session.post(
                        new Edit.Configure(FieldPath.of("display", "title"), Value.of("Ours")),
                        Origin.USER));
        Files.writeString(directory.resolve("scene.json"), "{\"display\": {\"title\": \"B\"}}");
        assertInstanceOf(TakenIn.Merged.class, now(session.takeIn()));
        assertEquals("scene.json", session.status().problems().getLast().file());
        assertEquals("Ours", session.snapshot().settings().text("display.title", ""));
    }
}
