// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
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
    /** How it is called wherever it can be opened. */
    static final String TITLE = "Decide About Differences";

    private static final int MINE = IDialogConstants.CLIENT_ID;
    private static final int THEIRS = MINE + 1;

    private final Decisions decisions;
    private Optional<TableViewer> table = Optional.empty();
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
        shell.setText(TITLE);
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
                "What the scene has is what others see. Select the fields that you decide about, or"
                    + " none to decide about all. What that changes in the scene can be undone; a"
                    + " value of yours that the scene does not have is gone for good once theirs is"
                    + " used.");
        GridDataFactory.fillDefaults().grab(true, false).hint(400, SWT.DEFAULT).applyTo(label);
        message = Optional.of(label);
        var box = new Composite(area, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(box);
        table = Optional.of(table(box));
        return area;
    }

    private TableViewer table(Composite box) {
        var layout = new TableColumnLayout();
        box.setLayout(layout);
        var made = new TableViewer(box, SWT.BORDER | SWT.FULL_SELECTION | SWT.MULTI);
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
        made.addSelectionChangedListener(event -> name());
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
        void in(TableViewer table, TableColumnLayout layout) {
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
        createButton(parent, THEIRS, "Use All &Theirs", false);
        createButton(parent, MINE, "Use All &Mine", false);
        createButton(parent, IDialogConstants.CLOSE_ID, IDialogConstants.CLOSE_LABEL, true);
        name();
    }

    @Override
    protected void buttonPressed(int id) {
        switch (id) {
            case MINE -> decisions.decide(chosen(), true, this::say);
            case THEIRS -> decisions.decide(chosen(), false, this::say);
            default -> close();
        }
    }

    /** What is selected, or else all. */
    private List<Decision> chosen() {
        var some = selected();
        return some.isEmpty() ? decisions.all() : some;
    }

    private List<Decision> selected() {
        return table.stream()
                .flatMap(t -> Arrays.stream(t.getStructuredSelection().toArray()))
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

    /** The buttons say whether they are about all. */
    private void name() {
        String all = selected().isEmpty() && decisions.all().size() > 1 ? "All " : "";
        name(THEIRS, "Use " + all + "&Theirs");
        name(MINE, "Use " + all + "&Mine");
    }

    private void name(int id, String text) {
        Optional.<Button>ofNullable(getButton(id)).ifPresent(button -> button.setText(text));
    }

    /** Shows what is open by now; what is selected stays so. Where nothing is open, it is done. */
    void refresh() {
        table.filter(t -> !t.getTable().isDisposed()).ifPresent(this::refresh);
    }

    private void refresh(TableViewer now) {
        if (decisions.all().isEmpty()) {
            close();
            return;
        }
        var before = selected();
        int first = now.getTable().getSelectionIndex();
        now.setInput(decisions.all());
        var still =
                decisions.all().stream()
                        .filter(one -> before.stream().anyMatch(one::isOf))
                        .toList();
        now.setSelection(new StructuredSelection(still.isEmpty() ? next(first) : still));
        name();
    }

    /** Who presses a button once more means the next row, not all that are left. */
    private List<Decision> next(int decided) {
        int last = decisions.all().size() - 1;
        return decided < 0 ? List.of() : List.of(decisions.all().get(Math.min(decided, last)));
    }
}
