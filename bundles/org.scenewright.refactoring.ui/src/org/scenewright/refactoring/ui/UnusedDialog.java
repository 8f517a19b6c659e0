// SPDX-License-Identifier: EPL-2.0
package org.scenewright.refactoring.ui;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CheckboxTableViewer;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.scenewright.assets.ByteCount;
import org.scenewright.assets.ProjectUses.Unused;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Files that nothing surely uses, with check boxes; those the code may name are not ticked. */
@SuppressWarnings("null") // the platform's types say nothing about null
final class UnusedDialog extends TitleAreaDialog {
    private final List<Unused> unused;
    private List<Unused> chosen;

    UnusedDialog(Shell shell, List<Unused> unused) {
        super(shell);
        this.unused = unused;
        this.chosen = unused.stream().filter(file -> file.mentions().isEmpty()).toList();
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    List<Unused> chosen() {
        return chosen;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText("Clean Unused Assets");
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        var area = (Composite) super.createDialogArea(parent);
        var table = CheckboxTableViewer.newCheckList(area, SWT.BORDER | SWT.FULL_SELECTION);
        var place = new GridData(SWT.FILL, SWT.FILL, true, true);
        place.heightHint = 300;
        table.getTable().setLayoutData(place);
        table.getTable().setHeaderVisible(true);
        table.getTable().setData("id", "unused");
        column(table, "File", 360, Unused::path);
        column(table, "Size", 90, file -> ByteCount.words(file.size()));
        column(table, "", 320, UnusedDialog::word);
        table.setContentProvider(ArrayContentProvider.getInstance());
        table.setInput(unused);
        table.setCheckedElements(chosen.toArray());
        table.addCheckStateListener(
                event -> {
                    chosen = Stream.of(table.getCheckedElements()).map(Unused.class::cast).toList();
                    tell();
                });
        setTitle("Files that nothing in the scene uses");
        tell();
        return area;
    }

    private static void column(
            CheckboxTableViewer table, String title, int width, Function<Unused, String> text) {
        var column = new TableViewerColumn(table, SWT.NONE);
        column.getColumn().setText(title);
        column.getColumn().setWidth(width);
        column.setLabelProvider(
                ColumnLabelProvider.createTextProvider(
                        element -> element instanceof Unused file ? text.apply(file) : ""));
    }

    private static String word(Unused file) {
        return file.mentions().stream()
                .findFirst()
                .map(use -> "may be named by " + Words.of(use))
                .orElse("");
    }

    private void tell() {
        long sum = chosen.stream().mapToLong(Unused::size).sum();
        setMessage(
                "%d of %d files are ticked, %s. What code puts together while it runs cannot be seen here."
                        .formatted(chosen.size(), unused.size(), ByteCount.words(sum)));
        var ok = getButton(IDialogConstants.OK_ID);
        if (ok != null) {
            ok.setEnabled(!chosen.isEmpty());
        }
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, "Delete", false).setEnabled(!chosen.isEmpty());
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, true);
    }
}
