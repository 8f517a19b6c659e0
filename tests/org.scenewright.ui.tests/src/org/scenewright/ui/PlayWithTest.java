// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.PartInitException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scenewright.runtime.PlayState;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Several scenes run at once, at their parcels, in the viewport of the one that is edited. */
class PlayWithTest {
    private static final Pixels.Color RED_BOX =
            (red, green, blue) -> red > 180 && green < 60 && blue < 60;

    private static final String STILL =
            """
            const engine = require('~system/EngineApi');
            exports.onUpdate = async () => {
                await engine.crdtSendToRenderer({ data: new Uint8Array() });
            };
            """;

    private final Robot robot = new Robot();
    private final Resources resources = new Resources();
    private final BuiltScene main = BuiltScene.write(SceneText.boxes(), "main", "0,0").with(STILL);
    private final BuiltScene other =
            BuiltScene.write(new SceneText().box(512, "Red", "8, 1, 8", "1, 0, 0"), "other", "1,0")
                    .with(PlayScripts.RISING);
    private OpenEditor open;

    @BeforeEach
    void openOne() {
        open = new OpenEditor(robot, main.composite());
        resources.own(open, OpenEditor::close);
        open.ready();
    }

    @AfterEach
    void closeIt() {
        keep();
        robot.letGo();
        resources.close();
    }

    private void keep(Companion... companions) {
        PlayHabits.ofWorkspace().keep(open.folder(), List.of(companions));
    }

    private ScenePlay play() {
        return open.scene().play();
    }

    private void awaitPlaying() {
        robot.untilStarted(
                () -> "it is " + play().state(),
                () -> play().state() instanceof PlayState.Playing && play().shown().isPresent());
    }

    private void awaitGuest() {
        robot.untilStarted(
                () -> "beside it are " + play().guests().stream().map(Guest::state).toList(),
                () -> guest().flatMap(Guest::showing).isPresent());
    }

    private Optional<Guest> guest() {
        return play().guests().stream().findFirst();
    }

    private List<Point> red() {
        return open.glimpse().of(RED_BOX);
    }

    private double redHeight() {
        return -open.glimpse().middle(RED_BOX).y;
    }

    private void start() {
        open.command("org.scenewright.ui.play");
        awaitPlaying();
        awaitGuest();
        open.command("org.scenewright.ui.home");
        robot.until("the other scene is seen", () -> !red().isEmpty());
    }

    private void stop() {
        open.command("org.scenewright.ui.play");
        robot.until("the document is shown", () -> !play().isOn());
    }

    /** Where no window manager is, a dialog gets no real clicks. */
    private static void push(Button button) {
        button.setSelection(!button.getSelection());
        button.notifyListeners(SWT.Selection, new Event());
    }

    @Test
    void whatIsChosenInTheDialogIsPlayedAndSeen() throws CoreException {
        SceneFolder.of(other.folder()).link(new NullProgressMonitor());
        robot.until("it is in the workspace", () -> !folders(other.folder()).isEmpty());
        open.command("org.scenewright.ui.playwith");
        push(robot.await("a row", () -> Robot.find(Button.class, "with:other")));
        var ok = robot.await("a way on", () -> button("Play"));
        push(ok);
        awaitPlaying();
        awaitGuest();
        assertEquals(
                List.of(new Companion(other.folder(), false)),
                PlayHabits.ofWorkspace().companions(open.folder()));
        open.command("org.scenewright.ui.home");
        robot.until("it is seen", () -> !red().isEmpty());
        stop();
        for (var folder : folders(other.folder())) {
            folder.getProject().delete(true, true, null);
        }
    }

    private static List<IContainer> folders(Path path) {
        return Workspace.folders(path).toList();
    }

    /** A button of the dialog. */
    private static Optional<Button> button(String text) {
        return Stream.of(Display.getCurrent().getShells())
                .filter(shell -> shell.getText().equals("Play With"))
                .flatMap(PlayWithTest::buttons)
                .filter(found -> found.getText().equals(text))
                .findFirst();
    }

    private static Stream<Button> buttons(Control control) {
        return switch (control) {
            case Button button -> Stream.of(button);
            case Composite area -> Stream.of(area.getChildren()).flatMap(PlayWithTest::buttons);
            default -> Stream.empty();
        };
    }

    @Test
    void theDialogWarnsOfScenesOnOneParcel() {
        var same = BuiltScene.write(SceneText.boxes(), "same", "0,0");
        keep(new Companion(same.folder(), false));
        open.command("org.scenewright.ui.playwith");
        var warning = robot.await("a warning", () -> Robot.find(Label.class, "with.warning"));
        assertEquals("same stands on a parcel of main.", warning.getText());
        push(robot.await("a box", () -> Robot.find(Button.class, "global:same")));
        robot.until("a global scene is in nobody's way", () -> warning.getText().isEmpty());
        var cancel = robot.await("a way out", () -> button("Cancel"));
        push(cancel);
        robot.until("it is closed", () -> button("Cancel").isEmpty());
    }

    @Test
    void theOtherStandsAtItsParcelAndMovesAndNoFileChanges() {
        keep(new Companion(other.folder(), false));
        var files = List.of(main.bytes(), other.bytes());
        start();
        double before = redHeight();
        robot.until("it rises", () -> redHeight() > before + 10);
        int green = open.glimpse().middle(Pixels.GREEN_BOX).x;
        assertTrue(
                Math.abs(green - open.glimpse().middle(RED_BOX).x) > 60, "it is not in the first");
        stop();
        robot.until("it is gone", () -> red().isEmpty());
        assertArrayEquals(files.getFirst(), main.bytes());
        assertArrayEquals(files.getLast(), other.bytes());
        assertFalse(open.editor().isDirty());
    }

    @Test
    void aClickOnTheOtherSelectsNothing() {
        keep(new Companion(other.folder(), false));
        other.with(STILL);
        start();
        robot.click(open.canvas(), open.glimpse().middle(RED_BOX));
        robot.settle();
        assertEquals(List.of(), open.selected());
        stop();
    }

    @Test
    void bothWaitTogether() {
        keep(new Companion(other.folder(), false));
        start();
        open.command("org.scenewright.ui.pause");
        robot.until(
                "both wait",
                () -> guest().filter(g -> g.state() instanceof PlayState.Paused).isPresent());
        assertEquals(new PlayState.Paused(), play().state());
        stop();
    }

    @Test
    void whatFailsBesideIsToldAndTheFirstGoesOn() {
        keep(new Companion(other.folder(), true));
        other.with("exports.onStart = async () => { throw new Error('no luck') }");
        open.command("org.scenewright.ui.play");
        awaitPlaying();
        robot.untilStarted(
                () -> "it complains " + play().complaint(),
                () -> play().complaint().orElse("").contains("other, played beside this scene"));
        assertTrue(play().complaint().orElse("").contains("no luck"), "the reason");
        assertEquals(new PlayState.Playing(), play().state());
        stop();
    }

    @Test
    void whatIsNotThereIsToldAndTheFirstIsPlayed() {
        keep(new Companion(main.folder().resolveSibling("nowhere"), false));
        open.command("org.scenewright.ui.play");
        awaitPlaying();
        robot.until(
                "it says so",
                () -> play().complaint().orElse("").startsWith("There is no scene to be played"));
        assertEquals(new PlayState.Playing(), play().state());
        stop();
    }

    @Test
    void whatTheOtherSaysIsInAConsoleOfItsOwn() {
        keep(new Companion(other.folder(), false));
        other.with(STILL + "exports.onStart = async () => { console.log('from afar') }");
        open.command("org.scenewright.ui.play");
        awaitPlaying();
        awaitGuest();
        var console = guest().orElseThrow().console().console();
        assertEquals("other", console.getName());
        robot.until("it says so", () -> console.getDocument().get().contains("from afar"));
        var first = play().output().orElseThrow().console().getDocument().get();
        assertFalse(first.contains("from afar"), first);
        stop();
    }

    @Test
    void onlyWhatIsBuiltAnewBeginsAnew() {
        keep(new Companion(other.folder(), false));
        other.with(STILL);
        start();
        var first = play().shown().orElseThrow();
        double before = redHeight();
        other.with(PlayScripts.RISING);
        robot.untilStarted(
                () -> "it is at " + redHeight(),
                () -> !red().isEmpty() && redHeight() > before + 10);
        assertEquals(Optional.of(first), play().shown());
        stop();
    }

    @Test
    void theRuntimeViewHasFiguresOfEach() throws PartInitException {
        keep(new Companion(other.folder(), false));
        var view = open.page().showView(RuntimeView.ID);
        open.activate();
        start();
        // Before it is the console, which the play has brought there.
        open.page().bringToTop(view);
        var combo = robot.await("a choice", () -> Robot.find(Combo.class, "runtime.cast"));
        assertEquals(List.of("main", "other"), List.of(combo.getItems()));
        stop();
        robot.until("there is no choice", () -> !combo.isVisible());
        open.page().hideView(view);
    }
}
