// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CheckboxTableViewer;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Asks whose value fields are to have, beside all other work. */
final class DecisionsDialog extends Dialog {
    private static final int MINE = IDialogConstants.CLIENT_ID;
    private static final int THEIRS = MINE + 1;
    private static final int ALL = MINE + 2;
    private static final int NONE = MINE + 3;

    private final Decisions decisions;
    private Optional<CheckboxTableViewer> table = Optional.empty();
    private Optional<Label> message = Optional.empty();

    DecisionsDialog(Shell shell, Decisions decisions) {
        super(shell);
        this.decisions = decisions;
        setShellStyle(SWT.DIALOG_TRIM | SWT.RESIZE | SWT.MODELESS);
        setBlockOnOpen(false);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText("Your Differences");
    }

    @Override
    protected Point getInitialSize() {
        return new Point(convertWidthInCharsToPixels(120), convertHeightInCharsToPixels(24));
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        var area = (Composite) super.createDialogArea(parent);
        var label = new Label(area, SWT.WRAP);
        label.setData("id", "message");
        label.setText(
                "What the scene has is what others see. Check the fields that you decide about."
                        + " What that changes in the scene can be undone; a value of yours that"
                        + " the scene does not have is gone for good once theirs is used.");
        GridDataFactory.fillDefaults().grab(true, false).hint(400, SWT.DEFAULT).applyTo(label);
        message = Optional.of(label);
        var box = new Composite(area, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(box);
        table = Optional.of(table(box));
        return area;
    }

    private CheckboxTableViewer table(Composite box) {
        var layout = new TableColumnLayout();
        box.setLayout(layout);
        var made = CheckboxTableViewer.newCheckList(box, SWT.BORDER | SWT.FULL_SELECTION);
        made.getTable().setData("id", "decisions");
        made.getTable().setHeaderVisible(true);
        made.setContentProvider(ArrayContentProvider.getInstance());
        int cell = convertWidthInCharsToPixels(12);
        int why = convertWidthInCharsToPixels(25);
        new Column("Entity", 3, cell, Decision::entity).in(made, layout);
        new Column("Component", 3, cell, d -> Wording.component(d.difference())).in(made, layout);
        new Column("Field", 3, cell, d -> Wording.field(d.difference())).in(made, layout);
        new Column("Theirs", 4, cell, d -> Wording.value(d.theirs())).in(made, layout);
        new Column("Mine", 4, cell, d -> Wording.value(d.mine())).in(made, layout);
        new Column("Why", 1, why, d -> d.why().text()).in(made, layout);
        made.addCheckStateListener(event -> enable());
        made.setInput(decisions.all());
        return made;
    }

    /**
     * What a column says.
     *
     * @param weight its share of the width that is left
     * @param least how wide it is at least
     */
    private record Column(String title, int weight, int least, Function<Decision, String> text) {
        void in(CheckboxTableViewer table, TableColumnLayout layout) {
            var column = new TableViewerColumn(table, SWT.LEFT);
            column.getColumn().setText(title);
            layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, least));
            column.setLabelProvider(
                    ColumnLabelProvider.createTextProvider(
                            element -> text.apply((Decision) element)));
        }
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, ALL, "Select &All", false);
        createButton(parent, NONE, "&Deselect All", false);
        createButton(parent, THEIRS, "Use &Theirs", false);
        createButton(parent, MINE, "Use &Mine", false);
        createButton(parent, IDialogConstants.CLOSE_ID, IDialogConstants.CLOSE_LABEL, true);
        enable();
    }

    @Override
    protected void buttonPressed(int id) {
        switch (id) {
            case ALL -> check(true);
            case NONE -> check(false);
            case MINE -> decisions.decide(checked(), true, this::say);
            case THEIRS -> decisions.decide(checked(), false, this::say);
            default -> close();
        }
    }

    private void check(boolean isChecked) {
        table.ifPresent(t -> t.setAllChecked(isChecked));
        enable();
    }

    private List<Decision> checked() {
        return table.stream()
                .flatMap(t -> Arrays.stream(t.getCheckedElements()))
                .map(Decision.class::cast)
                .toList();
    }

    private void say(String why) {
        message.filter(label -> !label.isDisposed())
                .ifPresent(
                        label -> {
                            label.setText(why);
                            label.requestLayout();
                        });
    }

    private void enable() {
        boolean isAny = !checked().isEmpty();
        for (int id : new int[] {MINE, THEIRS}) {
            Optional.<Button>ofNullable(getButton(id)).ifPresent(b -> b.setEnabled(isAny));
        }
    }

    /** Shows what is open by now; what is checked stays so. */
    void refresh() {
        table.filter(t -> !t.getTable().isDisposed()).ifPresent(this::refresh);
    }

    private void refresh(CheckboxTableViewer now) {
        var before = checked();
        now.setInput(decisions.all());
        for (var one : decisions.all()) {
            now.setChecked(one, before.stream().anyMatch(one::isOf));
        }
        enable();
    }
}
