// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.part.Page;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;
import org.eclipse.ui.views.properties.IPropertySheetPage;
import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * The Outline view's page for a scene editor: shows an {@link Outline} as soon as the scene is
 * open.
 */
@SuppressWarnings("null") // the platform's types say nothing about null
public final class OutlinePage extends Page implements IContentOutlinePage, IAdaptable {
    private final IEditorPart editor;
    private final SceneOpening opening;
    private final SceneSelection selection;
    private final SceneActions actions;
    private Optional<Composite> control = Optional.empty();
    private Optional<Outline> outline = Optional.empty();

    /**
     * @param editor whose scene this is; it gives the Properties view its page
     */
    OutlinePage(
            IEditorPart editor,
            SceneOpening opening,
            SceneSelection selection,
            SceneActions actions) {
        this.editor = editor;
        this.opening = opening;
        this.selection = selection;
        this.actions = actions;
    }

    @Override
    public void createControl(Composite parent) {
        var area = new Composite(parent, SWT.NONE);
        area.setLayout(new FillLayout());
        control = Optional.of(area);
        var notice = Notice.opening(area);
        opening.whenOpen(scene -> open(area, notice, scene));
        opening.whenFailed(notice::say);
    }

    private void open(Composite area, Notice notice, OpenScene scene) {
        if (!area.isDisposed()) {
            notice.dispose();
            outline = Optional.of(new Outline(area, scene, actions, getSite()));
            area.layout();
        }
    }

    @Override
    public void setActionBars(IActionBars bars) {
        actions.into(bars);
        actions.into(getSite());
        getSite().getService(IContextService.class).activateContext(SceneActions.PREFIX + "scene");
    }

    @Override
    public @Nullable Control getControl() {
        return control.orElse(null);
    }

    /** While the Outline is active, the Properties view shows what it shows for the editor. */
    @Override
    public <T> @Nullable T getAdapter(Class<T> type) {
        return type == IPropertySheetPage.class ? Adapters.adapt(editor, type) : null;
    }

    @Override
    public void setFocus() {
        outline.ifPresentOrElse(Outline::setFocus, () -> control.ifPresent(Control::setFocus));
    }

    @Override
    public void dispose() {
        outline.ifPresent(Outline::close);
        super.dispose();
    }

    @Override
    public void addSelectionChangedListener(ISelectionChangedListener listener) {
        selection.addSelectionChangedListener(listener);
    }

    @Override
    public void removeSelectionChangedListener(ISelectionChangedListener listener) {
        selection.removeSelectionChangedListener(listener);
    }

    @Override
    public ISelection getSelection() {
        return selection.getSelection();
    }

    @Override
    public void setSelection(ISelection chosen) {
        selection.setSelection(chosen);
    }
}
