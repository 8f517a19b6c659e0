// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSource;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Control;
import org.scenewright.runtime.DraggedAsset;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Drags assets of the catalog out of a control: offers them as {@link AssetTransfer}, and tells the
 * workbench which they are while they are dragged. UI thread.
 */
final class AssetDrag extends DragSourceAdapter {
    private final Supplier<List<String>> chosen;
    private final Consumer<String> taken;
    private List<String> dragged = List.of();

    private AssetDrag(Supplier<List<String>> chosen, Consumer<String> taken) {
        this.chosen = chosen;
        this.taken = taken;
    }

    /**
     * @param chosen the ids of what a drag that begins now takes along; no drag begins where it is
     *     empty
     * @param taken is told each id that somebody has taken where it was dropped
     */
    static DragSource from(Control control, Supplier<List<String>> chosen, Consumer<String> taken) {
        var source = new DragSource(control, DND.DROP_COPY);
        // The second is for those who know nothing of the first.
        source.setTransfer(
                new Transfer[] {AssetTransfer.instance(), LocalSelectionTransfer.getTransfer()});
        source.addDragListener(new AssetDrag(chosen, taken));
        return source;
    }

    /**
     * The ids of what is being dragged now, wherever in the workbench; what a drag carries can be
     * asked for on some systems only when it ends.
     */
    static List<String> current() {
        return LocalSelectionTransfer.getTransfer().getSelection()
                        instanceof IStructuredSelection selection
                ? Stream.of(selection.toArray()).flatMap(AssetDrag::id).toList()
                : List.of();
    }

    private static Stream<String> id(Object element) {
        return element instanceof DraggedAsset(var id) ? Stream.of(id) : Stream.empty();
    }

    @Override
    @SuppressWarnings("null")
    public void dragStart(DragSourceEvent event) {
        dragged = chosen.get();
        event.doit = !dragged.isEmpty();
        if (event.doit) {
            tell(new StructuredSelection(dragged.stream().map(DraggedAsset::new).toList()));
        }
    }

    @Override
    @SuppressWarnings("null")
    public void dragSetData(DragSourceEvent event) {
        event.data = dragged.toArray(String[]::new);
    }

    @Override
    @SuppressWarnings("null")
    public void dragFinished(DragSourceEvent event) {
        var ids = dragged;
        dragged = List.of();
        tell(StructuredSelection.EMPTY);
        if (event.doit && event.detail != DND.DROP_NONE) {
            ids.forEach(taken);
        }
    }

    private static void tell(IStructuredSelection selection) {
        LocalSelectionTransfer.getTransfer().setSelection(selection);
    }
}
