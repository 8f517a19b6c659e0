// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Edit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What is dragged, and when a disk is asked about it. */
class CargoTest {
    private final Robot robot = new Robot();
    private final Path folder = OpenEditor.temporary();
    private OpenEditor open;

    @BeforeEach
    void openAScene() {
        open = new OpenEditor(robot, SceneText.boxes(), "cargo");
        open.ready();
    }

    @AfterEach
    void closeIt() {
        open.close();
    }

    private CargoShape shape(Path... files) {
        return new CargoShape(open.scene(), new Cargo(List.of(), List.of(files), true));
    }

    @Test
    void aFolderIsOneWhateverItIsCalled() throws IOException {
        for (var name : List.of("boats", "boat.glb")) {
            var cargo = shape(Files.createDirectory(folder.resolve(name))).cargo();
            assertTrue(cargo.isFolder().join());
            assertEquals(!name.endsWith(".glb"), cargo.mayBeFolder());
        }
        assertFalse(shape(folder.resolve("gone")).cargo().isFolder().join());
        assertFalse(shape(folder, folder).cargo().isFolder().join());
    }

    @Test
    void noDiskIsAskedWhileItIsDragged() {
        for (var name : List.of("boats", "boat.glb", "flag.png", "horn.mp3", "sea.mp4")) {
            var watched = new WatchedPath(folder.resolve(name));
            var shape = shape(watched.path());
            shape.objection();
            shape.kind();
            assertFalse(shape.entities().entities().isEmpty());
            watched.isAskedAside(shape.cargo().isFolder());
        }
    }

    @Test
    void noDiskIsAskedWhereItIsDropped() {
        var all =
                Stream.of("boat.glb", "flag.png", "ship.composite")
                        .map(name -> new WatchedPath(open.folder().resolve(name)))
                        .toList();
        shape(all.stream().map(WatchedPath::path).toArray(Path[]::new))
                .drop(Edit.Place.under(Entity.ROOT));
        robot.until("somebody has asked", () -> all.getFirst().isAsked());
        all.forEach(WatchedPath::isNotAskedHere);
    }
}
