// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IPropertyListener;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.IWorkbenchWindow;
import org.scenewright.runtime.SceneSession;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Watches which editors come, go and are before the person; UI thread. */
final class EditorWatch implements IPartListener2, AutoCloseable {
    private final IWorkbench workbench;
    private final Runnable turned;
    private final Consumer<SceneSession> closed;
    private final WindowWatch windows = new WindowWatch(this::watch);
    // An editor that has read its scene tells that its title has changed.
    private final IPropertyListener read = (source, property) -> changed();

    /**
     * @param turned called when another editor is before the person, or has read its scene
     * @param closed told the scene of an editor that is closed
     */
    EditorWatch(IWorkbench workbench, Runnable turned, Consumer<SceneSession> closed) {
        this.workbench = workbench;
        this.turned = turned;
        this.closed = closed;
        Arrays.stream(workbench.getWorkbenchWindows()).forEach(this::watch);
        workbench.addWindowListener(windows);
    }

    private void watch(IWorkbenchWindow window) {
        window.getPartService().addPartListener(this);
        pages(window).flatMap(EditorWatch::editors).forEach(this::follow);
    }

    private void follow(IEditorPart editor) {
        editor.addPropertyListener(read);
    }

    /** The editor before the person. */
    Optional<IEditorPart> active() {
        return Optional.ofNullable(workbench.getActiveWorkbenchWindow())
                .or(() -> Arrays.stream(workbench.getWorkbenchWindows()).findFirst())
                .flatMap(window -> Optional.ofNullable(window.getActivePage()))
                .flatMap(page -> Optional.ofNullable(page.getActiveEditor()));
    }

    /** All open editors. */
    Stream<IEditorPart> all() {
        return Arrays.stream(workbench.getWorkbenchWindows())
                .flatMap(EditorWatch::pages)
                .flatMap(EditorWatch::editors);
    }

    private static Stream<IWorkbenchPage> pages(IWorkbenchWindow window) {
        return Arrays.stream(window.getPages());
    }

    private static Stream<IEditorPart> editors(IWorkbenchPage page) {
        return Arrays.stream(page.getEditorReferences())
                .flatMap(reference -> editor(reference).stream());
    }

    private static Optional<IEditorPart> editor(IEditorReference reference) {
        return Optional.ofNullable(reference.getEditor(false));
    }

    private void changed() {
        turned.run();
    }

    @Override
    public void partActivated(IWorkbenchPartReference part) {
        changed();
    }

    @Override
    public void partBroughtToTop(IWorkbenchPartReference part) {
        changed();
    }

    @Override
    public void partOpened(IWorkbenchPartReference part) {
        if (part.getPart(false) instanceof IEditorPart editor) {
            follow(editor);
        }
        changed();
    }

    @Override
    public void partClosed(IWorkbenchPartReference part) {
        if (part.getPart(false) instanceof IEditorPart editor) {
            SharedScenes.scene(editor).ifPresent(closed);
        }
        changed();
    }

    @Override
    public void close() {
        workbench.removeWindowListener(windows);
        for (var window : workbench.getWorkbenchWindows()) {
            window.getPartService().removePartListener(this);
        }
        all().forEach(editor -> editor.removePropertyListener(read));
    }
}
