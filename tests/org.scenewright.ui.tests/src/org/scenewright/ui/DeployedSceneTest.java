// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scenewright.content.Cid;
import org.scenewright.schema.ValueJson;
import org.scenewright.testing.LoopbackContent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A scene comes from a content server on this machine, is edited, and goes to another address. */
class DeployedSceneTest {
    private static final String TITLE = "Open Scene from Content Server";

    private final Robot robot = new Robot();
    private final IWorkbenchWindow window = PlatformUI.getWorkbench().getWorkbenchWindows()[0];
    private final LoopbackContent remote = new LoopbackContent();
    private final Path folder = OpenEditor.temporary();
    private final String cache = System.getProperty("scenewright.cache", "");

    DeployedSceneTest() {
        System.setProperty("scenewright.cache", folder.resolve("cache").toString());
    }

    @AfterEach
    void close() throws CoreException {
        window.getActivePage().closeAllEditors(false);
        for (var project : Workspace.root().getProjects()) {
            project.delete(true, true, new NullProgressMonitor());
        }
        ServerHabits.ofWorkspace().keepRealm("");
        remote.close();
        System.setProperty("scenewright.cache", cache);
        if (cache.isEmpty()) {
            System.clearProperty("scenewright.cache");
        }
    }

    @Test
    void theFileMenuOffersIt() {
        var file = window.getShell().getMenuBar().getItem(0).getMenu();
        file.notifyListeners(SWT.Show, new Event());
        assertTrue(
                Arrays.stream(file.getItems())
                        .anyMatch(item -> item.getText().startsWith(TITLE + "\u2026")));
        file.notifyListeners(SWT.Hide, new Event());
    }

    @Test
    void aDeployedSceneOpensWithItsFiles() throws IOException {
        deploy();
        order("3", "-4", "fetched");
        var editor = opened("fetched");
        var snapshot = editor.desk().scene().orElseThrow().snapshot();
        assertEquals("Green", snapshot.name(OpenEditor.GREEN));
        assertEquals(5, Files.size(folder.resolve("fetched/models/tree.glb")));
        assertEquals(remote.address(), ServerHabits.ofWorkspace().realm());
    }

    @Test
    void thePageSaysWhereThereIsNoScene() throws IOException {
        deploy();
        assertEquals("No scene stands at 7,7 there.", refusal("7", "7"));
        assertFalse(Files.exists(folder.resolve("refused")));
    }

    @Test
    void thePageSaysWhereNoServerAnswers() {
        remote.close();
        String said = refusal("3", "-4");
        assertTrue(said.contains("no connection"), said);
    }

    @Test
    void aSavedSceneIsPostedToWhereItsPeopleWant() {
        var open = new OpenEditor(robot, SceneText.boxes(), "posted").ready();
        var project = open.scene().session().project();
        ServerHabits.ofWorkspace().keepPosted(project.directory(), remote.address() + "/saved");
        open.rename(OpenEditor.GREEN, "Verde");
        robot.until("there is something to save", open.editor()::isDirty);
        open.page().saveEditor(open.editor(), false);
        robot.until("it was posted", () -> !remote.posted().isEmpty());
        var files = ValueJson.parse(remote.posted().getFirst()).items("files");
        String composite =
                files.stream()
                        .filter(file -> file.text("path", "").endsWith("main.composite"))
                        .map(file -> file.text("text", ""))
                        .collect(Collectors.joining());
        assertEquals(String.join("\n", open.lines()), composite.strip());
        open.close();
    }

    @Test
    void aSceneThatIsNotPostedIsSavedAndTheStatusLineSaysIt() {
        var open = new OpenEditor(robot, SceneText.boxes(), "unposted").ready();
        var project = open.scene().session().project();
        var said = new ArrayList<String>();
        open.scene().hear(said::add);
        remote.close();
        ServerHabits.ofWorkspace().keepPosted(project.directory(), remote.address() + "/saved");
        open.rename(OpenEditor.GREEN, "Verde");
        robot.until("there is something to save", open.editor()::isDirty);
        open.page().saveEditor(open.editor(), false);
        robot.until("it is saved", () -> !open.editor().isDirty());
        robot.until("it is said", () -> said.stream().anyMatch(s -> s.startsWith("Saved, but")));
        assertTrue(open.lines().contains("\"value\": \"Verde\""), open.lines()::toString);
        open.close();
    }

    /** The boxes, with a file beside them. */
    private void deploy() throws IOException {
        var source = folder.resolve("source");
        SceneText.boxes().write(source);
        Files.createDirectories(source.resolve("models"));
        Files.write(source.resolve("models/tree.glb"), new byte[5]);
        var entries = new ArrayList<String>();
        List<Path> files;
        try (Stream<Path> all = Files.walk(source)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (var file : files) {
            byte[] bytes = Files.readAllBytes(file);
            String path = source.relativize(file).toString();
            remote.put("/contents/" + Cid.of(bytes), bytes);
            entries.add("{\"file\":\"%s\",\"hash\":\"%s\"}".formatted(path, Cid.of(bytes)));
        }
        remote.deploy(
                "3,-4",
                "{\"type\":\"scene\",\"pointers\":[\"3,-4\"],\"content\":[%s]}"
                        .formatted(String.join(",", entries)));
    }

    private void order(String x, String y, String name) {
        robot.within(TITLE, () -> fill(x, y, name));
        command();
    }

    private String refusal(String x, String y) {
        var said = new ArrayList<String>();
        robot.within(
                TITLE,
                () -> {
                    var dialog = fill(x, y, "refused");
                    said.add(String.valueOf(dialog.getCurrentPage().getErrorMessage()));
                    dialog.close();
                });
        command();
        return said.getFirst();
    }

    /** What a person does in the wizard, and back when it is done. */
    private WizardDialog fill(String x, String y, String name) {
        enter("address", remote.address());
        enter("x", x);
        enter("y", y);
        enter("folder", folder.resolve(name).toString());
        var shell = window.getShell().getDisplay().getActiveShell();
        var finish = shell.getDefaultButton();
        robot.until("it can be finished", finish::isEnabled);
        finish.notifyListeners(SWT.Selection, new Event());
        return (WizardDialog) shell.getData();
    }

    private static void enter(String id, String text) {
        Robot.find(Text.class, id).orElseThrow().setText(text);
    }

    private void command() {
        try {
            window.getService(IHandlerService.class)
                    .executeCommand("org.scenewright.ui.deployed", null);
        } catch (CommandException failed) {
            throw new AssertionError(failed);
        }
    }

    private SceneEditor opened(String name) {
        return robot.await(
                "the scene is shown",
                () ->
                        Optional.ofNullable(window.getActivePage().getActiveEditor())
                                .filter(SceneEditor.class::isInstance)
                                .map(SceneEditor.class::cast)
                                .filter(editor -> shows(editor, folder.resolve(name))));
    }

    private static boolean shows(SceneEditor editor, Path place) {
        return editor.desk()
                .scene()
                .filter(scene -> scene.session().project().directory().equals(place))
                .isPresent();
    }
}
