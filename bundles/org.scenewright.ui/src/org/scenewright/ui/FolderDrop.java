// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchWindow;

import java.nio.file.Path;
import java.util.Optional;

/** Opens the scene of a folder that is dropped from a file manager. */
final class FolderDrop extends DropTargetAdapter {
    private final IWorkbenchWindow window;

    private FolderDrop(IWorkbenchWindow window) {
        this.window = window;
    }

    static void onto(Control control, IWorkbenchWindow window) {
        var target = new DropTarget(control, DND.DROP_COPY | DND.DROP_LINK | DND.DROP_DEFAULT);
        target.setTransfer(FileTransfer.getInstance());
        target.addDropListener(new FolderDrop(window));
    }

    @Override
    @SuppressWarnings("null")
    public void dragEnter(DropTargetEvent event) {
        event.detail = (event.operations & DND.DROP_LINK) != 0 ? DND.DROP_LINK : DND.DROP_COPY;
    }

    @Override
    @SuppressWarnings("null")
    public void drop(DropTargetEvent event) {
        Optional.ofNullable((String[]) event.data)
                .filter(paths -> paths.length > 0)
                .ifPresent(paths -> SceneOpener.open(Path.of(paths[0]), window, false));
    }
}
