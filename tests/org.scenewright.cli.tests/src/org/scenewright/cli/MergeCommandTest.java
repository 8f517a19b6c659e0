// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.schema.ValueJson;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;

class MergeCommandTest {
    private static final String BASE =
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
                  "data": {"512": {"json": {"position": {"x": 1.50, "y": 2, "z": 0}}}}
                }
              ]
            }\
            """;

    @TempDir Path folder;

    private Path base = Path.of("");
    private Path ours = Path.of("");
    private Path theirs = Path.of("");

    /** What a command left behind. */
    private record Ended(int code, String out, String err) {}

    @BeforeEach
    void names() {
        // As git calls them.
        base = folder.resolve(".merge_file_base");
        ours = folder.resolve(".merge_file_ours");
        theirs = folder.resolve(".merge_file_theirs");
    }

    private static Ended run(Object... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        String[] words = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
        int code = Main.run(words, new PrintStream(out, true), new PrintStream(err, true));
        return new Ended(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Ended merge(String our, String their) throws IOException {
        Files.writeString(base, BASE);
        Files.writeString(ours, our);
        Files.writeString(theirs, their);
        return run("merge", base, ours, theirs, "-o", ours);
    }

    private Path list() {
        return folder.resolve(".merge_file_ours.conflicts.json");
    }

    @Test
    void disjointEditsAreMergedIntoOurText() throws IOException {
        var ended = merge(BASE.replace("1.50", "7.0"), BASE.replace("Ship", "Boat"));
        assertEquals(new Ended(0, "", ""), ended);
        assertEquals(BASE.replace("1.50", "7.0").replace("Ship", "Boat"), Files.readString(ours));
        assertFalse(Files.exists(list()));
    }

    @Test
    void aConflictKeepsOursAndIsListedBesideTheFile() throws IOException {
        var ended =
                merge(
                        BASE.replace("1.50", "7.0"),
                        BASE.replace("1.50", "8.0").replace("Ship", "Boat"));
        assertEquals(1, ended.code);
        assertTrue(ended.err.contains("\"Box\" (512): core::Transform.position.x"), ended.err);
        assertEquals(BASE.replace("1.50", "7.0").replace("Ship", "Boat"), Files.readString(ours));
        assertEquals(
                "[{\"entity\":512,\"component\":\"core::Transform\",\"path\":\"position.x\","
                        + "\"base\":1.5,\"ours\":7,\"theirs\":8}]",
                ValueJson.print(ValueJson.parse(Files.readString(list()))));
    }

    @Test
    void aListOfOldConflictsIsTakenAway() throws IOException {
        Files.writeString(list(), "[]");
        assertEquals(0, merge(BASE, BASE.replace("Ship", "Boat")).code);
        assertFalse(Files.exists(list()));
    }

    @Test
    void whatOneSideDeletedHasNoValueInTheList() throws IOException {
        merge(
                BASE.replace(", \"513\": {\"json\": {\"value\": \"Ship\"}}", ""),
                BASE.replace("Ship", "Boat"));
        assertEquals(
                "[{\"entity\":513,\"component\":\"core-schema::Name\",\"path\":\"\","
                        + "\"base\":{\"value\":\"Ship\"},\"ours\":null,"
                        + "\"theirs\":{\"value\":\"Boat\"}}]",
                ValueJson.print(ValueJson.parse(Files.readString(list()))));
    }

    @Test
    void aFileThatCannotBeReadLeavesAllAsItIs() throws IOException {
        var ended = merge(BASE.replace("1.50", "7.0"), "{\"version\": 1,");
        assertEquals(2, ended.code);
        assertTrue(ended.err.contains(".merge_file_theirs"), ended.err);
        assertEquals(BASE.replace("1.50", "7.0"), Files.readString(ours));
        assertFalse(Files.exists(list()));
    }

    @Test
    void aFileThatIsMissingLeavesAllAsItIs() throws IOException {
        Files.writeString(base, BASE);
        Files.writeString(ours, BASE);
        assertEquals(2, run("merge", base, ours, theirs, "-o", ours).code);
        assertEquals(BASE, Files.readString(ours));
    }

    @Test
    void conflictsCanBeListedElsewhere() throws IOException {
        Files.writeString(base, BASE);
        Files.writeString(ours, BASE.replace("1.50", "7"));
        Files.writeString(theirs, BASE.replace("1.50", "8"));
        var list = folder.resolve("main.composite.conflicts.json");
        int code = run("merge", base, ours, theirs, "-o", ours, "--conflicts", list).code;
        assertEquals(1, code);
        assertTrue(Files.exists(list));
        assertFalse(Files.exists(list()));
    }

    @Test
    void anEntityThatBothAddedIsToldToHaveAnotherNumber() throws IOException {
        var ended =
                merge(
                        BASE.replace("\"513\"", "\"514\": {\"json\": {\"value\": \"A\"}}, \"513\""),
                        BASE.replace(
                                "\"513\"", "\"514\": {\"json\": {\"value\": \"B\"}}, \"513\""));
        assertEquals(0, ended.code);
        assertTrue(ended.err.contains("theirs, \"B\", is 515 now"), ended.err);
    }

    private Ended diff(String before, String after, Object... options) throws IOException {
        Files.writeString(base, before);
        Files.writeString(ours, after);
        var words = new ArrayList<Object>(Arrays.asList("diff", base, ours));
        words.addAll(Arrays.asList(options));
        return run(words.toArray());
    }

    @Test
    void equalFilesDoNotDiffer() throws IOException {
        assertEquals(new Ended(0, "", ""), diff(BASE, BASE));
        assertEquals("{\"changes\":[]}", diff(BASE, BASE, "--json").out.strip());
    }

    @Test
    void aDifferenceIsALineOfItsEntity() throws IOException {
        var ended = diff(BASE, BASE.replace("1.50", "7").replace("Ship", "Boat"));
        assertEquals(1, ended.code);
        assertEquals(
                "Box (512)\n  ~ core::Transform.position.x: 1.5 -> 7\n"
                        + "Boat (513)\n  ~ core-schema::Name.value: \"Ship\" -> \"Boat\"\n",
                ended.out.replace("\r", ""));
    }

    @Test
    void aDifferenceInJsonHasAllItsParts() throws IOException {
        var ended =
                diff(
                        BASE,
                        BASE.replace(", \"513\": {\"json\": {\"value\": \"Ship\"}}", ""),
                        "--json");
        assertEquals(1, ended.code);
        assertEquals(
                "{\"changes\":[{\"entity\":513,\"component\":\"core-schema::Name\",\"path\":\"\","
                        + "\"before\":{\"value\":\"Ship\"},\"after\":null}]}",
                ended.out.strip());
    }

    @Test
    void unknownKeysDifferToo() throws IOException {
        var ended = diff(BASE, BASE.replace("\"version\": 1,", "\"version\": 1, \"mine\": 5,"));
        assertEquals("Scene\n  + mine: 5\n", ended.out.replace("\r", ""));
    }

    @Test
    void whatCannotBeReadIsNoDifference() throws IOException {
        assertEquals(2, diff(BASE, "{").code);
        assertEquals(2, run("diff", base, folder.resolve("nothing")).code);
        assertEquals(2, run("diff", base, folder).code);
    }

    @Test
    void foldersAreComparedWithTheirSettingsAndOtherComposites() throws IOException {
        var a = scene("a", "Yard");
        var b = scene("b", "Harbour");
        Files.writeString(b.resolve("assets/scene/main.composite"), BASE.replace("1.50", "7"));
        Files.writeString(b.resolve("lamp.composite"), BASE.replace("Ship", "Boat"));
        assertEquals(0, run("diff", a, a).code);
        assertEquals(
                "scene.json\n  ~ display.title: \"Yard\" -> \"Harbour\"\n"
                        + "Box (512)\n  ~ core::Transform.position.x: 1.5 -> 7\n"
                        + "lamp.composite: Boat (513)\n"
                        + "  ~ core-schema::Name.value: \"Ship\" -> \"Boat\"\n",
                run("diff", a, b).out.replace("\r", ""));
        assertTrue(run("diff", a, b, "--json").out.contains("\"file\":\"lamp.composite\""));
    }

    private Path scene(String name, String title) throws IOException {
        var scene = folder.resolve(name);
        Files.createDirectories(scene.resolve("assets/scene"));
        Files.writeString(scene.resolve("assets/scene/main.composite"), BASE);
        Files.writeString(scene.resolve("lamp.composite"), BASE);
        Files.writeString(
                scene.resolve("scene.json"), "{\"display\":{\"title\":\"" + title + "\"}}");
        return scene;
    }

    private static final String SETTINGS =
            """
            {
                "display": { "title": "Yard", "description": "" },
                "scene": { "parcels": ["0,0"], "base": "0,0" },
                "spawnPoints": [{"name": "Gate", "default": true, "position": {"x": [0, 3]}}],
                "mine": 1.50
            }
            """;

    @Test
    void settingsAreMergedIntoOurText() throws IOException {
        var ended =
                merge(
                        SETTINGS,
                        SETTINGS.replace("Yard", "Harbour")
                                .replace("\"0,0\"]", "\"0,0\", \"0,1\"]"),
                        SETTINGS.replace("1.50", "2.50")
                                .replace("[0, 3]", "[0, 5]")
                                .replace("\"0,0\"]", "\"0,0\", \"1,0\"]"));
        assertEquals(new Ended(0, "", ""), ended);
        assertEquals(
                SETTINGS.replace("Yard", "Harbour")
                        .replace("1.50", "2.5")
                        .replace("[0, 3]", "[0, 5]")
                        .replace("\"0,0\"]", "\"0,0\", \"0,1\", \"1,0\"]"),
                Files.readString(ours));
    }

    private Ended merge(String was, String our, String their) throws IOException {
        Files.writeString(base, was);
        Files.writeString(ours, our);
        Files.writeString(theirs, their);
        return run("merge", base, ours, theirs, "-o", ours);
    }

    @Test
    void aConflictOfSettingsIsListedByItsPath() throws IOException {
        var our = SETTINGS.replace("Yard", "Harbour");
        var ended = merge(SETTINGS, our, SETTINGS.replace("Yard", "Port").replace("1.50", "2"));
        assertEquals(1, ended.code);
        assertTrue(ended.err.contains("scene.json.display.title"), ended.err);
        assertEquals(our.replace("1.50", "2"), Files.readString(ours));
        assertEquals(
                "[{\"entity\":0,\"component\":\"scene.json\",\"path\":\"display.title\","
                        + "\"base\":\"Yard\",\"ours\":\"Harbour\",\"theirs\":\"Port\"}]",
                ValueJson.print(ValueJson.parse(Files.readString(list()))));
    }

    @Test
    void settingsThatBothAddedHaveAnEmptyBase() throws IOException {
        assertEquals(1, merge("", SETTINGS, SETTINGS.replace("Yard", "Port")).code);
        assertEquals(SETTINGS, Files.readString(ours));
    }

    @Test
    void settingsAreNotMergedWithAComposite() throws IOException {
        var ended = merge(SETTINGS, SETTINGS, BASE);
        assertEquals(2, ended.code);
        assertTrue(ended.err.contains("Some of these files are composites"), ended.err);
        assertEquals(SETTINGS, Files.readString(ours));
    }

    @Test
    void brokenSettingsLeaveAllAsItIs() throws IOException {
        var ended = merge(SETTINGS, SETTINGS, SETTINGS.replace("1.50", "<<<<"));
        assertEquals(2, ended.code);
        assertTrue(ended.err.contains(".merge_file_theirs"), ended.err);
        var twice = merge(SETTINGS, SETTINGS, SETTINGS.replace("\"mine\"", "\"scene\""));
        assertEquals(2, twice.code);
        assertTrue(twice.err.contains("\"scene\" stands twice"), twice.err);
        assertEquals(SETTINGS, Files.readString(ours));
    }

    @Test
    void settingsDifferByTheirPaths() throws IOException {
        var ended = diff(SETTINGS, SETTINGS.replace("Yard", "Port").replace("[0, 3]", "[0, 5]"));
        assertEquals(
                "scene.json\n  ~ display.title: \"Yard\" -> \"Port\"\n"
                        + "  ~ spawnPoints.0.position.x.1: 3 -> 5\n",
                ended.out.replace("\r", ""));
        assertEquals(1, ended.code);
        assertEquals(0, diff(SETTINGS, SETTINGS).code);
        assertEquals(2, diff(SETTINGS, BASE).code);
    }

    @Test
    void aFolderWithBrokenSettingsIsNotCompared() throws IOException {
        var a = scene("a", "Yard");
        var b = scene("b", "Yard");
        Files.writeString(b.resolve("scene.json"), "{");
        assertEquals(2, run("diff", a, b).code);
    }
}
