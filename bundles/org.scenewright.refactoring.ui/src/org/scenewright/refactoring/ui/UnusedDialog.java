// SPDX-License-Identifier: EPL-2.0
package org.scenewright.refactoring.ui;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CheckboxTableViewer;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.scenewright.assets.ByteCount;
import org.scenewright.assets.ProjectUses.Unused;
import org.scenewright.assets.Trash;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Files that nothing surely uses, with check boxes, and with what speaks against deleting them. */
@SuppressWarnings("null") // the platform's types say nothing about null
final class UnusedDialog extends TitleAreaDialog {
    /** The platform's style sheets leave out controls that say so. */
    private static final String UNSTYLED = "org.eclipse.e4.ui.css.disabled";

    private final Unneeded unused;
    private Optional<CheckboxTableViewer> files = Optional.empty();
    private List<Unused> chosen;

    UnusedDialog(Shell shell, Unneeded unused) {
        super(shell);
        this.unused = unused;
        this.chosen = unused.surely();
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
        files = Optional.of(table);
        var place = new GridData(SWT.FILL, SWT.FILL, true, true);
        place.heightHint = 300;
        table.getTable().setLayoutData(place);
        table.getTable().setHeaderVisible(true);
        table.getTable().setData("id", "unused");
        column(table, "File", 520, Unused::path);
        column(table, "Size", 90, file -> ByteCount.words(file.size()));
        column(table, "", 320, Unneeded::objection);
        table.setContentProvider(ArrayContentProvider.getInstance());
        table.setInput(unused.files());
        table.setCheckedElements(chosen.toArray());
        table.addCheckStateListener(event -> choose(table));
        setTitle("Files that nothing in the scene " + unused.name() + " uses");
        if (!unused.troubles().isEmpty()) {
            doubts(area);
        }
        tell();
        return area;
    }

    private void doubts(Composite area) {
        var text = new Text(area, SWT.MULTI | SWT.READ_ONLY | SWT.BORDER | SWT.V_SCROLL | SWT.WRAP);
        text.setText(unused.doubts());
        text.setData("id", "doubts");
        var place = new GridData(SWT.FILL, SWT.FILL, true, false);
        place.heightHint = 80;
        text.setLayoutData(place);
    }

    private void choose(CheckboxTableViewer table) {
        chosen = Stream.of(table.getCheckedElements()).map(Unused.class::cast).toList();
        tell();
    }

    private void tick(CheckboxTableViewer table, boolean isWanted) {
        table.setAllChecked(isWanted);
        choose(table);
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

    private void tell() {
        String sum =
                "%d of %d files are ticked, %s. "
                        .formatted(chosen.size(), unused.files().size(), size());
        if (unused.troubles().isEmpty()) {
            setMessage(sum + "What code puts together while it runs cannot be seen here.");
        } else {
            setMessage(sum + "They may be used where nobody could look.", IMessageProvider.WARNING);
        }
        var ok = getButton(IDialogConstants.OK_ID);
        if (ok != null) {
            ok.setEnabled(!chosen.isEmpty());
        }
    }

    private String size() {
        return ByteCount.words(chosen.stream().mapToLong(Unused::size).sum());
    }

    /** Themes give buttons one colour, by which nobody sees that they cannot be pressed. */
    @Override
    protected Button createButton(Composite parent, int id, String label, boolean isDefault) {
        var button = super.createButton(parent, id, label, isDefault);
        button.setData(UNSTYLED, true);
        return button;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.SELECT_ALL_ID, "Select &All", false);
        createButton(parent, IDialogConstants.DESELECT_ALL_ID, "Select &None", false);
        createButton(parent, IDialogConstants.OK_ID, "Delete", false).setEnabled(!chosen.isEmpty());
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, true);
    }

    @Override
    protected void buttonPressed(int id) {
        switch (id) {
            case IDialogConstants.SELECT_ALL_ID -> files.ifPresent(table -> tick(table, true));
            case IDialogConstants.DESELECT_ALL_ID -> files.ifPresent(table -> tick(table, false));
            default -> super.buttonPressed(id);
        }
    }

    @Override
    protected void okPressed() {
        String question =
                "Delete %s, %s?\n\nThe trash of the workspace keeps them for %d days, and Edit > Undo brings them back."
                        .formatted(
                                chosen.size() == 1
                                        ? chosen.getFirst().path()
                                        : chosen.size() + " files",
                                size(),
                                Trash.DAYS);
        int answer =
                MessageDialog.open(
                        MessageDialog.CONFIRM,
                        getShell(),
                        "Delete Unused Assets",
                        question,
                        SWT.NONE,
                        "Delete",
                        "Cancel");
        if (answer == OK) {
            super.okPressed();
        }
    }
}
