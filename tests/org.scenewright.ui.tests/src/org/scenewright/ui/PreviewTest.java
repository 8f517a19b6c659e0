// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.console.ConsolePlugin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The commands of a project's SDK, of which a stand-in does nothing but talk. */
class PreviewTest {
    private static final String SERVES =
            "console.log(process.argv[2] + ' at http://localhost:8000/?a=1.');"
                    + " setInterval(() => {}, 1000)";

    private final Robot robot = new Robot();
    private final Resources resources = new Resources();
    private BuiltScene scene;
    private OpenEditor open;

    @BeforeEach
    void openAScene() {
        boolean hasNode =
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(place -> Files.isExecutable(Path.of(place, "node")));
        assumeTrue(hasNode, "there is no Node");
        scene = BuiltScene.write(SceneText.boxes(), "preview", "0,0");
        open = new OpenEditor(robot, scene.composite());
        open.ready();
        resources.own(open, OpenEditor::close);
    }

    @AfterEach
    void closeIt() {
        consoles().forEach(RunConsole::stop);
        var manager = ConsolePlugin.getDefault().getConsoleManager();
        manager.removeConsoles(consoles().toArray(RunConsole[]::new));
        robot.letGo();
        resources.close();
    }

    private static List<RunConsole> consoles() {
        return Stream.of(ConsolePlugin.getDefault().getConsoleManager().getConsoles())
                .filter(RunConsole.class::isInstance)
                .map(RunConsole.class::cast)
                .toList();
    }

    private void install(String code) {
        scene.write("package.json", "{ \"name\": \"preview\" }");
        scene.write("node_modules/@dcl/sdk-commands/dist/index.js", code);
    }

    private RunConsole console(String name) {
        return robot.await(
                name,
                () ->
                        consoles().stream()
                                .filter(console -> console.getName().startsWith(name))
                                .findFirst());
    }

    private void awaitText(RunConsole console, String text) {
        robot.until(
                () -> console.getDocument().get() + " says " + text,
                () -> console.getDocument().get().contains(text));
    }

    @Test
    void aPreviewRunsUntilItIsStopped() {
        install(SERVES);
        open.command(SceneActions.PREFIX + "preview");
        var console = console("Preview of preview");
        awaitText(console, "start at http://localhost:8000/");
        robot.until("its address is a link", () -> link(console).isPresent());
        assertEquals("http://localhost:8000/?a=1", link(console).orElseThrow().address());
        assertTrue(console.isRunning(), "it runs");
        open.command(SceneActions.PREFIX + "preview");
        assertEquals(1, consoles().size());
        console.stop();
        awaitText(console, "sdk-commands start was ended.");
        robot.until("it has ended", () -> !console.isRunning());
    }

    private static Optional<WebPlaces.Link> link(RunConsole console) {
        return Stream.of(console.getHyperlinks())
                .filter(WebPlaces.Link.class::isInstance)
                .map(WebPlaces.Link.class::cast)
                .findFirst();
    }

    @Test
    void aPreviewThatIsStoppedBeforeItBeginsIsOver() {
        install(SERVES);
        Job.getJobManager().suspend();
        try {
            open.command(SceneActions.PREFIX + "preview");
            var console = console("Preview of preview");
            assertTrue(console.isRunning(), "it is about to run");
            console.stop();
            robot.until("it has ended", () -> !console.isRunning());
            assertEquals("", console.getDocument().get());
        } finally {
            Job.getJobManager().resume();
        }
    }

    @Test
    void aDeploymentThatFailsSaysSo() {
        install("console.log('no wallet'); process.exit(2)");
        var answer = robot.answer("Deploy", "Deploy");
        open.command(SceneActions.PREFIX + "deploy");
        robot.until("it was asked", answer::given);
        var console = console("Deploy of preview");
        awaitText(console, "no wallet");
        awaitText(console, "sdk-commands deploy has ended with exit code 2.");
    }

    @Test
    void nothingIsDeployedThatWasOnlyAskedFor() {
        install(SERVES);
        var answer = robot.answer("Deploy", "Cancel");
        open.command(SceneActions.PREFIX + "deploy");
        robot.until("it was asked", answer::given);
        assertEquals(List.of(), consoles());
    }

    /** As the menu does it, which asks for the handler where the keys are. */
    @Test
    void aPreviewIsStartedFromOtherViews() throws PartInitException {
        install(SERVES);
        open.page().showView("org.eclipse.ui.navigator.ProjectExplorer");
        open.command(SceneActions.PREFIX + "preview");
        awaitText(console("Preview of preview"), "start at http://localhost:8000/");
    }

    @Test
    void whatIsMissingIsTold() {
        var answer = robot.answer("Preview", "OK");
        open.command(SceneActions.PREFIX + "preview");
        robot.until("it was told", answer::given);
        assertEquals(List.of(), consoles());
    }
}
