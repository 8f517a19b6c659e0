// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.ui.OpenEditor.GREEN;

import org.eclipse.swt.graphics.Point;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Things dragged over a scene with a real mouse, and dropped. */
class DropTest {
    private static final Point HERE = new Point(20, 20);

    private final Robot robot = new Robot();
    private Harbour harbour;
    private OpenEditor open;
    private ExplorerTree explorer;

    @BeforeEach
    void openAScene() throws IOException {
        harbour = new Harbour(robot);
        open = harbour.open();
        explorer = new ExplorerTree(robot, open);
    }

    @AfterEach
    void closeIt() {
        harbour.close();
    }

    @Test
    void aFileOfTheProjectExplorerIsPlaced() throws Exception {
        var tree = explorer.select("models/sail.gltf");
        harbour.begin(tree, ExplorerTree.middle(tree));
        harbour.over(open.canvas(), harbour.place());
        harbour.ghostIsSeen();
        robot.up(1);
        var sail = harbour.placed("sail");
        assertEquals("models/sail.gltf", harbour.src(sail));
        assertEquals(0, open.transform(sail).number("position.y", -1));
        harbour.isSeen();
        harbour.undoAndRedo("sail");
        harbour.saveForTheSdk("sail", "models/sail.gltf");
    }

    @Test
    void aFileOfTheSystemIsImportedWithWhatItRefersTo() throws Exception {
        var label = harbour.offering(Harbour.sail(OpenEditor.temporary()));
        harbour.begin(label, HERE);
        harbour.over(open.canvas(), harbour.place());
        robot.up(1);
        var sail = harbour.placed("sail");
        assertEquals("assets/sail/sail.gltf", harbour.src(sail));
        assertTrue(Files.exists(open.folder().resolve("assets/sail/sail.bin")));
        harbour.isSeen();
        harbour.undoAndRedo("sail");
        assertTrue(Files.exists(open.folder().resolve("assets/sail/sail.gltf")));
        harbour.saveForTheSdk("sail", "assets/sail/sail.gltf");
    }

    @Test
    void anAssetOfTheCatalogIsPlacedAndBound() throws Exception {
        var taken = new ArrayList<String>();
        var label = harbour.assets(taken, harbour.boat());
        harbour.begin(label, HERE);
        harbour.over(open.canvas(), harbour.place());
        harbour.ghostIsSeen();
        robot.up(1);
        var boat = harbour.placed("Boat");
        assertTrue(open.snapshot().value(boat, "scenewright::Asset").isPresent());
        robot.until("whoever offered it is told", () -> taken.equals(List.of("boat-1")));
        harbour.isSeen();
        robot.until(
                "its files are imported",
                () -> Files.exists(open.folder().resolve(harbour.src(boat))));
        harbour.undoAndRedo("Boat");
        harbour.saveForTheSdk("Boat", harbour.src(harbour.named("Boat").orElseThrow()), "boat-1");
    }

    @Test
    void escapeTakesTheGhostAway() throws Exception {
        int before = open.scene().count();
        var tree = explorer.select("models/sail.gltf");
        harbour.begin(tree, ExplorerTree.middle(tree));
        harbour.over(open.canvas(), harbour.place());
        harbour.ghostIsSeen();
        robot.press("Escape");
        harbour.ghostIsGone();
        robot.up(1);
        // What is dropped behind it is there: it itself would be by now.
        var chime = OpenEditor.temporary().resolve("chime.mp3");
        harbour.drop(harbour.offering(Files.write(chime, new byte[] {1})), HERE);
        harbour.placed("chime");
        assertEquals(before + 1, open.scene().count());
    }

    @Test
    void whatNoSceneCanShowIsRefusedWithWords() throws IOException {
        int before = open.snapshot().size();
        var label =
                harbour.offering(Files.writeString(OpenEditor.temporary().resolve("x.txt"), "x"));
        var said = new StringBuilder();
        harbour.resources()
                .own(open.scene().hear(said::append), registration -> registration.close());
        harbour.begin(label, HERE);
        harbour.over(open.canvas(), harbour.place());
        robot.up(1);
        robot.until("somebody says why", () -> said.toString().contains("x.txt cannot be placed"));
        assertEquals(before, open.snapshot().size());
        assertFalse(Files.exists(open.folder().resolve("assets/x.txt")));
    }

    @Test
    void onARowOfTheOutlineItBecomesAChild() throws Exception {
        var tree = explorer.select("models/sail.gltf");
        harbour.begin(tree, ExplorerTree.middle(tree));
        harbour.over(open.tree(), harbour.row("Green"));
        robot.up(1);
        var sail = harbour.placed("sail");
        assertEquals(GREEN, open.snapshot().parent(sail));
        assertEquals(0, open.transform(sail).number("position.x", -1));
    }

    @Test
    void severalAssetsOfTheCatalogAreOneStep() throws Exception {
        int before = open.scene().count();
        var taken = new ArrayList<String>();
        harbour.drop(harbour.assets(taken, harbour.boat(), harbour.shipped("Pine Tree")), HERE);
        robot.until("both are selected", () -> open.selected().size() == 2);
        var boat = harbour.named("Boat").orElseThrow();
        var pine = harbour.named("Pine Tree").orElseThrow();
        assertEquals(List.of(boat, pine), open.selected());
        double apart =
                open.transform(pine).number("position.x", 0)
                        - open.transform(boat).number("position.x", 0);
        assertEquals(CargoShape.next(0, 1, 1), apart, 1e-5);
        robot.until(
                "the files of both are imported",
                () ->
                        List.of(boat, pine).stream()
                                .allMatch(
                                        it ->
                                                Files.exists(
                                                        open.folder().resolve(harbour.src(it)))));
        open.command("org.eclipse.ui.edit.undo");
        robot.until("one step takes both away", () -> open.scene().count() == before);
        open.command("org.eclipse.ui.edit.redo");
        robot.until("one step brings both back", () -> open.scene().count() == before + 2);
        harbour.saveForTheSdk("Boat", "Pine Tree");
    }

    @Test
    void oneOfSeveralAssetsThatNoCatalogHasIsLeftOut() {
        var said = new StringBuilder();
        harbour.resources()
                .own(open.scene().hear(said::append), registration -> registration.close());
        harbour.drop(harbour.assets(new ArrayList<>(), "nobody-has-it", harbour.boat()), HERE);
        harbour.placed("Boat");
        assertTrue(said.toString().contains("No catalog here has the asset nobody-has-it"));
    }

    @Test
    void aFileOfAnotherProgramIsImported() throws Exception {
        var sail = Harbour.sail(OpenEditor.temporary());
        var other = harbour.resources().own(new OtherProgram(robot, sail), OtherProgram::close);
        other.lift(open);
        harbour.over(open.canvas(), harbour.place());
        robot.up(1);
        assertEquals("assets/sail/sail.gltf", harbour.src(harbour.placed("sail")));
        assertTrue(Files.exists(open.folder().resolve("assets/sail/sail.bin")));
        harbour.isSeen();
        open.activate();
        harbour.undoAndRedo("sail");
        harbour.saveForTheSdk("sail", "assets/sail/sail.gltf");
    }

    @Test
    void whatIsDraggedOutOfTheCatalogIsPlacedAndBound() throws Exception {
        var shelf = harbour.resources().own(new CatalogShelf(robot, open), CatalogShelf::close);
        var id = shelf.find("Pine Tree");
        CatalogHabits.ofWorkspace().node().remove("recent");
        shelf.lift();
        harbour.over(open.canvas(), harbour.place());
        robot.up(1);
        var pine = harbour.placed("Pine Tree");
        assertTrue(open.snapshot().value(pine, "scenewright::Asset").isPresent());
        var src = harbour.src(pine);
        robot.until("its file is imported", () -> Files.exists(open.folder().resolve(src)));
        robot.until(
                "it counts as used",
                () -> CatalogHabits.ofWorkspace().recent().equals(List.of(id)));
        harbour.undoAndRedo("Pine Tree");
        harbour.saveForTheSdk("Pine Tree", src, id);
    }
}
