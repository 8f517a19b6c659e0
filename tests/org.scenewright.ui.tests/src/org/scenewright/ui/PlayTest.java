// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.ui.OpenEditor.BLUE;
import static org.scenewright.ui.OpenEditor.GREEN;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PartInitException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scenewright.crdt.Entity;
import org.scenewright.runtime.PlayState;
import org.scenewright.scene.Edit;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The code of a scene runs in the real workbench, by real mouse and keys. */
class PlayTest {
    private final Robot robot = new Robot();
    private final Resources resources = new Resources();
    private OpenEditor open;

    @BeforeEach
    void openAScene() {
        var file = SceneText.boxes().write(OpenEditor.temporary().resolve("played"));
        var folder = file.resolve("../../..").normalize();
        write(
                folder.resolve("scene.json"),
                """
                { "ecs7": true, "runtimeVersion": "7", "main": "bin/index.js",
                  "display": { "title": "played" },
                  "scene": { "parcels": ["0,0"], "base": "0,0" } }
                """);
        open = new OpenEditor(robot, file);
        open.ready();
        resources.own(open, OpenEditor::close);
    }

    @AfterEach
    void closeIt() {
        robot.letGo();
        resources.close();
    }

    private static Path write(Path file, String text) {
        try {
            Files.createDirectories(file.resolveSibling(""));
            return Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void build(String bundle) {
        write(open.folder().resolve("bin/index.js"), bundle);
    }

    private ScenePlay play() {
        return open.scene().play();
    }

    private void awaitPlaying() {
        robot.untilStarted(
                () -> "it is " + play().state(), () -> play().state() instanceof PlayState.Playing);
    }

    /** By its keys. */
    private void start() {
        robot.press("ctrl+p");
        awaitPlaying();
        robot.until("the running scene is shown", () -> play().shown().isPresent());
    }

    private void stop() {
        robot.press("ctrl+p");
        robot.until("the document is shown", () -> !play().isOn());
    }

    private byte[] bytes() {
        try {
            return Files.readAllBytes(open.file());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private double shownHeight() {
        var transform = open.scene().shown().value(GREEN, SceneSnapshot.TRANSFORM);
        return transform.orElse(Value.EMPTY).number("position.y", 0);
    }

    private Point green() {
        return open.glimpse().middle(Pixels.GREEN_BOX);
    }

    @Test
    void whatMovesIsSeenAndTheDocumentStays() {
        build(PlayScripts.RISING);
        var file = bytes();
        var before = open.pixels().middle(Pixels.GREEN_BOX);
        start();
        robot.until("the box has risen", () -> green().y < before.y - 20);
        assertTrue(shownHeight() > 1, "the running scene has it higher");
        assertEquals(1, open.transform(GREEN).number("position.y", 0));
        assertFalse(open.editor().isDirty());
        stop();
        assertEquals(before, open.pixels().middle(Pixels.GREEN_BOX));
        assertArrayEquals(file, bytes());
    }

    @Test
    void aClickIsTheScenesAndSelectsNothing() {
        build(PlayScripts.JUMPING);
        var before = open.pixels().middle(Pixels.GREEN_BOX);
        start();
        robot.click(open.canvas(), before);
        robot.until("the box has jumped", () -> green().y < before.y - 20);
        assertEquals(List.of(), open.selected());
        stop();
        robot.click(open.canvas(), open.pixels().middle(Pixels.GREEN_BOX));
        robot.until("it is selected", () -> open.selected().equals(List.of(GREEN)));
    }

    /** Keeps the height that the code has given to the green box, by the menu of the field. */
    @Test
    void whatTheCodeDidIsLiveInPropertiesAndCanBeKept() {
        build(PlayScripts.RISING);
        open.scene().select(List.of(GREEN));
        start();
        robot.until("the box has risen", () -> shownHeight() > 1.2);
        robot.press("ctrl+shift+p");
        robot.until("it waits", () -> play().state() instanceof PlayState.Paused);
        robot.until("the sheet shows it", () -> typed() > 1.2);
        double height = shownHeight();
        var edit =
                play().shown()
                        .orElseThrow()
                        .keep(GREEN, SceneSnapshot.TRANSFORM, FieldPath.of("position", "y"));
        open.scene().post(edit.orElseThrow());
        robot.until("it is kept", () -> kept() == height);
        stop();
        assertEquals(height, kept());
        robot.until("it is to be saved", () -> open.editor().isDirty());
    }

    private double typed() {
        return Robot.field(Text.class, "position.y")
                .map(Text::getText)
                .map(text -> text.isBlank() ? 0 : Double.parseDouble(text))
                .orElse(0.0);
    }

    private double kept() {
        return open.transform(GREEN).number("position.y", 0);
    }

    @Test
    void selectionAndCameraOutliveIt() {
        build(PlayScripts.RISING);
        open.scene().select(List.of(BLUE));
        var gaze = open.scene().gaze();
        start();
        assertEquals(List.of(BLUE), open.selected());
        stop();
        assertEquals(List.of(BLUE), open.selected());
        assertEquals(gaze, open.scene().gaze());
    }

    @Test
    void whatPeopleEditMeanwhileStays() {
        build(PlayScripts.RISING);
        start();
        open.scene()
                .post(
                        new Edit.Set(
                                BLUE,
                                SceneSnapshot.TRANSFORM,
                                FieldPath.of("position", "x"),
                                new Value.Num(5)));
        robot.until(
                "the running scene follows",
                () ->
                        open.scene()
                                        .shown()
                                        .value(BLUE, SceneSnapshot.TRANSFORM)
                                        .orElse(Value.EMPTY)
                                        .number("position.x", 0)
                                == 5);
        stop();
        assertEquals(5, open.transform(BLUE).number("position.x", 0));
    }

    @Test
    void whatTheCodeMakesIsInTheOutlineWhileItRuns() {
        build(PlayScripts.MAKING);
        start();
        robot.until("there is a row of it", this::hasMade);
        stop();
        robot.until("there is no row of it", () -> !hasMade());
    }

    private boolean hasMade() {
        return Stream.of(open.tree().getItem(0).getItems())
                .map(SceneTree::supplied)
                .anyMatch(Entity.of(700, 0)::equals);
    }

    @Test
    void aSceneThatIsNotBuiltSaysSo() {
        robot.press("ctrl+p");
        robot.until(
                "it says so", () -> Robot.shows("Build the scene first: bin/index.js is missing."));
        assertFalse(play().isOn());
    }

    @Test
    void codeThatThrowsInTheBeginningSaysWhyAndBeginsAnew() {
        build("exports.onStart = async () => { throw new Error('no luck') }");
        robot.press("ctrl+p");
        robot.untilStarted(
                () -> "it is " + play().state(), () -> play().state() instanceof PlayState.Failed);
        assertTrue(play().complaint().orElse("").contains("no luck"), "the reason");
        build(PlayScripts.RISING);
        var restart = robot.await("a way out", () -> Robot.find(Link.class, "Restart"));
        robot.click(restart, new Point(8, restart.getSize().y / 2));
        awaitPlaying();
        stop();
    }

    @Test
    void itWaitsAndGoesFrameByFrame() {
        build(PlayScripts.RISING);
        start();
        robot.press("ctrl+shift+p");
        robot.until("it waits", () -> play().state() instanceof PlayState.Paused);
        robot.settle();
        double height = shownHeight();
        robot.settle();
        assertEquals(height, shownHeight());
        robot.press("ctrl+alt+p");
        robot.until("one frame has gone by", () -> shownHeight() > height);
        robot.press("ctrl+shift+p");
        awaitPlaying();
        robot.until("it goes on", () -> shownHeight() > height + 0.2);
        stop();
    }

    @Test
    void whatIsBuiltAnewIsPlayedAnew() {
        build(PlayScripts.MAKING);
        start();
        build(PlayScripts.RISING);
        robot.untilStarted(() -> "it is at " + shownHeight(), () -> shownHeight() > 1.2);
        stop();
    }

    @Test
    void howItRunsIsInTheRuntimeView() throws PartInitException {
        build(PlayScripts.RISING);
        var view = open.page().showView(RuntimeView.ID);
        var figures = robot.await("figures", () -> Robot.find(Table.class, "runtime.figures"));
        open.activate();
        start();
        robot.until("ticks are counted", () -> ticks(figures) > 5);
        stop();
        robot.until("there are no figures", () -> figures.getItemCount() == 0);
        open.page().hideView(view);
    }

    private static int ticks(Table figures) {
        return Stream.of(figures.getItems())
                .filter(row -> row.getText(0).equals("Ticks"))
                .mapToInt(row -> Integer.parseInt(row.getText(1)))
                .findFirst()
                .orElse(0);
    }

    @Test
    void whatTheCodeSaysIsInTheConsole() {
        build("exports.onStart = async () => { console.log('hello', 42) }");
        robot.press("ctrl+p");
        robot.untilStarted(
                () -> "it is " + play().state(),
                () ->
                        play().output()
                                .filter(
                                        out ->
                                                out.console()
                                                        .getDocument()
                                                        .get()
                                                        .contains("hello 42"))
                                .isPresent());
        assertEquals("played", play().output().orElseThrow().console().getName());
        stop();
    }
}
