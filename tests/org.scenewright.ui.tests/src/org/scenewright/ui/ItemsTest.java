// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scenewright.assets.Bitmap;
import org.scenewright.content.AssetCatalog;
import org.scenewright.content.AssetHash;
import org.scenewright.content.CatalogAsset;
import org.scenewright.content.Cid;
import org.scenewright.content.ContentStore;
import org.scenewright.content.MappedContent;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Placement;
import org.scenewright.scene.Pose;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Assets of a catalog and items of the project, placed in a scene in the real workbench. */
class ItemsTest {
    private static final byte[] SONG = "no real song".getBytes(StandardCharsets.UTF_8);
    private static final String FOLDER = "assets/asset-packs/old_song";
    private static final String FILE = FOLDER + "/a.mp3";

    private final Robot robot = new Robot();
    private final Resources resources = new Resources();
    private final Catalogs catalogs = CatalogsFactory.of(PlatformUI.getWorkbench());
    private BuiltScene scene;
    private OpenEditor open;
    private final List<String> told = new ArrayList<>();
    private volatile boolean isAway;

    /** A server that may be away. */
    private final class Server implements ContentStore {
        @Override
        public String base() {
            return "memory:";
        }

        @Override
        public byte[] bytes(AssetHash hash, long most) throws IOException {
            if (isAway) {
                throw new IOException("The server is away.");
            }
            return SONG;
        }
    }

    @BeforeEach
    void openAScene() {
        scene = BuiltScene.write(SceneText.boxes(), "items", "0,0");
        open = new OpenEditor(robot, scene.composite());
        open.ready();
        resources.own(open, OpenEditor::close);
    }

    @AfterEach
    void closeIt() {
        catalogs.catalog().remove("song");
        robot.letGo();
        resources.close();
    }

    private AssetCatalog.Entry song() {
        var contents = Map.of("a.mp3", Cid.of(SONG));
        var about = new CatalogAsset.About("Old Song", "", List.of(), "", "", "");
        var asset = new CatalogAsset("song", "Pack", about, "", Optional.empty(), contents);
        var entry = new AssetCatalog.Entry(asset, new MappedContent("", new Server(), contents));
        catalogs.catalog().put(entry);
        return entry;
    }

    private void place(AssetCatalog.Entry entry) {
        open.scene().imports().place(entry, Pose.IDENTITY, Edit.Place.TOP);
    }

    private Optional<Entity> named(String name) {
        var now = open.snapshot();
        return now.entities().stream().filter(e -> now.name(e).equals(name)).findFirst();
    }

    private void awaitEntity(String name) {
        robot.until(name + " is there", () -> named(name).isPresent());
    }

    private void save() {
        robot.until("there is something to save", () -> open.editor().isDirty());
        open.page().saveEditor(open.editor(), false);
        robot.until("it is saved", () -> !open.editor().isDirty());
    }

    private boolean isThere(String file) {
        return Files.exists(scene.folder().resolve(file));
    }

    private boolean isMarked() {
        return open.scene().problems().now().problems().stream()
                .anyMatch(problem -> problem.message().startsWith(FILE + " is not in the project"));
    }

    @Test
    void anAssetIsPlacedAsOneStepAndItsFilesAreImported() {
        place(song());
        awaitEntity("Old Song");
        var placed = named("Old Song").orElseThrow();
        robot.until("it is selected", () -> open.selected().equals(List.of(placed)));
        assertEquals(
                FILE,
                open.snapshot()
                        .value(placed, "core::AudioSource")
                        .map(value -> value.text("audioClipUrl", ""))
                        .orElse(""));
        assertTrue(open.snapshot().value(placed, Placement.BINDING).isPresent(), "it is bound");
        robot.until("its file is imported", () -> isThere(FILE));
        open.activate();
        robot.press("ctrl+z");
        robot.until("it is taken back", () -> named("Old Song").isEmpty());
        open.command("org.eclipse.ui.edit.redo");
        awaitEntity("Old Song");
    }

    @Test
    void whatCannotBeImportedIsMarkedAtSaveUntilItCan() {
        isAway = true;
        place(song());
        awaitEntity("Old Song");
        assertFalse(isThere(FILE), "it is not there yet");
        save();
        robot.until("it is marked", this::isMarked);
        isAway = false;
        new SceneEdits(open.scene()).rename(named("Old Song").orElseThrow(), "Song");
        awaitEntity("Song");
        song();
        save();
        robot.until("it is imported", () -> isThere(FILE));
        robot.until("the mark is gone", () -> !isMarked());
    }

    @Test
    void theSameAssetUsesItsFolderAgain() {
        place(song());
        awaitEntity("Old Song");
        robot.until("its file is imported", () -> isThere(FILE));
        place(song());
        awaitEntity("Old Song_2");
        assertFalse(isThere(FOLDER + "_2"), "there is one folder");
    }

    private Optional<AssetCatalog.Entry> item(String name) {
        return catalogs.catalog().entries().stream()
                .filter(CustomDeeds::isOne)
                .filter(entry -> entry.asset().about().name().equals(name))
                .findFirst();
    }

    @Test
    void anItemIsMadePlacedRenamedAndDeleted() {
        open.scene().select(List.of(OpenEditor.GREEN));
        robot.enter("Create Custom Item");
        open.command(SceneActions.PREFIX + "custom");
        robot.until("it is in the catalog", () -> item("Green").isPresent());
        assertTrue(isThere("custom/green/data.json"), "data");
        assertTrue(isThere("custom/green/composite.json"), "composite");
        assertTrue(isThere("custom/green/thumbnail.png"), "thumbnail");
        place(item("Green").orElseThrow());
        awaitEntity("Green_2");
        var made = named("Green_2").orElseThrow();
        assertEquals(
                open.snapshot().value(OpenEditor.GREEN, "core::Material"),
                open.snapshot().value(made, "core::Material"));
        assertTrue(open.snapshot().value(made, "inspector::CustomAsset").isPresent(), "its id");
        var deeds = deeds();
        var green = item("Green").orElseThrow();
        deeds.rename(green, "Lime");
        robot.until("it has another name", () -> item("Lime").isPresent());
        robot.answer("Delete Custom Item", "Yes");
        deeds.delete(item("Lime").orElseThrow());
        robot.until("it is gone", () -> item("Lime").isEmpty() && !isThere("custom/green"));
        awaitEntity("Green_2");
        deeds.rename(green, "Lemon");
        robot.until("that is told", () -> !told.isEmpty());
        assertEquals(List.of("Renaming the item Green failed: it is not there any more."), told);
    }

    @Test
    void thePictureOfAnItemShowsItAndNothingElse() throws IOException {
        open.scene().select(List.of(OpenEditor.GREEN));
        open.scene().imports().making().make("Lime", List.of(OpenEditor.GREEN));
        robot.until("it is in the catalog", () -> item("Lime").isPresent());
        var picture =
                Bitmap.decode(
                                Files.readAllBytes(
                                        scene.folder().resolve("custom/lime/thumbnail.png")))
                        .orElseThrow();
        assertEquals(256, picture.width());
        int middle = (128 * 256 + 128) * 4;
        var rgba = picture.rgba();
        assertTrue((rgba[middle + 1] & 0xFF) > 2 * (rgba[middle] & 0xFF), "it is green");
        assertEquals(255, rgba[middle + 3] & 0xFF, "it is solid");
        int others = 0;
        for (int i = 0; i < rgba.length; i += 4) {
            boolean isGreen = (rgba[i + 1] & 0xFF) > (rgba[i] & 0xFF);
            others += (rgba[i + 3] & 0xFF) > 128 && !isGreen ? 1 : 0;
        }
        assertEquals(0, others, "there are no handles");
        assertEquals(0, rgba[3], "there is nothing around it");
        deeds().deleteUnasked(item("Lime").orElseThrow());
        robot.until("it is gone", () -> item("Lime").isEmpty());
    }

    private CustomDeeds deeds() {
        return new CustomDeeds(open.editor().getSite().getShell(), UiThread.current(), told::add);
    }

    /** The local history would not keep all of it. */
    @Test
    void anItemWithALargeFileComesBackByteForByte() throws IOException, ExecutionException {
        open.scene().select(List.of(OpenEditor.GREEN));
        open.scene().imports().making().make("Mint", List.of(OpenEditor.GREEN));
        robot.until("it is in the catalog", () -> item("Mint").isPresent());
        var large = scene.folder().resolve("custom/mint/large.bin");
        byte[] bytes = new byte[2 << 20];
        new Random(1).nextBytes(bytes);
        Files.write(large, bytes);
        robot.until(
                "the catalog knows the file",
                () -> item("Mint").filter(ItemsTest::isLarge).isPresent());
        deeds().deleteUnasked(item("Mint").orElseThrow());
        robot.until("it is gone", () -> item("Mint").isEmpty() && !isThere("custom/mint"));
        assertEquals(List.of(), told);
        var support = PlatformUI.getWorkbench().getOperationSupport();
        var history = support.getOperationHistory();
        robot.until("it can be undone", () -> history.canUndo(support.getUndoContext()));
        history.undo(support.getUndoContext(), null, null);
        assertArrayEquals(bytes, Files.readAllBytes(large));
        robot.until("it is in the catalog again", () -> item("Mint").isPresent());
        history.dispose(support.getUndoContext(), true, true, false);
    }

    private static boolean isLarge(AssetCatalog.Entry entry) {
        return entry.asset().contents().containsKey("large.bin");
    }

    /** Whoever has the workspace does not hold it up, and it holds up nobody. */
    @Test
    void anItemIsLookedForWithoutTheWorkspace() {
        open.scene().select(List.of(OpenEditor.GREEN));
        robot.enter("Create Custom Item");
        open.command(SceneActions.PREFIX + "custom");
        robot.until("it is in the catalog", () -> item("Green").isPresent());
        var green = item("Green").orElseThrow();
        deeds().rename(green, "Lime");
        robot.until("it has another name", () -> item("Lime").isPresent());
        var rule = Workspace.root();
        Job.getJobManager().beginRule(rule, null);
        try {
            deeds().rename(green, "Lemon");
            robot.until("that is told", () -> !told.isEmpty());
        } finally {
            Job.getJobManager().endRule(rule);
        }
        assertEquals(
                List.of("Renaming the item Green failed: custom/green has changed meanwhile."),
                told);
        deeds().deleteUnasked(item("Lime").orElseThrow());
        robot.until("it is gone", () -> item("Lime").isEmpty());
    }

    @Test
    void theDiskIsTouchedByAJobAndNotByTheOneWhoAsks() {
        open.scene().select(List.of(OpenEditor.GREEN));
        robot.enter("Create Custom Item");
        open.command(SceneActions.PREFIX + "custom");
        robot.until("it is in the catalog", () -> item("Green").isPresent());
        var rule = Workspace.root();
        // As long as somebody else has the workspace, nothing is written.
        Job.getJobManager().beginRule(rule, null);
        try {
            deeds().deleteUnasked(item("Green").orElseThrow());
            assertTrue(isThere("custom/green/data.json"), "the call has not waited");
        } finally {
            Job.getJobManager().endRule(rule);
        }
        robot.until("it is gone", () -> item("Green").isEmpty() && !isThere("custom/green"));
    }
}
