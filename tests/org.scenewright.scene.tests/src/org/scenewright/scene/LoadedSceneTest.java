// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.CoreComponents;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

class LoadedSceneTest {
    private static final ComponentTypes CORE = CoreComponents.load();
    private static final Entity A = new Entity(512);
    private static final String COMPOSITE = "assets/scene/main.composite";
    private static final String NAMES = "assets/scene/entity-names.ts";
    private static final String SCENE =
            "{\"components\":[{\"name\":\"core-schema::Name\",\"data\":{\"512\":{\"json\":{\"value\":\"A\"}}}}]}\n";
    private static final String SETTINGS =
            "{\"display\":{\"title\":\"T\"},\"scene\":{\"parcels\":[\"0,0\"],\"base\":\"0,0\"}}";

    @TempDir private Path folder;

    @BeforeEach
    void writeScene() throws IOException {
        write(COMPOSITE, SCENE);
        write("scene.json", SETTINGS);
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(folder.resolve(path).resolveSibling(""));
        Files.writeString(folder.resolve(path), text);
    }

    private String text(String path) throws IOException {
        return Files.readString(folder.resolve(path));
    }

    private LoadedScene open() {
        return LoadedScene.open(SceneProject.of(folder), CORE);
    }

    private static SceneSnapshot named(LoadedScene scene, String name) {
        var value = Value.fields("value", Value.of(name));
        return scene.snapshot().with(A, SceneSnapshot.NAME, Optional.of(value));
    }

    private static SceneSnapshot titled(LoadedScene scene, String title) {
        var settings = scene.snapshot().settings();
        return scene.snapshot()
                .withSettings(settings.with(FieldPath.of("display", "title"), Value.of(title)));
    }

    private static void checkWritten(SaveResult result, String... files) {
        assertEquals(new SaveResult.Written(List.of(files)), result);
    }

    private void checkFiles(String... names) throws IOException {
        try (var files = Files.walk(folder)) {
            var found =
                    files.filter(Files::isRegularFile)
                            .map(f -> folder.relativize(f).toString())
                            .sorted()
                            .toList();
            assertEquals(List.of(names), found);
        }
    }

    @Test
    void theFilesAreReadBeforeTheTypesAreThere() {
        var scene =
                LoadedScene.open(
                        SceneProject.of(folder),
                        () -> {
                            assertTrue(folder.resolve(COMPOSITE).toFile().delete());
                            return CORE;
                        });
        assertTrue(scene.snapshot().holds(A));
    }

    @Test
    void whatNobodyChangedIsNotWritten() throws IOException {
        var before = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(folder.resolve(COMPOSITE), before);
        var scene = open();
        assertEquals(List.of(), scene.problems());
        checkWritten(scene.save(scene.snapshot()));
        assertEquals(before, Files.getLastModifiedTime(folder.resolve(COMPOSITE)));
        checkFiles(COMPOSITE, "scene.json");
    }

    @Test
    void onlyTheFileThatChangedIsWritten() throws IOException {
        var scene = open();
        checkWritten(scene.save(titled(scene, "U")), "scene.json");
        assertEquals(SETTINGS.replace("\"T\"", "\"U\""), text("scene.json"));
        checkWritten(scene.save(titled(scene, "U")));
        checkFiles(COMPOSITE, "scene.json");
    }

    @Test
    void aNewNameIsWrittenForScripts() throws IOException {
        var scene = open();
        checkWritten(scene.save(named(scene, "B")), COMPOSITE, NAMES);
        assertEquals(SCENE.replace("\"A\"", "\"B\""), text(COMPOSITE));
        assertTrue(text(NAMES).contains("  B = \"B\",\n"));
    }

    @Test
    void aNameThatIsGoneIsNotWrittenForScripts() throws IOException {
        write(NAMES, "kept");
        var scene = open();
        var nameless = scene.snapshot().with(A, SceneSnapshot.NAME, Optional.empty());
        checkWritten(scene.save(nameless), COMPOSITE);
        assertEquals("kept", text(NAMES));
    }

    @Test
    void anotherCompositeHasNoNames() throws IOException {
        write("door.composite", SCENE);
        var scene = LoadedScene.open(SceneProject.of(folder.resolve("door.composite")), CORE);
        checkWritten(scene.save(named(scene, "B")), "door.composite");
    }

    @Test
    void savingAgainAndAgainWorks() throws IOException {
        var scene = open();
        scene.save(named(scene, "B"));
        checkWritten(scene.save(named(scene, "A")), COMPOSITE, NAMES);
        assertEquals(SCENE, text(COMPOSITE));
        assertFalse(scene.changedOnDisk());
    }

    @Test
    void changesOfOthersAreNotWrittenOver() throws IOException {
        var scene = open();
        var time = Files.getLastModifiedTime(folder.resolve(COMPOSITE));
        String theirs = SCENE.replace("\"A\"", "\"C\"");
        write(COMPOSITE, theirs);
        // The same size and the same time: only the bytes tell.
        Files.setLastModifiedTime(folder.resolve(COMPOSITE), time);
        assertTrue(scene.changedOnDisk());
        assertEquals(List.of(COMPOSITE), scene.filesChangedOnDisk());
        assertEquals(
                new SaveResult.ChangedOnDisk(List.of(COMPOSITE)), scene.save(named(scene, "B")));
        assertEquals(theirs, text(COMPOSITE));
        checkWritten(scene.overwrite(named(scene, "B")), COMPOSITE, NAMES);
        assertEquals(SCENE.replace("\"A\"", "\"B\""), text(COMPOSITE));
    }

    @Test
    void overwritingBringsBackWhatNobodyHereChanged() throws IOException {
        var scene = open();
        write(COMPOSITE, "theirs");
        checkWritten(scene.save(scene.snapshot()));
        assertEquals("theirs", text(COMPOSITE));
        checkWritten(scene.overwrite(scene.snapshot()), COMPOSITE);
        assertEquals(SCENE, text(COMPOSITE));
    }

    @Test
    void aFileTouchedButNotChangedIsNoChange() throws IOException {
        var scene = open();
        Files.setLastModifiedTime(folder.resolve(COMPOSITE), FileTime.fromMillis(1));
        assertFalse(scene.changedOnDisk());
    }

    @Test
    void aDeletedFileIsAChange() throws IOException {
        var scene = open();
        Files.delete(folder.resolve("scene.json"));
        assertEquals(List.of("scene.json"), scene.filesChangedOnDisk());
    }

    @Test
    void permissionsStay() throws IOException {
        var file = folder.resolve(COMPOSITE);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-x--x"));
        var scene = open();
        scene.save(named(scene, "B"));
        assertEquals(
                "rw-r-x--x", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void aLinkStaysALink() throws IOException {
        write("elsewhere/real.json", SCENE);
        Files.delete(folder.resolve(COMPOSITE));
        Files.createSymbolicLink(folder.resolve(COMPOSITE), folder.resolve("elsewhere/real.json"));
        var scene = open();
        scene.save(named(scene, "B"));
        assertTrue(Files.isSymbolicLink(folder.resolve(COMPOSITE)));
        assertEquals(SCENE.replace("\"A\"", "\"B\""), text("elsewhere/real.json"));
    }

    /** A stranger's project must not get us to write over the user's own files. */
    @ParameterizedTest
    @ValueSource(strings = {NAMES, COMPOSITE})
    void aLinkOutOfTheProjectIsNotWrittenThrough(String linked, @TempDir Path outside)
            throws IOException {
        var mine = Files.writeString(outside.resolve("mine"), SCENE);
        Files.deleteIfExists(folder.resolve(linked));
        Files.createSymbolicLink(folder.resolve(linked), mine);
        var scene = open();
        assertEquals(
                new SaveResult.Failed(linked + " leads out of the project and is not written."),
                scene.save(named(scene, "B")));
        assertEquals(SCENE, Files.readString(mine));
        assertEquals(SCENE, text(COMPOSITE));
    }

    @Test
    void aLinkedFolderOutOfTheProjectIsNotWrittenInto(@TempDir Path outside) throws IOException {
        Files.delete(folder.resolve(COMPOSITE));
        Files.delete(folder.resolve("assets/scene"));
        Files.createSymbolicLink(folder.resolve("assets/scene"), outside);
        var scene = open();
        var spawned = scene.snapshot().withNode(new SceneSnapshot.Node(A, Entity.ROOT, List.of()));
        var named =
                spawned.with(
                        A, SceneSnapshot.NAME, Optional.of(Value.fields("value", Value.of("B"))));
        assertTrue(
                scene.overwrite(named) instanceof SaveResult.Failed(var m)
                        && m.contains("leads out"));
    }

    @Test
    void missingFilesAreToldAndMadeWhenNeeded() throws IOException {
        Files.delete(folder.resolve(COMPOSITE));
        Files.delete(folder.resolve("scene.json"));
        var scene = open();
        assertEquals(
                List.of(COMPOSITE, "scene.json"),
                scene.problems().stream().map(Problem::file).toList());
        checkWritten(scene.save(scene.snapshot()));
        checkFiles();
        checkWritten(scene.save(titled(scene, "New")), "scene.json");
        assertEquals("{\n  \"display\": {\n    \"title\": \"New\"\n  }\n}", text("scene.json"));
    }

    @Test
    void aBrokenFileIsNotWrittenOver() throws IOException {
        write(COMPOSITE, "{\"components\":[");
        write("scene.json", "{");
        var scene = open();
        assertEquals(
                List.of(Problem.Severity.ERROR, Problem.Severity.ERROR),
                scene.problems().stream().map(Problem::severity).toList());
        assertTrue(
                scene.save(titled(scene, "X")) instanceof SaveResult.Failed(var m)
                        && m.contains("scene.json"));
        var spawned = scene.snapshot().withNode(new SceneSnapshot.Node(A, Entity.ROOT, List.of()));
        assertTrue(
                scene.save(spawned) instanceof SaveResult.Failed(var m) && m.contains(COMPOSITE));
        assertTrue(scene.overwrite(spawned) instanceof SaveResult.Failed);
        checkWritten(scene.save(scene.snapshot()));
        assertEquals("{\"components\":[", text(COMPOSITE));
    }

    @Test
    void aHugeFileIsNotRead() throws IOException {
        try (var file = new RandomAccessFile(folder.resolve(COMPOSITE).toFile(), "rw")) {
            file.setLength(CompositeFile.LARGEST + 1L);
        }
        var scene = open();
        assertTrue(
                scene.problems().getFirst().message().contains("128 MiB"),
                scene.problems()::toString);
        assertEquals(1, scene.snapshot().size());
        assertFalse(scene.changedOnDisk());
    }

    @Test
    void aFolderInPlaceOfAFileIsTold() throws IOException {
        Files.delete(folder.resolve("scene.json"));
        Files.createDirectory(folder.resolve("scene.json"));
        assertTrue(open().problems().getFirst().message().contains("is no file"));
    }

    /** Reading a pipe or a device would wait, or go on, for ever. */
    @Test
    void whatIsNoFileIsNotReadWhenSavingEither() throws IOException {
        Files.createDirectory(folder.resolve(NAMES));
        var scene = open();
        assertEquals(new SaveResult.Failed(NAMES + " is no file."), scene.save(named(scene, "B")));
        assertEquals(SCENE, text(COMPOSITE));
    }

    @Test
    void anEmptyCompositeIsTold() throws IOException {
        write(COMPOSITE, "");
        assertTrue(open().problems().getFirst().message().contains("empty"));
    }

    @Test
    void aFolderThatCannotBeWrittenToIsTold() throws IOException {
        Files.delete(folder.resolve(COMPOSITE));
        Files.delete(folder.resolve("assets/scene"));
        write("assets/scene", "in the way");
        var scene = open();
        var spawned = named(scene, "A").withNode(new SceneSnapshot.Node(A, Entity.ROOT, List.of()));
        assertTrue(
                scene.save(spawned) instanceof SaveResult.Failed(var m) && m.contains(COMPOSITE));
    }
}
