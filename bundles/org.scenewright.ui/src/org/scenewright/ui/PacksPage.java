// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.PlatformUI;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/** The preferences page that says where packs of assets are. */
public final class PacksPage extends PreferencePage implements IWorkbenchPreferencePage {
    public static final String ID = "org.scenewright.ui.packs";

    private static final String EXPLANATION =
            "Folders and zips with a catalog.json, and addresses of item catalogs:";

    private Optional<PackTable> table = Optional.empty();

    @Override
    @SuppressWarnings("null")
    public void init(IWorkbench workbench) {
        noDefaultAndApplyButton();
    }

    @Override
    @SuppressWarnings("null")
    protected Control createContents(Composite parent) {
        var area = new Composite(parent, SWT.NONE);
        area.setLayout(GridLayoutFactory.fillDefaults().numColumns(2).create());
        var label = new Label(area, SWT.NONE);
        label.setText(EXPLANATION);
        label.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        var catalogs = CatalogsFactory.of(PlatformUI.getWorkbench());
        var packs = new PackTable(area, PackHabits.ofWorkspace().places(), catalogs);
        table = Optional.of(packs);
        buttons(area, packs, catalogs);
        var told = new Text(area, SWT.READ_ONLY | SWT.MULTI | SWT.WRAP | SWT.V_SCROLL);
        told.setData("id", "packs.problems");
        var room = new GridData(SWT.FILL, SWT.FILL, true, false, 2, 1);
        room.heightHint = 70;
        told.setLayoutData(room);
        packs.onTold(told::setText);
        return area;
    }

    private void buttons(Composite area, PackTable packs, Catalogs catalogs) {
        var column = new Composite(area, SWT.NONE);
        column.setLayout(GridLayoutFactory.fillDefaults().create());
        column.setLayoutData(new GridData(SWT.FILL, SWT.TOP, false, false));
        button(column, "Add Folder…", () -> folder().ifPresent(packs::add));
        button(column, "Add Zip…", () -> zip().ifPresent(packs::add));
        button(column, "Add Address…", () -> address().ifPresent(packs::add));
        button(column, "Remove", packs::remove);
        button(column, "Read Again", catalogs::reload);
    }

    private static void button(Composite parent, String words, Runnable deed) {
        var button = new Button(parent, SWT.PUSH);
        button.setText(words);
        button.setData("id", "packs." + words);
        button.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        button.addListener(SWT.Selection, event -> deed.run());
    }

    private Optional<String> folder() {
        var dialog = new DirectoryDialog(getShell());
        dialog.setText("Add Folder");
        dialog.setMessage("A folder with a catalog.json");
        return Optional.ofNullable(dialog.open());
    }

    private Optional<String> zip() {
        var dialog = new FileDialog(getShell(), SWT.OPEN);
        dialog.setText("Add Zip");
        dialog.setFilterExtensions("*.zip", "*.jar", "catalog.json", "*");
        return Optional.ofNullable(dialog.open());
    }

    private Optional<String> address() {
        var dialog =
                new InputDialog(
                        getShell(),
                        "Add Address",
                        "A catalog.json, or a server as the official one:",
                        "https://",
                        PacksPage::objection);
        return dialog.open() == Window.OK ? Optional.of(dialog.getValue()) : Optional.empty();
    }

    private static @Nullable String objection(String address) {
        boolean isOne = new PackPlace(address.strip(), true).isAddress();
        return isOne && address.strip().length() > "https://".length()
                ? null
                : "An address begins with https:// or http://.";
    }

    @Override
    public boolean performOk() {
        table.map(PackTable::places).ifPresent(this::keep);
        return true;
    }

    private void keep(List<PackPlace> places) {
        var habits = PackHabits.ofWorkspace();
        if (!habits.places().equals(places)) {
            habits.keep(places);
            CatalogsFactory.of(PlatformUI.getWorkbench()).refresh();
        }
    }
}
