// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.widgets.Control;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Files that are dropped on a field: one of the project is told to the field, others are refused
 * with words. UI thread only.
 */
@SuppressWarnings("null") // the platform's types say nothing about null
final class SourceDrop extends DropTargetAdapter {
    private final Supplier<Slot> slot;
    private final Control box;
    private final BiConsumer<Slot, String> dropped;

    /**
     * @param slot asked at the drop for the field as it is then
     * @param dropped told the field, and the path within the project of what fell there
     */
    SourceDrop(Supplier<Slot> slot, Control box, BiConsumer<Slot, String> dropped) {
        this.slot = slot;
        this.box = box;
        this.dropped = dropped;
        var target = new DropTarget(box, DND.DROP_COPY | DND.DROP_LINK | DND.DROP_DEFAULT);
        target.setTransfer(FileTransfer.getInstance());
        target.addDropListener(this);
    }

    /** The file stays where it is, so it is never moved here. */
    @Override
    public void dragEnter(DropTargetEvent event) {
        boolean mayCopy = (event.operations & DND.DROP_COPY) != 0;
        event.detail = mayCopy ? DND.DROP_COPY : event.operations & DND.DROP_LINK;
    }

    @Override
    public void dragOperationChanged(DropTargetEvent event) {
        dragEnter(event);
    }

    @Override
    public void drop(DropTargetEvent event) {
        if (event.data instanceof String[] files) {
            // Only what the active view says is on the status line.
            box.getShell().forceActive();
            box.setFocus();
            take(List.of(files));
        }
    }

    /** Takes what was dropped: the paths of files in the system. */
    void take(List<String> files) {
        var held = slot.get();
        if (files.size() == 1) {
            take(held, files.getFirst());
        } else {
            held.subject().complaints().tell("Only one file can stand in " + held.name());
        }
    }

    private void take(Slot held, String file) {
        inProject(held.subject().directory(), file)
                .ifPresentOrElse(
                        path -> dropped.accept(held, path),
                        () ->
                                held.subject()
                                        .complaints()
                                        .tell(
                                                "%s is not in the project of this scene, so %s cannot name it"
                                                        .formatted(file, held.name())));
    }

    /** The path within a project by which scenes name a file. */
    private static Optional<String> inProject(Path project, String file) {
        try {
            var inside = project.toRealPath().relativize(Path.of(file).toRealPath());
            return inside.startsWith("..") || inside.isAbsolute()
                    ? Optional.empty()
                    : Optional.of(
                            StreamSupport.stream(inside.spliterator(), false)
                                    .map(Path::toString)
                                    .collect(Collectors.joining("/")));
        } catch (IOException | IllegalArgumentException elsewhere) {
            // What is gone, on another disk, or has no name here is not in the project.
            return Optional.empty();
        }
    }
}
