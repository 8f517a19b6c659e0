// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.scenewright.cli.SourceProject.MAIN;
import static org.scenewright.cli.SourceProject.SDK;
import static org.scenewright.cli.SourceProject.X;
import static org.scenewright.cli.SourceProject.part;
import static org.scenewright.cli.SourceProject.run;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.cli.SourceProject.Ended;

import java.io.IOException;
import java.nio.file.Path;

class SpelledNameTest {
    private static final String BALL =
            part("core-schema::Name", "{}", "'512':{'json':{'value':'Ball'}}");

    @TempDir static Path cache;
    @TempDir Path folder = Path.of("");
    private SourceProject project = new SourceProject(folder);

    @BeforeEach
    void project() {
        project = SourceProject.in(folder, cache);
        project.velocity();
        project.composite(MAIN, BALL, part("m::Lamp", X, "'512':{'json':{'x':1}}"));
    }

    private void accepted(String written, String component, String field) throws IOException {
        assertEquals(new Ended(0, "", ""), run("set", folder, "Ball", component, field, "7"));
        String all = project.read(MAIN).replaceAll("\\s", "");
        assertEquals("7}}}", all.substring(all.indexOf("7}"), all.indexOf("7}") + 4));
        assertEquals(true, all.contains("\"name\":\"" + written + "\""), all);
    }

    private void refused(String message, String entity, String component, String field) {
        var ended = run("set", folder, entity, component, field, "7");
        assertEquals(new Ended(2, "", "scenewright: " + message + "\n"), ended);
    }

    @Test
    void takesShortNamesOfTheComposite() throws IOException {
        accepted("m::Lamp", "Lamp", "x");
    }

    @Test
    void takesShortNamesOfSources() throws IOException {
        accepted("my-scene::Velocity", "Velocity", "x");
    }

    @Test
    void takesShortNamesOfTheSdk() throws IOException {
        assertEquals(0, run("set", folder, "Ball", "Transform", "position.x", "7").code());
        assertEquals(true, project.read(MAIN).contains("core::Transform"));
    }

    @Test
    void asksWhichOfTwoIsMeant() {
        project.write("src/a.ts", SDK + "engine.defineComponent('m::Transform', {})");
        refused(
                "\"Transform\" may be core::Transform or m::Transform; write one of them in full.",
                "Ball",
                "Transform",
                "position.x");
    }

    @Test
    void guessesMisspeltComponents() {
        String absent = "There is no component type \"%s\" in this scene. Did you mean %s?";
        refused(absent.formatted("Trasnform", "core::Transform"), "Ball", "Trasnform", "x");
        refused(absent.formatted("velocity", "my-scene::Velocity"), "Ball", "velocity", "x");
        refused(
                absent.formatted("core::Transfrom", "core::Transform"),
                "512",
                "core::Transfrom",
                "x");
    }

    @Test
    void guessesNothingThatIsFarAway() {
        refused(
                "There is no component type \"my-scene::Xylophone\" in this scene.",
                "Ball",
                "my-scene::Xylophone",
                "x");
    }

    @Test
    void guessesMisspeltFields() {
        refused(
                "\"Ball\": core::Transform.positon.x cannot be set: there is no field \"positon\"."
                        + " Did you mean position?",
                "Ball",
                "Transform",
                "positon.x");
    }

    @Test
    void tellsWhatFieldsThereAre() {
        refused(
                "\"Ball\": core::Transform.position.up cannot be set: there is no field \"up\"."
                        + " There are: x, y, z.",
                "Ball",
                "core::Transform",
                "position.up");
    }

    @Test
    void guessesMisspeltEntities() {
        refused(
                "There is no entity \"Bal\" in this scene. Did you mean Ball?",
                "Bal",
                "core::Transform",
                "position.x");
    }
}
