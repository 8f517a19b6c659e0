// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Packs are named, switched off and complained about in the preferences of the real workbench. */
class PacksPageTest {
    private final Robot robot = new Robot();
    private final Resources resources = new Resources();
    private final Catalogs catalogs = CatalogsFactory.of(PlatformUI.getWorkbench());
    private Path good;
    private Path bad;

    @BeforeEach
    void writePacks() throws IOException {
        good = pack("{\"assetPacks\": [{\"name\": \"One\", \"assets\": [{\"id\": \"page-1\"}]}]}");
        bad = pack("{\"assetPacks\": 7}");
        keep(new PackPlace(good.toString(), true), new PackPlace(bad.toString(), true));
    }

    @AfterEach
    void forgetThem() {
        resources.close();
        keep();
    }

    private static Path pack(String catalog) throws IOException {
        var folder = OpenEditor.temporary();
        Files.writeString(folder.resolve("catalog.json"), catalog);
        return folder;
    }

    private void keep(PackPlace... places) {
        PackHabits.ofWorkspace().keep(List.of(places));
        catalogs.refresh();
    }

    private Table open() {
        var shell = PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell();
        var ids = new String[] {PacksPage.ID};
        var dialog = PreferencesUtil.createPreferenceDialogOn(shell, PacksPage.ID, ids, null);
        resources.own(dialog, PreferenceDialog::close);
        dialog.setBlockOnOpen(false);
        dialog.open();
        return robot.await("a table", () -> Robot.find(Table.class, "packs.table"));
    }

    private static void press(String id) {
        Robot.find(Button.class, id).orElseThrow().notifyListeners(SWT.Selection, new Event());
    }

    @Test
    void saysBesideEachPlaceWhatItHolds() {
        var table = open();
        robot.until("it is read", () -> table.getItem(0).getText(1).equals("1 asset"));
        robot.until("it is complained", () -> table.getItem(1).getText(1).contains("1 problem"));
        table.select(1);
        table.notifyListeners(SWT.Selection, new Event());
        var told = Robot.find(Text.class, "packs.problems").orElseThrow().getText();
        assertTrue(told.contains(bad.toString()), told);
    }

    @Test
    void aFolderSaysWhatItHoldsAsSoonAsItIsAdded() {
        keep();
        var shell = resources.own(new Shell(), Shell::dispose);
        new PackTable(shell, List.of(), catalogs).add(good.toString());
        var table = (Table) shell.getChildren()[0];
        robot.until("it is read", () -> table.getItem(0).getText(1).equals("1 asset"));
    }

    @Test
    void whatIsSwitchedOffLeavesTheCatalog() {
        var table = open();
        robot.until("it is there", () -> catalogs.catalog().find("page-1").isPresent());
        table.getItem(0).setChecked(false);
        var check = new Event();
        check.detail = SWT.CHECK;
        table.notifyListeners(SWT.Selection, check);
        ok(table);
        assertEquals(
                List.of(new PackPlace(good.toString(), false), new PackPlace(bad.toString(), true)),
                PackHabits.ofWorkspace().places());
        robot.until("it is gone", () -> catalogs.catalog().find("page-1").isEmpty());
    }

    @Test
    void anAddressIsAddedAndAPlaceRemoved() {
        var table = open();
        robot.within("Add Address", this::enterAddress);
        press("packs.Add Address…");
        assertEquals("https://assets.invalid", table.getItem(2).getText(0));
        table.setSelection(0);
        press("packs.Remove");
        ok(table);
        assertEquals(
                List.of(
                        new PackPlace(bad.toString(), true),
                        new PackPlace("https://assets.invalid", true)),
                PackHabits.ofWorkspace().places());
    }

    private void enterAddress() {
        robot.press("End");
        robot.type("assets.invalid");
        robot.press("Return");
    }

    private void ok(Table table) {
        var dialog = (PreferenceDialog) table.getShell().getData();
        var button = dialog.getShell().getDefaultButton();
        assertEquals(IDialogConstants.OK_ID, button.getData());
        button.notifyListeners(SWT.Selection, new Event());
        robot.until("the dialog is closed", table::isDisposed);
    }
}
