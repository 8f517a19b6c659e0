// SPDX-License-Identifier: EPL-2.0
package org.scenewright.refactoring.ui;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.viewers.IStructuredContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.ViewerComparator;
import org.eclipse.search.ui.NewSearchUI;
import org.eclipse.search.ui.text.AbstractTextSearchViewPage;
import org.eclipse.search.ui.text.Match;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.scenewright.assets.FileUse;

import java.util.Map;
import java.util.Optional;

/**
 * The uses of files in the Search view; a double click selects the entity in the Scene editor or
 * shows the line of the source.
 */
@SuppressWarnings("null") // the platform's types say nothing about null
public final class UsePage extends AbstractTextSearchViewPage {
    private Optional<TableViewer> table = Optional.empty();

    public UsePage() {
        super(FLAG_LAYOUT_FLAT);
    }

    @Override
    protected void configureTableViewer(TableViewer viewer) {
        table = Optional.of(viewer);
        viewer.setContentProvider(
                (IStructuredContentProvider)
                        input -> input instanceof UseResult r ? r.getElements() : new Object[0]);
        viewer.setLabelProvider(
                new LabelProvider() {
                    @Override
                    public String getText(Object element) {
                        return element instanceof UseQuery.Found found ? found.label() : "";
                    }
                });
        viewer.setComparator(new ViewerComparator());
        viewer.getTable().setData("id", "uses");
    }

    /** Without folders in between there is no tree. */
    @Override
    protected void configureTreeViewer(TreeViewer viewer) {
        viewer.setContentProvider(null);
    }

    @Override
    protected void elementsChanged(Object[] elements) {
        table.ifPresent(TableViewer::refresh);
    }

    @Override
    protected void clear() {
        table.ifPresent(TableViewer::refresh);
    }

    @Override
    protected void showMatch(Match match, int offset, int length, boolean activate)
            throws PartInitException {
        if (match.getElement() instanceof UseQuery.Found(var scene, var use, var sure, var name)) {
            var file = Spot.file(scene, use.file());
            if (file.isPresent()) {
                show(file.get(), use, activate);
            }
        }
    }

    private void show(IFile file, FileUse use, boolean activate) throws PartInitException {
        var editor = IDE.openEditor(getSite().getPage(), file, activate);
        try {
            var marker = file.createMarker(NewSearchUI.SEARCH_MARKER, attributes(use));
            try {
                IDE.gotoMarker(editor, marker);
            } finally {
                marker.delete();
            }
        } catch (CoreException unmarked) {
            throw new PartInitException(unmarked.getStatus());
        }
    }

    private static Map<String, Object> attributes(FileUse use) {
        return use.entity().isEmpty()
                ? Map.of(
                        IMarker.LINE_NUMBER,
                        Math.max(1, use.line()),
                        IMarker.CHAR_START,
                        use.start(),
                        IMarker.CHAR_END,
                        use.end())
                : Map.of(IMarker.LINE_NUMBER, Math.max(1, use.line()), "entity", use.entity());
    }
}
