// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Control;
import org.jspecify.annotations.Nullable;
import org.scenewright.runtime.Aside;
import org.scenewright.runtime.DraggedAsset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What is dropped on a field: a file of the project or an asset of the catalog is told to the
 * field, others are refused with words. UI thread only.
 */
@SuppressWarnings("null") // the platform's types say nothing about null
final class SourceDrop extends DropTargetAdapter {
    private final Supplier<Slot> slot;
    private final Control box;
    private final Taker taker;

    /** Takes what was dropped; the field is what it was at the drop. */
    interface Taker {
        /** The path within the project of a file. */
        void file(Slot slot, String path);

        /** The id of an asset. */
        void asset(Slot slot, String id);
    }

    /**
     * @param slot asked at the drop for the field as it is then
     */
    SourceDrop(Supplier<Slot> slot, Control box, Taker taker) {
        this.slot = slot;
        this.box = box;
        this.taker = taker;
        var target = new DropTarget(box, DND.DROP_COPY | DND.DROP_LINK | DND.DROP_DEFAULT);
        target.setTransfer(
                new Transfer[] {LocalSelectionTransfer.getTransfer(), FileTransfer.getInstance()});
        target.addDropListener(this);
    }

    /** The file stays where it is, so it is never moved here. */
    @Override
    public void dragEnter(DropTargetEvent event) {
        boolean mayCopy = (event.operations & DND.DROP_COPY) != 0;
        event.detail =
                !chooseForm(event)
                        ? DND.DROP_NONE
                        : mayCopy ? DND.DROP_COPY : event.operations & DND.DROP_LINK;
    }

    /** The selection says nothing of files, which other programs offer, too. */
    private static boolean chooseForm(DropTargetEvent event) {
        var local = LocalSelectionTransfer.getTransfer();
        var form = assets(local.getSelection()).isEmpty() ? FileTransfer.getInstance() : local;
        var found = Stream.of(event.dataTypes).filter(form::isSupportedType).findFirst();
        found.ifPresent(type -> event.currentDataType = type);
        return found.isPresent();
    }

    private static List<String> assets(@Nullable Object dragged) {
        return dragged instanceof IStructuredSelection selection
                ? Stream.of(selection.toArray())
                        .filter(DraggedAsset.class::isInstance)
                        .map(DraggedAsset.class::cast)
                        .map(DraggedAsset::id)
                        .toList()
                : List.of();
    }

    @Override
    public void dragOperationChanged(DropTargetEvent event) {
        dragEnter(event);
    }

    @Override
    public void drop(DropTargetEvent event) {
        if (event.data instanceof String[] files) {
            activate();
            take(List.of(files));
        } else if (!assets(event.data).isEmpty()) {
            activate();
            takeAssets(assets(event.data));
        }
    }

    /** Only what the active view says is on the status line. */
    private void activate() {
        box.getShell().forceActive();
        box.setFocus();
    }

    /** Takes what was dropped: the ids of assets. */
    void takeAssets(List<String> ids) {
        var held = slot.get();
        if (ids.size() == 1) {
            taker.asset(held, ids.getFirst());
        } else {
            held.subject().complaints().tell("Only one asset can stand in " + held.name());
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
        new Later(box.getDisplay())
                .then(
                        Aside.ask(() -> inProject(held.subject().directory(), file)),
                        path -> take(held, file, path.flatMap(found -> found)));
    }

    private void take(Slot held, String file, Optional<String> inside) {
        inside.ifPresentOrElse(
                path -> taker.file(held, path),
                () ->
                        held.subject()
                                .complaints()
                                .tell(
                                        "%s is not in the project of this scene, so %s cannot name it"
                                                .formatted(file, held.name())));
    }

    /** The path within a project by which scenes name a file; asks the disk. */
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
