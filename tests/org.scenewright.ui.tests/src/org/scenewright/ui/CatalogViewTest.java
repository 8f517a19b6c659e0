// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scenewright.content.CatalogAsset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The catalog of assets is searched, walked through and placed from in the real workbench. */
class CatalogViewTest {
    private static final int MANY = 10_000;

    private final Robot robot = new Robot();
    private final Resources resources = new Resources();
    private final Catalogs catalogs = CatalogsFactory.of(PlatformUI.getWorkbench());
    private OpenEditor open;
    private CatalogScreen screen;
    private Canvas grid;
    private Text search;

    @BeforeEach
    void look() throws PartInitException {
        open =
                resources.own(
                        new OpenEditor(robot, SceneText.boxes(), "catalogued"), OpenEditor::close);
        open.ready();
        resources.own(CatalogHabits.ofWorkspace().node(), node -> node.remove("favourites"));
        var view = (CatalogView) open.page().showView(CatalogView.ID);
        screen = view.screen().orElseThrow();
        robot.until("the shipped pack is read", () -> catalogs.holdings().isComplete());
        grid = robot.await("a grid", () -> Robot.find(Canvas.class, "catalog.grid"));
        search = Robot.find(Text.class, "catalog.search").orElseThrow();
        robot.until("it is shown", () -> screen.count() >= 20);
    }

    @AfterEach
    void close() {
        search.setText("");
        robot.letGo();
        resources.close();
        PackHabits.ofWorkspace().keep(List.of());
        catalogs.refresh();
    }

    private String chosen() {
        return screen.chosen().map(CatalogAsset::about).map(CatalogAsset.About::name).orElse("");
    }

    private void look(String words) {
        robot.click(search, new Point(40, search.getSize().y / 2));
        robot.press("ctrl+a");
        robot.type(words);
    }

    @Test
    void whatIsTypedIsFoundAndEnterPlacesIt() {
        int before = open.scene().count();
        look("treasure");
        robot.until("it is found", () -> chosen().equals("Treasure Chest"));
        assertEquals(1, screen.count());
        robot.press("Return");
        robot.until("it is placed", () -> open.scene().count() == before + 1);
        var placed =
                robot.await("it is chosen", () -> open.scene().selected().stream().findFirst());
        assertEquals("Treasure Chest", open.snapshot().name(placed).replace('_', ' '));
        robot.await("Properties shows it", () -> Robot.field(Text.class, "position.y"));
        robot.until(
                "its file is there",
                () ->
                        Files.exists(
                                open.folder()
                                        .resolve("assets/asset-packs/treasure_chest/chest.glb")));
        assertEquals(
                List.of(screen.chosen().orElseThrow().id()),
                CatalogHabits.ofWorkspace().recent().stream().limit(1).toList());
        robot.press("Down");
        robot.until("the grid has the focus", grid::isFocusControl);
        robot.press("ctrl+z");
        robot.until("one step takes it away", () -> open.scene().count() == before);
    }

    @Test
    void arrowsChooseAndLettersSearch() {
        look("a");
        robot.press("Down");
        robot.until("the grid has the focus", grid::isFocusControl);
        robot.press("End");
        robot.until("the last one is chosen", () -> screen.index() == screen.count() - 1);
        robot.press("Home");
        robot.until("the first one is chosen", () -> screen.index() == 0);
        var first = chosen();
        robot.press("Right");
        robot.until("the next one is chosen", () -> !chosen().equals(first));
        robot.press("Left");
        robot.until("the first one is chosen", () -> chosen().equals(first));
        robot.press("Left");
        assertEquals(first, chosen());
        robot.press("End");
        robot.until("the last one is chosen", () -> screen.index() == screen.count() - 1);
        robot.press("Home");
        robot.until("the first one is chosen again", () -> screen.index() == 0);
        robot.type("pine");
        robot.until("it is searched for", () -> search.getText().equals("pine"));
        robot.until("it is found", () -> chosen().equals("Pine Tree"));
        int before = open.scene().count();
        robot.press("Down");
        robot.until("the grid has the focus again", grid::isFocusControl);
        robot.press("Return");
        robot.until("it is placed", () -> open.scene().count() == before + 1);
        robot.click(search, new Point(40, search.getSize().y / 2));
        robot.press("Escape");
        robot.until("all is there again", () -> screen.count() >= 20);
    }

    @Test
    void favouritesAreMarkedByF() {
        look("gem");
        robot.press("Down");
        robot.until("the grid has the focus", grid::isFocusControl);
        robot.press("f");
        var id = screen.chosen().orElseThrow().id();
        robot.until("it is one", () -> CatalogHabits.ofWorkspace().isFavourite(id));
        search.setText("");
        screen.ask(CatalogQuery.ALL.withShelf(CatalogQuery.Shelf.FAVOURITES));
        assertEquals(1, screen.count());
        assertEquals("Gem", chosen());
        grid.setFocus();
        robot.press("f");
        robot.until("it is none", () -> !CatalogHabits.ofWorkspace().isFavourite(id));
        assertEquals(0, screen.count());
        screen.ask(CatalogQuery.ALL);
    }

    @Test
    void whatIsSaidWherePeoplePointGoesWithTheAsset() {
        var event = new Event();
        event.x = 20;
        event.y = 20;
        search.setText("barrel");
        robot.until("it is found", () -> chosen().equals("Barrel") && screen.count() == 1);
        grid.notifyListeners(SWT.MouseMove, event);
        assertTrue((grid.getToolTipText() + "").startsWith("Barrel"), grid.getToolTipText());
        search.setText("gem");
        robot.until("it is found", () -> chosen().equals("Gem"));
        assertTrue((grid.getToolTipText() + "").startsWith("Gem"), grid.getToolTipText());
    }

    @Test
    void theChosenAssetIsShownInDetail() {
        look("barrel");
        robot.until("it is chosen", () -> chosen().equals("Barrel"));
        assertEquals("Barrel", Robot.find(Label.class, "catalog.name").orElseThrow().getText());
        robot.until("its triangles are counted", () -> fact("Triangles").equals("324"));
        assertEquals("CC0-1.0", fact("Licence"));
        assertEquals("Scenewright Basics", fact("Pack"));
        assertTrue(fact("Files").startsWith("2, "), fact("Files"));
    }

    private static String fact(String name) {
        var table = Robot.find(Table.class, "catalog.facts").orElseThrow();
        return Arrays.stream(table.getItems())
                .filter(item -> item.getText(0).equals(name))
                .map(item -> item.getText(1))
                .findFirst()
                .orElse("");
    }

    @Test
    void picturesComeFromThePack() {
        robot.until("pictures are there", () -> screen.hasPictures());
    }

    /** How long each letter takes is measured by the bench of assets. */
    @Test
    void tenThousandAssetsAreSearchedAndScrolled() throws IOException {
        show(many());
        int all = screen.count();
        check("tree 9999", 1);
        check("cabinet 1000", 1);
        check("", all);
        var bar = grid.getVerticalBar();
        screen.choose(all - 1);
        assertEquals(bar.getMaximum() - bar.getThumb(), bar.getSelection());
        screen.choose(0);
        assertEquals(0, bar.getSelection());
    }

    private void check(String typed, int found) {
        search.setText(typed);
        robot.until(found + " are found by " + typed, () -> screen.count() == found);
    }

    private Path many() throws IOException {
        var assets =
                IntStream.range(0, MANY)
                        .mapToObj(
                                i ->
                                        "{\"id\": \"many-%d\", \"name\": \"%s %d\", \"category\": \"c%d\", \"tags\": [\"t%d\"]}"
                                                .formatted(
                                                        i,
                                                        i % 3 == 0 ? "Tree" : "Cabinet",
                                                        i,
                                                        i % 20,
                                                        i % 50))
                        .toList();
        var folder = OpenEditor.temporary();
        Files.writeString(
                folder.resolve("catalog.json"),
                "{\"assetPacks\": [{\"id\": \"many\", \"name\": \"Many\", \"assets\": ["
                        + String.join(",\n", assets)
                        + "]}]}");
        return folder;
    }

    private void show(Path pack) {
        PackHabits.ofWorkspace().keep(List.of(new PackPlace(pack.toString(), true)));
        catalogs.refresh();
        robot.until("all are shown", () -> screen.count() > MANY);
    }

    @Test
    void whatIsNoPackIsSaidAndHarmsNobody() throws IOException {
        var folder = OpenEditor.temporary();
        Files.writeString(folder.resolve("catalog.json"), "{\"assetPacks\": [{\"assets\": 7}]}");
        PackHabits.ofWorkspace().keep(List.of(new PackPlace(folder.toString(), true)));
        catalogs.refresh();
        robot.until(
                "the problem is told",
                () ->
                        catalogs.holdings().stocks().stream()
                                .anyMatch(stock -> !stock.problems().isEmpty()));
        assertTrue(screen.count() >= 20);
        assertFalse(chosen().isEmpty());
    }
}
