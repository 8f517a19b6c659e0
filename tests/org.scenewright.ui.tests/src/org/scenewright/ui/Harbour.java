// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import org.scenewright.crdt.Entity;
import org.scenewright.testing.OfficialSdk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An open scene, and hands that drag things into it. */
final class Harbour {
    private static final Pixels.Color THERE =
            (red, green, blue) -> red > 220 && green < 40 && blue > 220;
    private static final Pixels.Color HALF_THERE =
            (red, green, blue) -> red > 120 && blue > 120 && green < red - 40 && green > 20;

    private static final String ITEM =
            "{\"version\":1,\"components\":[{\"name\":\"core::GltfContainer\",\"data\":"
                    + "{\"0\":{\"json\":{\"src\":\"{assetPath}/sail.gltf\"}}}}]}";

    private final Robot robot;
    private final Resources resources = new Resources();
    private final OpenEditor open;

    Harbour(Robot robot) throws IOException {
        this(robot, SceneText.boxes());
    }

    Harbour(Robot robot, SceneText scene) throws IOException {
        this.robot = robot;
        var file = scene.write(OpenEditor.temporary().resolve("harbour"));
        var folder = file.resolve("../../..").normalize();
        sail(Files.createDirectories(folder.resolve("models")));
        var item = Files.createDirectories(folder.resolve("custom/boat"));
        sail(item);
        Files.writeString(item.resolve("composite.json"), ITEM);
        Files.writeString(
                item.resolve("data.json"), "{\"id\":\"boat-1\",\"name\":\"Boat\",\"tags\":[]}");
        open = resources.own(new OpenEditor(robot, file), OpenEditor::close);
        open.ready();
    }

    void close() {
        robot.letGo();
        resources.close();
    }

    OpenEditor open() {
        return open;
    }

    /** What is closed with it. */
    Resources resources() {
        return resources;
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
    Label window() {
        var shell = resources.own(new Shell(SWT.NO_TRIM | SWT.ON_TOP), Shell::dispose);
        shell.setLayout(new FillLayout());
        shell.setBounds(1405, 20, 150, 100);
        var label = new Label(shell, SWT.NONE);
        label.setText("drag me");
        shell.open();
        robot.until("the window is there", label::isVisible);
        return label;
    }

    Label offering(Path... files) {
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
    void begin(Control from, Point start) {
        open.editor().getSite().getShell().forceActive();
        robot.lift(from, start);
    }

    /** Takes what was pressed over the viewport, a little to and fro there. */
    void over(Control target, Point place) {
        for (int step = 4; step >= 0; step--) {
            robot.move(target, new Point(place.x - 8 * step, place.y));
        }
    }

    Point place() {
        var size = open.canvas().getSize();
        return new Point(size.x / 2, size.y * 3 / 4);
    }

    Optional<Entity> named(String name) {
        var snapshot = open.snapshot();
        return snapshot.entities().stream()
                .filter(entity -> snapshot.name(entity).equals(name))
                .findFirst();
    }

    Entity placed(String name) {
        var entity = robot.await(name + " is there", () -> named(name));
        robot.until("it is selected", () -> open.selected().equals(List.of(entity)));
        return entity;
    }

    void ghostIsSeen() {
        robot.until("a ghost is seen", () -> open.glimpse().of(HALF_THERE).size() > 300);
        assertEquals(0, open.glimpse().of(THERE).size());
    }

    String src(Entity entity) {
        return open.snapshot().value(entity, "core::GltfContainer").orElseThrow().text("src", "");
    }

    void undoAndRedo(String name) {
        // After a question the window gets the keys back when the window manager says so.
        robot.focus(open.canvas());
        open.command("org.eclipse.ui.edit.undo");
        robot.until("it is gone", () -> named(name).isEmpty());
        open.command("org.eclipse.ui.edit.redo");
        robot.until("it is back", () -> named(name).isPresent());
    }

    /** Saves, after which the official packages have the words in what they load. */
    void saveForTheSdk(String... words) throws Exception {
        open.command("org.eclipse.ui.file.save");
        robot.until("it is saved", () -> !open.scene().isDirty());
        var sdk = OfficialSdk.fetched();
        assumeTrue(sdk.isPresent(), "the official SDK was not fetched");
        new OfficialLoad(sdk.orElseThrow()).check(open.folder(), List.of(words));
    }

    /** Until what was dropped is seen. */
    void isSeen() {
        robot.until("it is seen", () -> open.pixels().of(THERE).size() > 300);
    }

    void ghostIsGone() {
        robot.until("the ghost is gone", () -> open.pixels().of(HALF_THERE).isEmpty());
    }

    /** Drops something on the middle of the ground. */
    void drop(Control from, Point start) {
        begin(from, start);
        over(open.canvas(), place());
        robot.up(1);
    }

    /** Where the row of an entity is in the Outline. */
    Point row(String name) {
        var row =
                Arrays.stream(open.tree().getItem(0).getItems())
                        .filter(item -> item.getText().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .getBounds();
        return new Point(row.x + 40, row.y + row.height / 2);
    }

    /** The id of the item of the project, once the catalog has it. */
    String boat() {
        var catalog = CatalogsFactory.of(PlatformUI.getWorkbench()).catalog();
        robot.until("the catalog has it", () -> catalog.find("boat-1").isPresent());
        return "boat-1";
    }

    /** A label that assets of the catalog are dragged from. */
    Label assets(List<String> taken, String... ids) {
        var label = window();
        AssetDrag.from(label, () -> List.of(ids), taken::add);
        return label;
    }

    /** The id of an asset that the product ships, once the catalog has it. */
    String shipped(String name) {
        var catalog = CatalogsFactory.of(PlatformUI.getWorkbench()).catalog();
        return robot.await(
                "the catalog has " + name,
                () ->
                        catalog.entries().stream()
                                .map(entry -> entry.asset())
                                .filter(asset -> asset.about().name().equals(name))
                                .map(asset -> asset.id())
                                .findFirst());
    }
}
