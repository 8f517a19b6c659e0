// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;
import org.scenewright.content.FileKind;

import java.util.List;
import java.util.Optional;

/**
 * Lets somebody choose among the files of a project, which are fewer with each letter that is
 * typed.
 */
record SourceChoice(Shell shell, List<String> files) {
    /** Those of the kind of a file; all where it is of no kind. */
    List<String> like(String now) {
        return FileKind.of(now)
                .map(kind -> files.stream().filter(kind::isLike).toList())
                .orElse(files);
    }

    /**
     * Asks.
     *
     * @param now what is chosen so far; empty for nothing
     */
    Optional<String> choose(String now) {
        var dialog = new ElementListSelectionDialog(shell, new LabelProvider());
        dialog.setTitle("Choose a File");
        dialog.setMessage("Files of this project (? = any character, * = any text):");
        dialog.setElements(like(now).toArray());
        dialog.setInitialSelections(now);
        dialog.setEmptyListMessage("The project has no such file.");
        boolean isDone = dialog.open() == Window.OK;
        return isDone && dialog.getFirstResult() instanceof String path
                ? Optional.of(path)
                : Optional.empty();
    }
}
