// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;

import javax.imageio.ImageIO;

class MainTest {
    private static final String COMPOSITE =
            """
            {
              "version": 1,
              "components": [
                {
                  "name": "core-schema::Name",
                  "data": {"512": {"json": {"value": "Box"}}, "513": {"json": {"value": "Ship"}}}
                },
                {
                  "name": "core::Transform",
                  "data": {
                    "512": {
                      "json": {
                        "position": {
                          "x": 1.50,
                          "y": 2
                        }
                      }
                    }
                  }
                },
                {
                  "name": "core::GltfContainer",
                  "data": {"513": {"json": {"src": "models/missing.glb"}}}
                },
                {
                  "name": "core::MeshRenderer",
                  "data": {"512": {"json": {"mesh": {"$case": "box", "box": {"uvs": []}}}}}
                }
              ]
            }\
            """;

    @TempDir static Path cache;
    @TempDir Path folder;

    private Path scene = Path.of("");
    private Path composite = Path.of("");

    /** What a command left behind. */
    private record Ended(int code, String out, String err) {}

    @BeforeEach
    void write() throws IOException {
        System.setProperty("scenewright.cache", cache.toString());
        scene = folder.resolve("scene");
        composite = scene.resolve("assets/scene/main.composite");
        Files.createDirectories(composite.getParent());
        Files.writeString(composite, COMPOSITE);
        Files.writeString(
                scene.resolve("scene.json"),
                "{\"scene\":{\"base\":\"0,0\",\"parcels\":[\"0,0\"]}}");
    }

    private static Ended run(Object... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        String[] words = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
        int code = Main.run(words, new PrintStream(out, true), new PrintStream(err, true));
        return new Ended(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static void checkFails(String message, Object... arguments) {
        var ended = run(arguments);
        assertEquals(2, ended.code);
        assertEquals("", ended.out);
        assertTrue(ended.err.contains(message), ended.err);
    }

    private static String checkDone(Object... arguments) {
        var ended = run(arguments);
        assertEquals(0, ended.code, ended.err);
        return ended.out;
    }

    private Value info() {
        String line = checkDone("info", scene, "--json");
        assertEquals(1, line.strip().lines().count());
        return ValueJson.parse(line);
    }

    @Test
    void resavingChangesNoByte() throws IOException {
        assertEquals("{\"files\":1,\"changed\":0}", checkDone("resave", scene).strip());
        assertEquals(COMPOSITE, Files.readString(composite));
    }

    @Test
    void everyCompositeIsResaved() throws IOException {
        Files.createDirectories(scene.resolve("assets/door"));
        Files.writeString(scene.resolve("assets/door/door.composite"), COMPOSITE);
        assertEquals("{\"files\":2,\"changed\":0}", checkDone("resave", scene).strip());
        Files.writeString(scene.resolve("assets/door/door.composite"), "[");
        checkFails("assets/door/door.composite", "resave", scene);
    }

    @Test
    void aBrokenCompositeIsNotResaved() throws IOException {
        Files.writeString(composite, "{\"version\":1,");
        checkFails("assets/scene/main.composite", "resave", scene);
        assertEquals("{\"version\":1,", Files.readString(composite));
    }

    @Test
    void oneSetFieldIsOneChangedLine() throws IOException {
        checkDone("set", scene, "Box", "core::Transform", "position.y", "7.5");
        assertEquals(COMPOSITE.replace("\"y\": 2", "\"y\": 7.5"), Files.readString(composite));
    }

    @Test
    void anEntityIsFoundByNumber() throws IOException {
        checkDone("set", scene, "512", "core::Transform", "position.x", "3");
        assertEquals(COMPOSITE.replace("1.50", "3"), Files.readString(composite));
    }

    private void checkRenamed(String written, String message, String field, String json) {
        var ended = run("set", scene, "Box", "core-schema::Name", field, json);
        assertEquals(0, ended.code, ended.err);
        assertEquals("", ended.out);
        assertEquals(message, ended.err.strip());
        assertEquals(0, run("set", scene, written, "core::Transform", "position.x", "1").code);
    }

    @Test
    void aFreeNameIsWrittenWithoutAWord() {
        checkRenamed("Crate", "", "value", "\"Crate\"");
        assertEquals("", run("set", scene, "513", "core-schema::Name", "", "{}").err);
    }

    @Test
    void whoAsksForATakenNameIsToldTheOneThatWasWritten() {
        String message = "scenewright: \"Ship\" is taken; the name was written as \"Ship_2\".";
        checkRenamed("Ship_2", message, "value", "\"Ship\"");
    }

    @Test
    void aTakenNameIsNoticedInAWholeComponentToo() {
        String message = "scenewright: \"Ship\" is taken; the name was written as \"Ship_2\".";
        checkRenamed("Ship_2", message, "", "{\"value\":\"Ship\"}");
    }

    @Test
    void aValueOfTheWrongKindIsRefused() throws IOException {
        checkFails("position.x", "set", scene, "Box", "core::Transform", "position.x", "\"left\"");
        assertEquals(COMPOSITE, Files.readString(composite));
    }

    @Test
    void anUnknownEntityIsNamed() {
        checkFails("\"Sphere\"", "set", scene, "Sphere", "core::Transform", "position.x", "1");
    }

    @Test
    void aValueThatIsNotJsonIsRefused() {
        checkFails("not JSON", "set", scene, "Box", "core::Transform", "position.x", "{");
    }

    @Test
    void aFolderWithoutASceneIsNamed() {
        checkFails("no scene", "info", folder);
    }

    @Test
    void anUnknownCommandIsWrongUsage() {
        checkFails("launch", "launch", scene);
    }

    @Test
    void helpIsEverywhere() {
        assertTrue(checkDone("set", "--help").contains("ENTITY"));
    }

    @Test
    void theVersionIsNamed() {
        assertTrue(checkDone("--version").startsWith("Scenewright"));
    }

    @Test
    void infoCountsTheEntitiesOfTheAuthor() {
        assertEquals(2, info().number("entities", 0));
    }

    @Test
    void infoCountsComponents() {
        assertEquals(
                Value.of(1),
                info().members().get("components").members().get("core::MeshRenderer"));
    }

    @Test
    void infoCountsTrianglesWithoutThePlaceholder() {
        assertTrue(info().number("triangles", 0) >= 12);
    }

    @Test
    void infoTellsThatAModelIsMissing() {
        var model = info().items("models").getFirst();
        assertEquals("models/missing.glb", model.text("path", ""));
        assertFalse(model.flag("loaded", true));
    }

    @Test
    void infoNamesFileEntityAndFieldOfWhatIsMissing() {
        var problem =
                info().items("problems").stream()
                        .filter(p -> p.text("file", "").equals("models/missing.glb"))
                        .findFirst()
                        .orElseThrow();
        assertEquals("513", problem.text("entity", ""));
        assertEquals("core::GltfContainer.src", problem.text("field", ""));
        assertTrue(problem.text("message", "").contains("models/missing.glb"));
    }

    @Test
    void infoIsReadableWithoutJson() {
        var text = checkDone("info", scene);
        assertTrue(text.contains("entities: 2"), text);
        assertTrue(text.contains("  core::MeshRenderer: on 1 entity\n"), text);
        assertTrue(text.contains("  models/missing.glb: not loaded\n"), text);
        assertTrue(
                text.contains("  models/missing.glb, entity 513, core::GltfContainer.src: "), text);
    }

    @Test
    void infoLoadsModelsOfHiddenEntitiesToo() throws IOException {
        Files.createDirectories(scene.resolve("models"));
        Files.writeString(scene.resolve("models/ship.gltf"), "{\"asset\":{\"version\":\"2.0\"}}");
        Files.writeString(
                composite,
                COMPOSITE
                        .replace("models/missing.glb", "models/ship.gltf")
                        .replaceFirst(
                                "\\{\\s*\"name\": \"core::MeshRenderer\"",
                                "{\"name\": \"core::VisibilityComponent\", \"data\":"
                                        + " {\"513\": {\"json\": {\"visible\": false}}}}, $0"));
        assertTrue(info().items("models").getFirst().flag("loaded", false));
    }

    @Test
    void aPictureHasTheSizeThatWasAskedFor() throws IOException {
        var png = folder.resolve("picture.png");
        checkDone("render", scene, "-o", png, "--size=320x200", "--camera=1.5,2,-4,1.5,2,0");
        var picture = ImageIO.read(png.toFile());
        assertEquals(320, picture.getWidth());
        assertEquals(200, picture.getHeight());
        assertTrue(
                picture.getRGB(160, 100) != picture.getRGB(5, 100), "the box stands in the middle");
    }

    @Test
    void aCameraOfFiveNumbersIsRefused() {
        checkFails(
                "six numbers",
                "render",
                scene,
                "-o",
                folder.resolve("p.png"),
                "--camera=1,2,3,4,5");
    }

    @Test
    void aHugePictureIsRefused() {
        checkFails("--size", "render", scene, "-o", folder.resolve("p.png"), "--size=99999x99999");
    }

    @Test
    void aGeneratedSceneHasSoManyBoxes() {
        var made = folder.resolve("made");
        checkDone("generate", 25, made);
        var facts = ValueJson.parse(checkDone("info", "--json", made));
        assertEquals(25, facts.number("entities", 0));
        assertEquals(25 * 12, facts.number("triangles", 0));
        assertEquals("[]", ValueJson.print(facts.members().get("problems")));
    }

    @Test
    void generatingIsDeterministic() throws IOException {
        checkDone("generate", 40, folder.resolve("a"));
        checkDone("generate", 40, folder.resolve("b"));
        assertArrayEquals(
                Files.readAllBytes(folder.resolve("a/assets/scene/main.composite")),
                Files.readAllBytes(folder.resolve("b/assets/scene/main.composite")));
    }

    @Test
    void aGeneratedSceneResavesToTheSameBytes() {
        checkDone("generate", 12, folder.resolve("made"));
        assertEquals(
                "{\"files\":1,\"changed\":0}", checkDone("resave", folder.resolve("made")).strip());
    }

    @Test
    void generatingIntoAFullFolderIsRefused() {
        checkFails("not an empty folder", "generate", 5, scene);
    }

    @Test
    void tooManyBoxesAreRefused() {
        checkFails("65023", "generate", 65_024, folder.resolve("made"));
    }

    @Test
    void resavingLeavesAnUnchangedFileAlone() throws IOException {
        var before = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(composite, before);
        checkDone("resave", scene);
        assertEquals(before, Files.getLastModifiedTime(composite));
    }

    @Test
    void whatOnlyTheRendererWritesCannotBeSet() throws IOException {
        checkFails("never saved", "set", scene, "Box", "core::RaycastResult", "timestamp", "1");
        assertEquals(COMPOSITE, Files.readString(composite));
    }

    @Test
    void aCameraNeedsNumbersThatCount() {
        checkFails("six numbers", "render", scene, "-o", "x.png", "--camera=NaN,2,3,4,5,6");
        checkFails("six numbers", "render", scene, "-o", "x.png", "--camera=1,2,3,4,5,1e99");
    }
}
