// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.IPageBookViewPage;
import org.eclipse.ui.part.IPageSite;
import org.eclipse.ui.part.Page;
import org.eclipse.ui.views.properties.IPropertySheetPage;
import org.jspecify.annotations.Nullable;
import org.scenewright.runtime.EntityHandle;

import java.util.Optional;

/**
 * Somebody's page for the Properties view, with undo and redo of the scene editor that it belongs
 * to.
 */
@SuppressWarnings("null") // the platform's types say nothing about null
public final class SheetPage extends Page implements IPropertySheetPage {
    private final IPropertySheetPage page;
    private final ISelectionProvider scene;
    private final SceneActions actions;
    private final ISelectionChangedListener elsewhere = event -> follow(event.getSelection());
    private Optional<IWorkbenchPart> part = Optional.empty();

    /**
     * @param scene what is selected in the scene
     */
    SheetPage(IPropertySheetPage page, ISelectionProvider scene, SceneActions actions) {
        this.page = page;
        this.scene = scene;
        this.actions = actions;
    }

    @Override
    public void init(IPageSite site) {
        super.init(site);
        if (page instanceof IPageBookViewPage inner) {
            init(inner, site);
        }
    }

    private static void init(IPageBookViewPage inner, IPageSite site) {
        try {
            inner.init(site);
        } catch (PartInitException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void createControl(Composite parent) {
        page.createControl(parent);
        scene.addSelectionChangedListener(elsewhere);
    }

    /**
     * Who places something from another view goes on working there; the workbench tells nobody what
     * is selected in a part that is not the active one.
     */
    private void follow(ISelection selection) {
        part.filter(known -> known.getSite().getPage().getActivePart() != known)
                .ifPresent(known -> page.selectionChanged(known, selection));
    }

    @Override
    public @Nullable Control getControl() {
        return page.getControl();
    }

    @Override
    public void setActionBars(IActionBars bars) {
        page.setActionBars(bars);
        actions.historyInto(bars);
    }

    /** What is selected in a part that is about something else changes nothing here. */
    @Override
    public void selectionChanged(IWorkbenchPart whose, ISelection selection) {
        part = Optional.of(whose);
        page.selectionChanged(whose, isOfAScene(selection) ? selection : scene.getSelection());
    }

    private static boolean isOfAScene(ISelection selection) {
        return selection instanceof IStructuredSelection chosen
                && chosen.getFirstElement() instanceof EntityHandle;
    }

    @Override
    public void setFocus() {
        page.setFocus();
    }

    @Override
    public void dispose() {
        scene.removeSelectionChangedListener(elsewhere);
        page.dispose();
        super.dispose();
    }
}
