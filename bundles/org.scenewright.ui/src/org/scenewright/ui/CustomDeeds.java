// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.scenewright.assets.Trash;
import org.scenewright.content.AssetCatalog;
import org.scenewright.content.CustomFolder;
import org.scenewright.content.CustomItem;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * What people do with the items that they have made: rename and delete them, in the background. UI
 * thread.
 *
 * @param told takes a sentence about what did not succeed, on the UI thread
 */
record CustomDeeds(Shell shell, UiThread ui, Consumer<String> told) {

    /** Something that takes a while. */
    private interface Deed {
        void begin(SubMonitor progress) throws IOException, CoreException;
    }

    /** Whether an asset is an item of a project, which can be renamed and deleted. */
    static boolean isOne(AssetCatalog.Entry asset) {
        return CustomFolder.isOne(asset);
    }

    /** Asks for another name. */
    void rename(AssetCatalog.Entry asset) {
        var dialog =
                new InputDialog(
                        shell,
                        "Rename Custom Item",
                        "New name:",
                        asset.asset().about().name(),
                        name -> name.isBlank() ? "An item needs a name." : null);
        if (dialog.open() == Window.OK) {
            rename(asset, dialog.getValue().strip());
        }
    }

    void rename(AssetCatalog.Entry asset, String name) {
        begin("Renaming the item " + asset.asset().about().name(), p -> rename(asset, name, p));
    }

    private static void rename(AssetCatalog.Entry asset, String name, SubMonitor progress)
            throws IOException, CoreException {
        var folder = folder(asset);
        progress.worked(1);
        var known = Workspace.folders(folder).findFirst();
        if (known.isEmpty()) {
            CustomItem.rename(folder, name);
            return;
        }
        try (var held = HeldFolder.of(known.get(), progress.split(1))) {
            CustomItem.rename(folder, name);
            known.get().refreshLocal(IResource.DEPTH_INFINITE, progress.split(1));
        }
    }

    /** Asks, and deletes an item; what was placed of it stays. */
    void delete(AssetCatalog.Entry asset) {
        String question =
                "Delete the custom item \"%s\"?\n\nWhat was placed of it stays. Its files are kept in the trash of the workspace for %d days, and Edit > Undo of the Project Explorer brings them back."
                        .formatted(asset.asset().about().name(), Trash.DAYS);
        if (MessageDialog.openQuestion(shell, "Delete Custom Item", question)) {
            deleteUnasked(asset);
        }
    }

    /** Deletes an item to the trash of the workspace, and nothing that is not in that. */
    void deleteUnasked(AssetCatalog.Entry asset) {
        begin("Deleting the item " + asset.asset().about().name(), p -> delete(asset, p));
    }

    private static void delete(AssetCatalog.Entry asset, SubMonitor progress)
            throws IOException, CoreException {
        var folder = folder(asset);
        progress.worked(1);
        IContainer known =
                Workspace.folders(folder)
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new IOException(
                                                "its folder is in no project of the workspace."));
        String name = "Delete Custom Item " + asset.asset().about().name();
        try (var held = HeldFolder.of(known, progress.split(1))) {
            ItemDeletion.begin(name, known, progress.split(1));
        }
    }

    private static Path folder(AssetCatalog.Entry asset) throws IOException {
        var custom = Path.of(URI.create(asset.provider().base()));
        return new CustomFolder(custom)
                .find(asset.asset())
                .orElseThrow(() -> new IOException("it is not there any more."));
    }

    private void begin(String name, Deed deed) {
        ICoreRunnable running = monitor -> run(name, deed, monitor);
        // Without a rule: it reads before it changes, and nobody is to wait for that.
        Job.create(name, running).schedule();
    }

    private void run(String name, Deed deed, IProgressMonitor monitor) {
        try {
            deed.begin(SubMonitor.convert(monitor, name, 3));
        } catch (IOException | CoreException failure) {
            ui.execute(() -> told.accept(name + " failed: " + failure.getMessage()));
        } finally {
            catalogs().refresh();
        }
    }

    private static Catalogs catalogs() {
        return CatalogsFactory.of(PlatformUI.getWorkbench());
    }
}
