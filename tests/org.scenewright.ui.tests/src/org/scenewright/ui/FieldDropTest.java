// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.Value;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/** Files and assets dragged with a real mouse onto a field of Properties. */
class FieldDropTest {
    private static final Entity SHIP = Entity.of(700, 0);
    private static final String MODEL = "core::GltfContainer";
    private static final String BEFORE = "models/raft.gltf";

    private static final String REFUSED =
            "models/sail.bin is no file that Gltf Container \u203a Src can name";

    private final Robot robot = new Robot();
    private final Resources resources = new Resources();
    private OpenEditor open;
    private Text field;

    @BeforeEach
    void showAField() throws IOException {
        var file =
                SceneText.boxes()
                        .model(700, "Ship", BEFORE)
                        .write(OpenEditor.temporary().resolve("quay"));
        var models = Files.createDirectories(file.resolve("../../../models").normalize());
        Harbour.sail(models);
        open = resources.own(new OpenEditor(robot, file), OpenEditor::close);
        open.ready();
        open.scene().select(List.of(SHIP));
        field = robot.await("there is a field", () -> Robot.field(Text.class, "src"));
        robot.until("it names a model", () -> field.getText().equals(BEFORE));
    }

    @AfterEach
    void closeIt() {
        robot.letGo();
        resources.close();
    }

    private void drop(String path) throws Exception {
        var tree = new ExplorerTree(robot, open).select(path);
        open.editor().getSite().getShell().forceActive();
        robot.lift(tree, ExplorerTree.middle(tree));
        letFall();
    }

    private void letFall() {
        var box = robot.await("the field stays", () -> Robot.field(Text.class, "src"));
        for (int step = 4; step >= 0; step--) {
            robot.move(box, new Point(60 - 8 * step, box.getSize().y / 2));
        }
        robot.up(1);
    }

    private void awaitSrc(String path) {
        robot.until(
                "the model is " + path,
                () ->
                        open.snapshot()
                                .value(SHIP, MODEL)
                                .filter(value -> value.text("src", "").equals(path))
                                .isPresent());
        robot.until("the field says so", () -> field.getText().equals(path));
    }

    @Test
    void aModelBecomesWhatTheFieldNames() throws Exception {
        drop("models/sail.gltf");
        awaitSrc("models/sail.gltf");
        open.activate();
        open.command("org.eclipse.ui.edit.undo");
        awaitSrc(BEFORE);
    }

    @Test
    void whatIsNoModelIsRefusedWithWords() throws Exception {
        drop("models/sail.bin");
        robot.until("the status line says why", () -> Robot.shows(REFUSED));
        awaitSrc(BEFORE);
    }

    @Test
    void anAssetOfTheCatalogBecomesWhatTheFieldIsBoundTo() throws Exception {
        var shelf = resources.own(new CatalogShelf(robot, open), CatalogShelf::close);
        var id = shelf.find("Pine Tree");
        shelf.lift();
        letFall();
        robot.until("the field is bound", () -> binding().isPresent());
        var bound = binding().orElseThrow();
        assertEquals(MODEL + ".src", bound.text("field", ""));
        assertEquals(id, bound.text("assetId", ""));
        var path = src();
        assertTrue(path.startsWith("assets/asset-packs/pine_tree/"), path);
        robot.until("the field says so", () -> field.getText().equals(path));
        robot.until("its file is imported", () -> Files.exists(open.folder().resolve(path)));
        open.activate();
        open.command("org.eclipse.ui.edit.undo");
        awaitSrc(BEFORE);
        assertTrue(binding().isEmpty());
        open.command("org.eclipse.ui.edit.redo");
        awaitSrc(path);
        open.command("org.eclipse.ui.file.save");
        robot.until("it is saved", () -> !open.scene().isDirty());
        var saved = String.join("\n", open.lines());
        assertTrue(saved.contains(path) && saved.contains(id), saved);
    }

    private String src() {
        return open.snapshot().value(SHIP, MODEL).orElseThrow().text("src", "");
    }

    private Optional<Value> binding() {
        return open.snapshot()
                .value(SHIP, "scenewright::Asset")
                .flatMap(value -> value.items("bindings").stream().findFirst());
    }
}
