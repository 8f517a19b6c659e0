// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.part.Page;
import org.eclipse.ui.views.properties.IPropertySheetPage;
import org.jspecify.annotations.Nullable;
import org.scenewright.runtime.AssetPlaces;
import org.scenewright.runtime.EntityHandle;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The Properties view's page for an open scene: forwards the selection to a {@link Sheet}. */
public final class PropertyPage extends Page implements IPropertySheetPage {
    private final AssetPlaces places;
    private Optional<Composite> root = Optional.empty();
    private Optional<Sheet> sheet = Optional.empty();

    /**
     * @param places where the files are that fields name
     */
    PropertyPage(AssetPlaces places) {
        this.places = places;
    }

    @Override
    public void createControl(Composite parent) {
        var box = new Composite(parent, SWT.NONE);
        root = Optional.of(box);
        sheet =
                Optional.of(
                        new Sheet(
                                box,
                                SpecialShapes.registered(),
                                places,
                                message ->
                                        getSite()
                                                .getActionBars()
                                                .getStatusLineManager()
                                                .setErrorMessage(message)));
    }

    @Override
    public @Nullable Control getControl() {
        return root.orElse(null);
    }

    @Override
    public void setFocus() {
        root.ifPresent(Composite::setFocus);
    }

    @Override
    public void selectionChanged(IWorkbenchPart part, ISelection selection) {
        if (selection instanceof IStructuredSelection structured) {
            show(
                    Arrays.stream(structured.toArray())
                            .filter(EntityHandle.class::isInstance)
                            .map(EntityHandle.class::cast)
                            .toList());
        }
    }

    private void show(List<EntityHandle> handles) {
        sheet.ifPresent(shown -> shown.show(handles));
    }

    @Override
    public void dispose() {
        sheet.ifPresent(Sheet::close);
        super.dispose();
    }
}
