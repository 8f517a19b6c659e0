// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scenewright.crdt.Entity;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** Files dragged with a real mouse from the Project Explorer onto a field of Properties. */
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
}
