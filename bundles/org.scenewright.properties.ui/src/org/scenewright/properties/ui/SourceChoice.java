// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Lets somebody choose among the files of a project, which are fewer with each letter that is
 * typed.
 */
record SourceChoice(Shell shell, List<String> files) {
    /** Endings of files that may stand in each other's place. */
    private static final List<Set<String>> KINDS =
            List.of(
                    Set.of("glb", "gltf"),
                    Set.of("png", "jpg", "jpeg", "webp"),
                    Set.of("mp3", "ogg", "wav"),
                    Set.of("mp4", "webm", "m3u8"));

    private static String ending(String path) {
        return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** Those of the kind of a file; all where it is of no kind. */
    List<String> like(String now) {
        return KINDS.stream()
                .filter(kind -> kind.contains(ending(now)))
                .findFirst()
                .map(kind -> files.stream().filter(f -> kind.contains(ending(f))).toList())
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
