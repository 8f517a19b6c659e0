// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.Value;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A scene of its own in a temporary folder, open in a Scene editor of the real workbench. */
final class OpenEditor implements AutoCloseable {
    static final Entity GREEN = Entity.of(512, 0);
    static final Entity BLUE = Entity.of(513, 0);

    private final Robot robot;
    private final Path folder;
    private final Path file;
    private final SceneEditor editor;
    private final IWorkbenchPage page;

    OpenEditor(Robot robot, SceneText text, String name) {
        this(robot, text.write(temporary().resolve(name)));
    }

    /**
     * @param file a composite where composites are, in a folder that the test made
     */
    OpenEditor(Robot robot, Path file) {
        this.robot = robot;
        this.file = file;
        folder = file.resolve("../../..").normalize();
        try {
            editor = open();
        } catch (CoreException failure) {
            throw new IllegalStateException(failure);
        }
        page = editor.getSite().getPage();
    }

    /** A new folder, which is gone when the workbench is. */
    static Path temporary() {
        try {
            var folder = Files.createTempDirectory("scene");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void delete(Path folder) {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Waits until the scene is on the screen. */
    OpenEditor ready() {
        robot.await("the scene is open", () -> desk().scene());
        robot.await(
                "a picture has come", () -> desk().pane().flatMap(pane -> pane.canvas().picture()));
        robot.until("the outline is there", OpenEditor::isOutlined);
        activate();
        return this;
    }

    /** A new page has no size yet, and its columns follow later still. */
    private static boolean isOutlined() {
        return Robot.find(Tree.class, "entities").filter(OpenEditor::hasColumns).isPresent();
    }

    private static boolean hasColumns(Tree tree) {
        var area = tree.getClientArea();
        var last = tree.getItem(0).getBounds(tree.getColumnCount() - 1);
        return last.width > 0
                && area.contains(last.x, last.y)
                && area.width - last.x < 2 * last.width;
    }

    private SceneEditor open() throws CoreException {
        var workbench = PlatformUI.getWorkbench();
        var window =
                workbench.getActiveWorkbenchWindow() == null
                        ? workbench.getWorkbenchWindows()[0]
                        : workbench.getActiveWorkbenchWindow();
        window.getShell().setBounds(0, 0, 1400, 900);
        window.getShell().forceActive();
        workbench.showPerspective(ScenePerspective.ID, window);
        var scene = SceneFolder.of(folder);
        scene.link(new NullProgressMonitor());
        return (SceneEditor) IDE.openEditor(window.getActivePage(), scene.file().orElseThrow());
    }

    SceneEditor editor() {
        return editor;
    }

    SceneDesk desk() {
        return editor.desk();
    }

    OpenScene scene() {
        return desk().scene().orElseThrow();
    }

    SceneSnapshot snapshot() {
        return scene().snapshot();
    }

    Path file() {
        return file;
    }

    Path folder() {
        return folder;
    }

    List<String> lines() {
        try {
            return Files.readAllLines(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Value transform(Entity entity) {
        return snapshot().value(entity, SceneSnapshot.TRANSFORM).orElse(Value.EMPTY);
    }

    List<Entity> selected() {
        return scene().selected();
    }

    Canvas canvas() {
        return desk().pane().orElseThrow().canvas().control();
    }

    Tree tree() {
        return Robot.find(Tree.class, "entities").orElseThrow();
    }

    /** Pulls the handle of the X axis of what is selected to the right, without letting go. */
    void pullHandle() {
        var handle = pixels().rightEnd(Pixels.X_HANDLE);
        robot.pull(
                canvas(),
                handle,
                new Point(handle.x + 30, handle.y - 10),
                new Point(handle.x + 80, handle.y - 25));
    }

    /**
     * What the viewport shows at the moment, waiting until it shows the document as it is and at
     * its best.
     */
    Pixels pixels() {
        robot.settle();
        robot.until(this::unsettled, () -> picture().filter(this::isLast).isPresent());
        return glimpse();
    }

    private String unsettled() {
        return picture()
                .map(
                        shown ->
                                "the picture is of revision "
                                        + shown.revision()
                                        + " at "
                                        + shown.quality()
                                        + ", "
                                        + shown.image().getBounds())
                .map(
                        shown ->
                                shown
                                        + ", not of "
                                        + snapshot().revision()
                                        + ", "
                                        + canvas().getSize())
                .orElse("there is no picture");
    }

    private boolean isLast(Picture shown) {
        var size = canvas().getSize();
        var bounds = shown.image().getBounds();
        return shown.fine()
                && shown.revision() == snapshot().revision()
                && bounds.width == size.x
                && bounds.height == size.y;
    }

    /** What the viewport shows at the moment, however hastily it was drawn. */
    Pixels glimpse() {
        return Pixels.of(picture().orElseThrow().image());
    }

    private Optional<Picture> picture() {
        return desk().pane().flatMap(pane -> pane.canvas().picture());
    }

    /** What happens when the window becomes active: the editor looks at its files. */
    void look() {
        editor.getSite().getShell().notifyListeners(SWT.Activate, new Event());
    }

    IWorkbenchPage page() {
        return page;
    }

    void activate() {
        page().activate(editor);
        editor.setFocus();
        robot.focus(canvas());
    }

    /** Runs a command where the focus is, as a menu would: not before it is enabled. */
    void command(String id) {
        var window = editor.getSite().getWorkbenchWindow();
        var command = window.getService(ICommandService.class).getCommand(id);
        robot.until(id + " is enabled", command::isEnabled);
        try {
            editor.getSite()
                    .getWorkbenchWindow()
                    .getService(IHandlerService.class)
                    .executeCommand(id, null);
        } catch (CommandException failure) {
            throw new IllegalStateException(id, failure);
        }
    }

    void rename(Entity entity, String name) {
        new SceneEdits(scene()).rename(entity, name);
        robot.until("the name has changed", () -> snapshot().name(entity).equals(name));
    }

    @Override
    public void close() {
        page().closeEditor(editor, false);
        for (var container : Workspace.folders(folder).toList()) {
            delete(container.getProject());
        }
    }

    private static void delete(IProject project) {
        try {
            project.delete(true, true, null);
        } catch (CoreException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
