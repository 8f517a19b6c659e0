// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.ui.OpenEditor.GREEN;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/** What pictures, sounds, videos, composites and known files become that a real mouse drops. */
class DropKindsTest {
    private static final Point HERE = new Point(20, 20);
    private static final String TITLE = "Import Files";

    private static final String PAIR =
            "{\"version\":1,\"components\":[{\"name\":\"core-schema::Name\",\"data\":"
                + "{\"512\":{\"json\":{\"value\":\"Mast\"}},\"513\":{\"json\":{\"value\":\"Oar\"}}}},"
                + "{\"name\":\"core::GltfContainer\",\"data\":"
                + "{\"512\":{\"json\":{\"src\":\"models/sail.gltf\"}},"
                + "\"513\":{\"json\":{\"src\":\"models/sail.gltf\"}}}}]}";

    private final Robot robot = new Robot();
    private Harbour harbour;
    private OpenEditor open;

    @BeforeEach
    void openAScene() throws IOException {
        harbour = new Harbour(robot);
        open = harbour.open();
    }

    @AfterEach
    void closeIt() {
        harbour.close();
    }

    private Entity drop(Path file, String name) {
        harbour.drop(harbour.offering(file), HERE);
        return harbour.placed(name);
    }

    private static Path file(String name) throws IOException {
        return Files.write(OpenEditor.temporary().resolve(name), new byte[] {1, 2, 3});
    }

    private void check(Entity entity, String field, String json) {
        int dot = field.indexOf('.');
        assertEquals(
                json,
                open.snapshot()
                        .value(entity, field.substring(0, dot))
                        .flatMap(value -> value.at(FieldPath.parse(field.substring(dot + 1))))
                        .map(ValueJson::print)
                        .orElse("nothing"));
    }

    /** A magenta picture. */
    private static Path picture(int width, int height) {
        var data = new ImageData(width, height, 1, new PaletteData(new RGB(255, 0, 255)));
        var loader = new ImageLoader();
        loader.data = new ImageData[] {data};
        var file = OpenEditor.temporary().resolve("flag.png");
        loader.save(file.toString(), SWT.IMAGE_PNG);
        return file;
    }

    @Test
    void aPictureBecomesAPlaneOfItsShape() throws Exception {
        var flag = drop(picture(60, 20), "flag");
        check(flag, "core::MeshRenderer.mesh.$case", "\"plane\"");
        check(flag, "core::Material.material.unlit.texture.tex.texture.src", "\"assets/flag.png\"");
        check(flag, "core::Transform.scale", "{\"x\":3,\"y\":1,\"z\":1}");
        harbour.isSeen();
        harbour.undoAndRedo("flag");
        harbour.saveForTheSdk("flag", "assets/flag.png");
    }

    @Test
    void aSoundBecomesASource() throws Exception {
        var bell = drop(file("bell.mp3"), "bell");
        check(bell, "core::AudioSource.audioClipUrl", "\"assets/bell.mp3\"");
        check(bell, "core::AudioSource.playing", "true");
        harbour.undoAndRedo("bell");
        harbour.saveForTheSdk("bell", "assets/bell.mp3");
    }

    @Test
    void aVideoBecomesAScreenThatPlaysIt() throws Exception {
        var waves = drop(file("waves.mp4"), "waves");
        check(waves, "core::VideoPlayer.src", "\"assets/waves.mp4\"");
        check(
                waves,
                "core::Material.material.unlit.texture.tex.videoTexture.videoPlayerEntity",
                ValueJson.print(Value.of(waves.bits())));
        harbour.undoAndRedo("waves");
        harbour.saveForTheSdk("waves", "assets/waves.mp4");
    }

    @Test
    void aCompositeBecomesItsEntities() throws Exception {
        Files.createDirectories(open.folder().resolve("parts"));
        var pair = Files.writeString(open.folder().resolve("parts/pair.composite"), PAIR);
        int before = open.scene().count();
        var above = drop(pair, "pair_root");
        assertEquals(before + 3, open.scene().count());
        for (var name : new String[] {"Mast", "Oar"}) {
            var part = harbour.named(name).orElseThrow();
            assertEquals(above, open.snapshot().parent(part));
            assertEquals("models/sail.gltf", harbour.src(part));
        }
        harbour.isSeen();
        harbour.undoAndRedo("Mast");
        // What was placed needs it no more, and the SDK would load it beside the scene.
        Files.delete(pair);
        harbour.saveForTheSdk("Mast", "Oar", "models/sail.gltf");
    }

    @Test
    void ofTwoFilesOfOneNameBothCanBeKept() throws Exception {
        var old = before();
        drop("Keep Both", "assets/bell_2.mp3");
        assertArrayEquals(old, Files.readAllBytes(open.folder().resolve("assets/bell.mp3")));
        harbour.undoAndRedo("bell_2");
    }

    @Test
    void ofTwoFilesOfOneNameTheNewOneCanBeTaken() throws Exception {
        before();
        drop("Replace", "assets/bell.mp3");
        harbour.undoAndRedo("bell");
    }

    @Test
    void aDropThatIsCancelledChangesNothing() throws Exception {
        var old = before();
        int count = open.scene().count();
        var answer = robot.answer(TITLE, "Cancel");
        harbour.drop(harbour.offering(file("bell.mp3")), HERE);
        robot.until("it is asked", answer::given);
        // What is dropped behind it is there: it itself would be by now.
        drop(file("chime.mp3"), "chime");
        assertEquals(count + 1, open.scene().count());
        assertArrayEquals(old, Files.readAllBytes(open.folder().resolve("assets/bell.mp3")));
    }

    /** The project has another file of the name. */
    private byte[] before() throws IOException {
        byte[] old = {4, 5};
        Files.write(open.folder().resolve("assets/bell.mp3"), old);
        return old;
    }

    private void drop(String answer, String path) throws IOException {
        var given = robot.answer(TITLE, answer);
        var name = path.replaceAll(".*/|[.].*", "");
        var bell = drop(file("bell.mp3"), name);
        assertTrue(given.given());
        check(bell, "core::AudioSource.audioClipUrl", '"' + path + '"');
        assertArrayEquals(new byte[] {1, 2, 3}, Files.readAllBytes(open.folder().resolve(path)));
    }

    @Test
    void anAssetOfTheCatalogOnARowOfTheOutlineBecomesAChild() throws Exception {
        var label = harbour.assets(new ArrayList<>(), harbour.boat());
        harbour.begin(label, HERE);
        harbour.over(open.tree(), harbour.row("Green"));
        robot.up(1);
        var boat = harbour.placed("Boat");
        assertEquals(GREEN, open.snapshot().parent(boat));
        assertTrue(open.snapshot().value(boat, "scenewright::Asset").isPresent());
        robot.until(
                "its files are imported",
                () -> Files.exists(open.folder().resolve(harbour.src(boat))));
    }
}
