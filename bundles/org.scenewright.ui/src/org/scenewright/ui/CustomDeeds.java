// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.scenewright.content.AssetCatalog;
import org.scenewright.content.CustomFolder;
import org.scenewright.content.CustomItem;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** What people do with the items that they have made: rename and delete them; UI thread. */
record CustomDeeds(Shell shell) {

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
        try {
            var folder = folder(asset);
            if (folder.isPresent()) {
                CustomItem.rename(folder.get(), name);
                Workspace.folders(folder.get()).findFirst().ifPresent(CustomDeeds::refresh);
            }
            catalogs().refresh();
        } catch (IOException failure) {
            tell("The item was not renamed: " + failure.getMessage());
        }
    }

    /** Asks, and deletes an item; what was placed of it stays. */
    void delete(AssetCatalog.Entry asset) {
        String question =
                "Delete the custom item \"%s\"?\n\nWhat was placed of it stays. Its files can be brought back from the local history."
                        .formatted(asset.asset().about().name());
        if (MessageDialog.openQuestion(shell, "Delete Custom Item", question)) {
            deleteUnasked(asset);
        }
    }

    /** Deletes an item to the local history of the workspace, and nothing that is not in that. */
    void deleteUnasked(AssetCatalog.Entry asset) {
        try {
            var known = folder(asset).flatMap(folder -> Workspace.folders(folder).findFirst());
            if (known.isPresent()) {
                known.get().refreshLocal(IResource.DEPTH_INFINITE, null);
                known.get().delete(IResource.KEEP_HISTORY, null);
                catalogs().refresh();
            } else {
                tell("Its folder is in no project of the workspace.");
            }
        } catch (IOException | CoreException failure) {
            tell("The item was not deleted: " + failure.getMessage());
        }
    }

    private static Optional<Path> folder(AssetCatalog.Entry asset) throws IOException {
        var custom = Path.of(URI.create(asset.provider().base()));
        return new CustomFolder(custom).find(asset.asset().id());
    }

    private static void refresh(IContainer folder) {
        try {
            folder.refreshLocal(IResource.DEPTH_INFINITE, null);
        } catch (CoreException unsynchronized) {
            System.getLogger(CustomDeeds.class.getName())
                    .log(System.Logger.Level.DEBUG, folder + " is not refreshed", unsynchronized);
        }
    }

    private static Catalogs catalogs() {
        return CatalogsFactory.of(PlatformUI.getWorkbench());
    }

    private void tell(String sentence) {
        MessageDialog.openInformation(shell, "Custom Item", sentence);
    }
}
