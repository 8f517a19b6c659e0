// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.crdt.Entity;
import org.scenewright.runtime.SceneSession;
import org.scenewright.scene.SceneProject;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.Value;
import org.scenewright.testing.OfficialSdk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;

/** Two people at two workbenches, each with mouse, keys and screen, edit one scene. */
class TwoWorkbenchesTest {
    private static final String GREEN = "512";
    private static final String BLUE = "513";
    private static final String WHITE = "514";
    private static final Pattern PORT = Pattern.compile("127\\.0\\.0\\.1:(\\d+)");

    private static final List<AutoCloseable> OPEN = new ArrayList<>();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path folder;

    private static Bench anna;
    private static Bench ben;

    private final List<Done> everything = new ArrayList<>();
    private String annas = "";
    private String bens = "";

    /** What an entity has at a path of its Transform since somebody edited it. */
    private record Done(String entity, String path, String number) {}

    @BeforeAll
    static void sitDown() throws IOException {
        anna = own(new Bench("Anna", folder.resolve("anna")));
        ben = own(new Bench("Ben", folder.resolve("ben")));
    }

    @AfterAll
    static void getUp() throws Exception {
        for (var closeable : OPEN) {
            closeable.close();
        }
        OPEN.clear();
    }

    /** Both open their copies, Anna shares hers, and Ben joins by a link. */
    private CuttableLine meet() throws IOException {
        both(
                anna.begins("open", scene("anna").toString()),
                ben.begins("open", scene("ben").toString()));
        String link = anna.does("share");
        var line = own(new CuttableLine(port(link)));
        ben.does("join", link.replace(":" + port(link), ":" + line.entrance()));
        bothAreLive();
        return line;
    }

    private static <T extends AutoCloseable> T own(T closeable) {
        OPEN.addFirst(closeable);
        return closeable;
    }

    private static Path scene(String person) {
        return folder.resolve(person).resolve("together");
    }

    private static int port(String link) {
        var found = PORT.matcher(link);
        assertEquals(true, found.find(), link);
        return Integer.parseInt(found.group(1));
    }

    private static void both(CompletableFuture<String> one, CompletableFuture<String> other) {
        CompletableFuture.allOf(one, other).join();
    }

    private static void bothAreLive() {
        String live = "Live with one other";
        both(anna.begins("reads", live), ben.begins("reads", live));
    }

    private void type(Bench bench, String entity, String path, String number) {
        bench.does("choose", entity);
        bench.does("type", path, number);
        bench.does("has", entity, path, number);
        everything.add(new Done(entity, path, number));
    }

    /** Takes what somebody has dragged as done. */
    private void dragged(Bench bench, String entity) {
        bench.does("let go");
        everything.add(new Done(entity, "position.x", bench.does("number", entity, "position.x")));
    }

    private void bothHaveEverything() {
        for (var done : everything) {
            both(has(anna, done), has(ben, done));
        }
    }

    private static CompletableFuture<String> has(Bench bench, Done done) {
        return bench.begins("has", done.entity(), done.path(), done.number());
    }

    @Test
    void whatTwoDoTogetherAndApartIsInBothTheirFiles() throws IOException {
        var line = meet();
        theySeeWhatTheOtherHasSelected();
        theyDragDifferentThingsAtOnce();
        theyEditOneComponentAtOnce();
        theyEditApartAndMeetAgain(line);
        both(anna.begins("save"), ben.begins("save"));
        assertArrayEquals(saved("anna"), saved("ben"));
        theFileHasEverything();
    }

    @Test
    void anAssetThatOneAloneHasIsSeenByTheOtherAndByWhoComesLater() throws IOException {
        both(anna.begins("moor"), ben.begins("open", folder.resolve("ben/harbour").toString()));
        String link = anna.does("share");
        ben.does("join", link);
        bothAreLive();
        var clara = own(new Bench("Clara", folder.resolve("clara")));
        anna.does("place the boat");
        ben.does("sees the boat");
        clara.does("open", folder.resolve("clara/harbour").toString());
        clara.does("join", link);
        clara.does("sees the boat");
    }

    @Test
    void whatOnesScriptKeepsInStepIsTheSameWhereTheOtherPlays() throws Exception {
        var built = built();
        for (var person : List.of("anna", "ben")) {
            OfficialSdk.copy(built, folder.resolve(person).resolve("lit"));
        }
        both(
                anna.begins("open", folder.resolve("anna/lit").toString()),
                ben.begins("open", folder.resolve("ben/lit").toString()));
        ben.does("join", anna.does("share"));
        bothAreLive();
        var before = whatThereIs();
        try {
            theyColourTheLampInTurn();
        } catch (CompletionException failed) {
            throw new AssertionError(howItStands(anna) + "\n" + howItStands(ben), failed);
        }
        both(anna.begins("stop"), ben.begins("stop"));
        bothAreLit("00ff00");
        assertEquals(before, whatThereIs());
    }

    private static void theyColourTheLampInTurn() {
        // One after the other, as each process has a share of the machine to begin with.
        anna.does("play");
        ben.does("play");
        bothAreLit("ffff00");
        anna.does("click", "00ff00", "Colour the lamp");
        bothHaveTheLamp("ff0000");
        // Only who has heard of red goes on to blue.
        ben.does("click", "ff0000", "Colour the lamp");
        bothHaveTheLamp("0000ff");
    }

    private static String howItStands(Bench bench) {
        return bench.begins("stands", "Lamp", "core::Material")
                .handle((stands, silent) -> silent == null ? stands : silent.toString())
                .join();
    }

    /** The scene with its bundle, as the SDK builds it. */
    private static Path built() throws Exception {
        var sdk = OfficialSdk.fetched();
        assumeTrue(sdk.isPresent(), "the official SDK was not fetched");
        var source = OfficialSdk.checkout("tests/projects/played/lit");
        var project = folder.resolve("project");
        OfficialSdk.copy(source, project);
        sdk.orElseThrow().install(project);
        sdk.orElseThrow().build(project);
        // Without the packages, which no workspace has to come upon.
        var built = folder.resolve("lit");
        OfficialSdk.copy(source, built);
        OfficialSdk.copy(project.resolve("bin"), built.resolve("bin"));
        return built;
    }

    private static void bothAreLit(String color) {
        both(anna.begins("lit", color), ben.begins("lit", color));
    }

    private static void bothHaveTheLamp(String color) {
        bothAreLit(color);
        var value = anna.does("played", "Lamp", "core::Material");
        assertEquals(value, ben.does("played", "Lamp", "core::Material"));
    }

    /** The documents of both, and all files. */
    private static Map<String, ByteBuffer> whatThereIs() throws IOException {
        var all = new TreeMap<String, ByteBuffer>();
        all.put("anna", StandardCharsets.UTF_8.encode(anna.does("document")));
        all.put("ben", StandardCharsets.UTF_8.encode(ben.does("document")));
        for (var person : List.of("anna", "ben")) {
            try (var files = Files.walk(folder.resolve(person).resolve("lit"))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    all.put(file.toString(), ByteBuffer.wrap(Files.readAllBytes(file)));
                }
            }
        }
        return all;
    }

    private void theySeeWhatTheOtherHasSelected() {
        annas = color(ben.does("others"), "Anna");
        bens = color(anna.does("others"), "Ben");
        both(anna.begins("choose", GREEN), ben.begins("choose", BLUE));
        both(ben.begins("sees", GREEN, annas), anna.begins("sees", BLUE, bens));
        anna.does("choose", WHITE);
        ben.does("sees", WHITE, annas);
        ben.does("sees no more", GREEN, annas);
        ben.does("choose", GREEN);
        anna.does("sees", GREEN, bens);
        anna.does("sees no more", BLUE, bens);
    }

    private static String color(String others, String name) {
        assertEquals(name, others.substring(0, name.length()));
        return others.substring(name.length() + 1);
    }

    private void theyDragDifferentThingsAtOnce() {
        anna.does("grasp", GREEN);
        ben.does("sees", GREEN, annas);
        ben.does("grasp", BLUE);
        both(anna.begins("pull", "60"), ben.begins("pull", "40"));
        // Neither has let go yet.
        both(anna.begins("moved", BLUE, "2"), ben.begins("moved", GREEN, "8"));
        dragged(anna, GREEN);
        dragged(ben, BLUE);
        bothHaveEverything();
    }

    private void theyEditOneComponentAtOnce() {
        ben.does("choose", WHITE);
        anna.does("sees", WHITE, bens);
        anna.does("grasp", WHITE);
        both(anna.begins("pull", "-50"), ben.begins("type", "scale.y", "5"));
        ben.does("moved", WHITE, "14");
        everything.add(new Done(WHITE, "scale.y", "5"));
        dragged(anna, WHITE);
        both(anna.begins("type", "position.y", "3"), ben.begins("type", "scale.x", "2"));
        everything.add(new Done(WHITE, "position.y", "3"));
        everything.add(new Done(WHITE, "scale.x", "2"));
        bothHaveEverything();
    }

    private void theyEditApartAndMeetAgain(CuttableLine line) throws IOException {
        line.cut();
        both(anna.begins("reads", "Shared, nobody else"), ben.begins("reads", "Offline"));
        type(ben, GREEN, "position.y", "4");
        type(anna, BLUE, "position.y", "2.5");
        type(ben, WHITE, "position.z", "6.5");
        type(anna, WHITE, "scale.z", "2.25");
        ben.does("reads", "Offline, ");
        assertEquals("1.0", anna.does("number", GREEN, "position.y"));
        assertEquals("1.0", ben.does("number", BLUE, "position.y"));
        line.mend();
        bothAreLive();
        bothHaveEverything();
    }

    private static byte[] saved(String person) throws IOException {
        return Files.readAllBytes(scene(person).resolve("assets/scene/main.composite"));
    }

    private void theFileHasEverything() {
        try (var session = SceneSession.open(SceneProject.of(scene("ben"))).join()) {
            for (var done : everything) {
                var entity = Entity.of(Integer.parseInt(done.entity()), 0);
                var value = session.snapshot().value(entity, SceneSnapshot.TRANSFORM);
                double number = value.orElse(Value.EMPTY).number(done.path(), Double.NaN);
                assertEquals(Double.parseDouble(done.number()), number, 1e-4, done::toString);
            }
        }
    }
}
