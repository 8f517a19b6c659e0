// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.scenewright.ui.OpenEditor.GREEN;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSource;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scenewright.crdt.Entity;
import org.scenewright.testing.OfficialSdk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Things dragged over a scene with a real mouse, and dropped. */
class DropTest {
    private static final Pixels.Color THERE =
            (red, green, blue) -> red > 220 && green < 40 && blue > 220;
    private static final Pixels.Color HALF_THERE =
            (red, green, blue) -> red > 120 && blue > 120 && green < red - 40 && green > 20;

    private static final String ITEM =
            "{\"version\":1,\"components\":[{\"name\":\"core::GltfContainer\",\"data\":"
                    + "{\"0\":{\"json\":{\"src\":\"{assetPath}/sail.gltf\"}}}}]}";

    private final Robot robot = new Robot();
    private final Resources resources = new Resources();
    private OpenEditor open;
    private ExplorerTree explorer;

    @BeforeEach
    void openAScene() throws IOException {
        var file = SceneText.boxes().write(OpenEditor.temporary().resolve("harbour"));
        var folder = file.resolve("../../..").normalize();
        sail(Files.createDirectories(folder.resolve("models")));
        var item = Files.createDirectories(folder.resolve("custom/boat"));
        sail(item);
        Files.writeString(item.resolve("composite.json"), ITEM);
        Files.writeString(
                item.resolve("data.json"), "{\"id\":\"boat-1\",\"name\":\"Boat\",\"tags\":[]}");
        open = resources.own(new OpenEditor(robot, file), OpenEditor::close);
        open.ready();
        explorer = new ExplorerTree(robot, open);
    }

    @AfterEach
    void closeIt() {
        robot.letGo();
        resources.close();
    }

    /** A magenta sail of two by two metres that is seen from everywhere, in two files. */
    static Path sail(Path folder) throws IOException {
        var bin = ByteBuffer.allocate(4 * 12 + 12 * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (float[] corner : new float[][] {{-1, 0}, {1, 0}, {1, 2}, {-1, 2}}) {
            bin.putFloat(corner[0]).putFloat(corner[1]).putFloat(0);
        }
        for (int index : new int[] {0, 1, 2, 0, 2, 3, 2, 1, 0, 3, 2, 0}) {
            bin.putShort((short) index);
        }
        Files.write(folder.resolve("sail.bin"), bin.array());
        return Files.writeString(
                folder.resolve("sail.gltf"),
                """
                {"asset":{"version":"2.0"},"scene":0,"scenes":[{"nodes":[0]}],"nodes":[{"mesh":0}],
                "extensionsUsed":["KHR_materials_unlit"],
                "materials":[{"pbrMetallicRoughness":{"baseColorFactor":[1,0,1,1]},
                "extensions":{"KHR_materials_unlit":{}}}],
                "meshes":[{"primitives":[{"attributes":{"POSITION":0},"indices":1,"material":0}]}],
                "accessors":[{"bufferView":0,"componentType":5126,"count":4,"type":"VEC3",
                "min":[-1,0,0],"max":[1,2,0]},
                {"bufferView":1,"componentType":5123,"count":12,"type":"SCALAR"}],
                "bufferViews":[{"buffer":0,"byteLength":48},
                {"buffer":0,"byteOffset":48,"byteLength":24}],
                "buffers":[{"uri":"sail.bin","byteLength":72}]}
                """);
    }

    /** A window of another program that offers files, or assets. */
    private Label window() {
        var shell = resources.own(new Shell(SWT.NO_TRIM | SWT.ON_TOP), Shell::dispose);
        shell.setLayout(new FillLayout());
        shell.setBounds(1405, 20, 150, 100);
        var label = new Label(shell, SWT.NONE);
        label.setText("drag me");
        shell.open();
        robot.until("the window is there", label::isVisible);
        return label;
    }

    private Label offering(Path... files) {
        var label = window();
        var source = new DragSource(label, DND.DROP_COPY | DND.DROP_MOVE | DND.DROP_LINK);
        source.setTransfer(FileTransfer.getInstance());
        source.addDragListener(
                new DragSourceAdapter() {
                    @Override
                    public void dragSetData(DragSourceEvent event) {
                        event.data = Stream.of(files).map(Path::toString).toArray(String[]::new);
                    }
                });
        return label;
    }

    /** Presses, and moves as far as makes it a drag. */
    private void begin(Control from, Point start) {
        open.editor().getSite().getShell().forceActive();
        robot.lift(from, start);
    }

    /** Takes what was pressed over the viewport, a little to and fro there. */
    private void over(Control target, Point place) {
        for (int step = 4; step >= 0; step--) {
            robot.move(target, new Point(place.x - 8 * step, place.y));
        }
    }

    private Point place() {
        var size = open.canvas().getSize();
        return new Point(size.x / 2, size.y * 3 / 4);
    }

    private Optional<Entity> named(String name) {
        var snapshot = open.snapshot();
        return snapshot.entities().stream()
                .filter(entity -> snapshot.name(entity).equals(name))
                .findFirst();
    }

    private Entity placed(String name) {
        var entity = robot.await(name + " is there", () -> named(name));
        robot.until("it is selected", () -> open.selected().equals(List.of(entity)));
        return entity;
    }

    private void ghostIsSeen() {
        robot.until("a ghost is seen", () -> open.glimpse().of(HALF_THERE).size() > 300);
        assertEquals(0, open.glimpse().of(THERE).size());
    }

    private String src(Entity entity) {
        return open.snapshot().value(entity, "core::GltfContainer").orElseThrow().text("src", "");
    }

    private void undoAndRedo(String name) {
        assertTrue(open.canvas().isFocusControl());
        open.command("org.eclipse.ui.edit.undo");
        robot.until("it is gone", () -> named(name).isEmpty());
        open.command("org.eclipse.ui.edit.redo");
        robot.until("it is back", () -> named(name).isPresent());
    }

    /** Saves, after which the official packages have the words in what they load. */
    private void saveForTheSdk(String... words) throws Exception {
        open.command("org.eclipse.ui.file.save");
        robot.until("it is saved", () -> !open.scene().isDirty());
        var sdk = OfficialSdk.fetched();
        assumeTrue(sdk.isPresent(), "the official SDK was not fetched");
        new OfficialLoad(sdk.orElseThrow()).check(open.folder(), List.of(words));
    }

    @Test
    void aFileOfTheProjectExplorerIsPlaced() throws Exception {
        var tree = explorer.select("models/sail.gltf");
        begin(tree, ExplorerTree.middle(tree));
        over(open.canvas(), place());
        ghostIsSeen();
        robot.up(1);
        var sail = placed("sail");
        assertEquals("models/sail.gltf", src(sail));
        assertEquals(0, open.transform(sail).number("position.y", -1));
        robot.until("it is seen", () -> open.pixels().of(THERE).size() > 300);
        undoAndRedo("sail");
        saveForTheSdk("sail", "models/sail.gltf");
    }

    @Test
    void aFileOfTheSystemIsImportedWithWhatItRefersTo() throws Exception {
        var label = offering(sail(OpenEditor.temporary()));
        begin(label, new Point(20, 20));
        over(open.canvas(), place());
        robot.up(1);
        var sail = placed("sail");
        assertEquals("assets/sail/sail.gltf", src(sail));
        assertTrue(Files.exists(open.folder().resolve("assets/sail/sail.bin")));
        robot.until("it is seen", () -> open.pixels().of(THERE).size() > 300);
        undoAndRedo("sail");
        assertTrue(Files.exists(open.folder().resolve("assets/sail/sail.gltf")));
        saveForTheSdk("sail", "assets/sail/sail.gltf");
    }

    @Test
    void anAssetOfTheCatalogIsPlacedAndBound() throws Exception {
        var catalog = CatalogsFactory.of(PlatformUI.getWorkbench()).catalog();
        robot.until("the catalog has it", () -> catalog.find("boat-1").isPresent());
        var label = window();
        var taken = new ArrayList<String>();
        AssetDrag.from(label, () -> List.of("boat-1"), taken::add);
        begin(label, new Point(20, 20));
        over(open.canvas(), place());
        ghostIsSeen();
        robot.up(1);
        var boat = placed("Boat");
        assertTrue(open.snapshot().value(boat, "scenewright::Asset").isPresent());
        robot.until("whoever offered it is told", () -> taken.equals(List.of("boat-1")));
        robot.until("it is seen", () -> open.pixels().of(THERE).size() > 300);
        robot.until("its files are imported", () -> Files.exists(open.folder().resolve(src(boat))));
        undoAndRedo("Boat");
        saveForTheSdk("Boat", src(named("Boat").orElseThrow()), "boat-1");
    }

    @Test
    void escapeTakesTheGhostAway() throws Exception {
        int before = open.snapshot().size();
        var tree = explorer.select("models/sail.gltf");
        begin(tree, ExplorerTree.middle(tree));
        over(open.canvas(), place());
        ghostIsSeen();
        robot.press("Escape");
        robot.until("the ghost is gone", () -> open.pixels().of(HALF_THERE).isEmpty());
        robot.up(1);
        assertEquals(before, open.snapshot().size());
    }

    @Test
    void whatNoSceneCanShowIsRefusedWithWords() throws IOException {
        int before = open.snapshot().size();
        var label = offering(Files.writeString(OpenEditor.temporary().resolve("x.txt"), "x"));
        var said = new StringBuilder();
        resources.own(open.scene().hear(said::append), registration -> registration.close());
        begin(label, new Point(20, 20));
        over(open.canvas(), place());
        robot.up(1);
        robot.until("somebody says why", () -> said.toString().contains("x.txt cannot be placed"));
        assertEquals(before, open.snapshot().size());
        assertFalse(Files.exists(open.folder().resolve("assets/x.txt")));
    }

    @Test
    void onARowOfTheOutlineItBecomesAChild() throws Exception {
        var tree = explorer.select("models/sail.gltf");
        begin(tree, ExplorerTree.middle(tree));
        var row =
                Arrays.stream(open.tree().getItem(0).getItems())
                        .filter(item -> item.getText().equals("Green"))
                        .findFirst()
                        .orElseThrow()
                        .getBounds();
        over(open.tree(), new Point(row.x + 40, row.y + row.height / 2));
        robot.up(1);
        var sail = placed("sail");
        assertEquals(GREEN, open.snapshot().parent(sail));
        assertEquals(0, open.transform(sail).number("position.x", -1));
    }
}
