// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.ide.IGotoMarker;
import org.eclipse.ui.part.EditorPart;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;
import org.eclipse.ui.views.properties.IPropertySheetPage;
import org.jspecify.annotations.Nullable;
import org.scenewright.runtime.AssetPlaces;
import org.scenewright.runtime.SceneSession;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The Scene editor as the workbench sees it; forwards everything to the {@link SceneDesk} of its
 * scene.
 */
@SuppressWarnings("null") // the platform's types say nothing about null
public final class SceneEditor extends EditorPart {
    public static final String ID = "org.scenewright.ui.editor";

    private final SceneDesk desk =
            new SceneDesk(this, () -> firePropertyChange(PROP_DIRTY), this::setPartName);
    private final Map<Class<?>, Supplier<?>> adapters =
            Map.of(
                    IContentOutlinePage.class, desk::outline,
                    IPropertySheetPage.class, desk::properties,
                    IGotoMarker.class, desk::markers,
                    AssetPlaces.class, desk::places,
                    SceneActions.class, desk::actions,
                    SceneSession.class, () -> desk.scene().map(OpenScene::session).orElse(null));

    @Override
    public void init(IEditorSite site, IEditorInput input) {
        setSite(site);
        setInput(input);
        setPartName(input.getName());
        site.setSelectionProvider(desk.selection());
    }

    /** Also what the window is called. */
    @Override
    public String getTitleToolTip() {
        return desk.description().orElseGet(this::getPartName);
    }

    @Override
    public void createPartControl(Composite parent) {
        desk.open(parent);
    }

    @Override
    public void setFocus() {
        desk.setFocus();
    }

    @Override
    public boolean isDirty() {
        return desk.isDirty();
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        desk.save(monitor);
    }

    @Override
    public void doSaveAs() {
        // A scene is a folder; copying one is the Project Explorer's business.
    }

    @Override
    public boolean isSaveAsAllowed() {
        return false;
    }

    @Override
    public <T> @Nullable T getAdapter(Class<T> type) {
        return Optional.ofNullable(adapters.get(type))
                .map(adapter -> type.cast(adapter.get()))
                .orElseGet(() -> super.getAdapter(type));
    }

    /** The scene of the active editor of a page, if it is one of these and has read it. */
    static Optional<OpenScene> active(IWorkbenchPage page) {
        return Optional.ofNullable(page.getActiveEditor())
                .filter(SceneEditor.class::isInstance)
                .flatMap(editor -> ((SceneEditor) editor).desk().scene());
    }

    /** What this editor shows itself with. */
    SceneDesk desk() {
        return desk;
    }

    @Override
    public void dispose() {
        desk.close();
        super.dispose();
    }
}
