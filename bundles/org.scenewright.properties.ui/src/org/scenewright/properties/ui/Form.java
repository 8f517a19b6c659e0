// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * A grid of labels and controls.
 *
 * @param grid two columns wide
 * @param steps the controls that are still to be made
 * @param marks the signs before the fields
 * @param labels how wide the labels are
 * @param whole the sign of the one field that all of it is for, which has its label elsewhere
 */
record Form(Composite grid, Steps steps, Marks marks, int labels, Optional<Mark> whole) {
    private static final int LABEL_WIDTH = 112;

    private static final int LEAST_LABEL_WIDTH = 60;

    /** The platform's style sheets leave out controls that say so. */
    private static final String UNSTYLED = "org.eclipse.e4.ui.css.disabled";

    /** Cheaper than no size, which would be laid out. */
    private static final int OUT_OF_SIGHT = -10_000;

    /** Lays out a composite as such a grid. */
    static Form in(Composite composite, Steps steps) {
        return in(composite, steps, LABEL_WIDTH);
    }

    private static Form in(Composite composite, Steps steps, int labels) {
        var layout = new GridLayout(2, false);
        layout.marginWidth = 0;
        layout.marginLeft = Marks.WIDTH;
        layout.marginRight = 4;
        layout.marginHeight = 3;
        layout.verticalSpacing = 3;
        composite.setLayout(layout);
        return new Form(composite, steps, new Marks(composite), labels, Optional.empty());
    }

    /** The label of a field, with its sign and its menu. */
    Mark label(Slot slot) {
        return whole.orElseGet(() -> newLabel(slot));
    }

    private Mark newLabel(Slot slot) {
        var label = new Label(grid, SWT.WRAP);
        label.setText(slot.label());
        var data = new GridData(SWT.BEGINNING, SWT.CENTER, false, false);
        data.widthHint = labels;
        label.setLayoutData(data);
        label.addListener(SWT.MenuDetect, e -> FieldMenu.attach(label, slot.now()));
        return marks.add(label, slot);
    }

    /** A label across both columns, above the fields that it names. */
    void heading(Slot slot) {
        label(slot).label().setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
    }

    /**
     * A check box that looks as the platform's do: themes give it the background of what it is on,
     * on which the tick of some platforms cannot be seen.
     */
    static Button check(Composite parent) {
        return unstyled(new Button(parent, SWT.CHECK));
    }

    /**
     * Leaves a control as the platform has it: themes give it one colour, by which nobody sees that
     * it cannot be used.
     */
    static <T extends Control> T unstyled(T control) {
        control.setData(UNSTYLED, true);
        return control;
    }

    /**
     * Lets a person use all controls in a composite, or none. Labels stay, with their menus; of a
     * composite that is disabled as a whole nobody would see it, nor could they scroll over it.
     */
    static void enable(Control control, boolean isEnabled) {
        if (control.getClass() == Composite.class) {
            for (var inner : ((Composite) control).getChildren()) {
                enable(inner, isEnabled);
            }
        } else if (!(control instanceof Label)) {
            control.setEnabled(isEnabled);
        }
    }

    /** How far from the left edge of the grid what stands beside a label begins. */
    int indent() {
        return whole.isPresent() ? 0 : labels + ((GridLayout) grid.getLayout()).horizontalSpacing;
    }

    /** A row of controls beside a label. */
    Composite row(int columns) {
        var row = new Composite(grid, SWT.NONE);
        var layout = new GridLayout(columns, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.horizontalSpacing = 4;
        row.setLayout(layout);
        row.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        return row;
    }

    /** Place for the controls of a field in a row, whose label and sign are there already. */
    Form beside(Composite row, Mark mark) {
        var cell = new Composite(row, SWT.NONE);
        var layout = new GridLayout(1, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        cell.setLayout(layout);
        cell.setLayoutData(fill());
        return new Form(cell, steps, marks, labels, Optional.of(mark));
    }

    /** Fields, and beside the first of them buttons. */
    record Line(Form fields, Composite buttons) {}

    /** Fields and beside them three buttons, across both columns. */
    Line line() {
        var line = row(2);
        line.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, false, 2, 1));
        var box = new Composite(line, SWT.NONE);
        box.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
        var fields = in(box, steps, innerLabels());
        ((GridLayout) box.getLayout()).marginRight = 0;
        ((GridLayout) box.getLayout()).marginHeight = 0;
        var buttons = buttons(line);
        buttons.setLayoutData(new GridData(SWT.END, SWT.BEGINNING, false, false));
        return new Line(fields, buttons);
    }

    /** Place for three buttons beside a label. */
    Composite buttons() {
        var buttons = buttons(grid);
        buttons.setLayoutData(new GridData(SWT.END, SWT.CENTER, true, false));
        return buttons;
    }

    private static Composite buttons(Composite parent) {
        var buttons = new Composite(parent, SWT.NONE);
        var layout = new GridLayout(3, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.horizontalSpacing = 0;
        buttons.setLayout(layout);
        return buttons;
    }

    /** What is inside is indented at the cost of its labels, so that the controls are not. */
    private int innerLabels() {
        return Math.max(LEAST_LABEL_WIDTH, labels - Marks.WIDTH);
    }

    /** A grid inside this one for the items of a list, each of which has room for its own signs. */
    Form list() {
        var form = nested(labels);
        ((GridLayout) form.grid().getLayout()).marginLeft = 0;
        return form;
    }

    /** A grid inside this one, across both columns and indented by its own signs. */
    Form nested() {
        return nested(innerLabels());
    }

    private Form nested(int inner) {
        var box = new Composite(grid, SWT.NONE);
        var data = new GridData(SWT.FILL, SWT.FILL, true, false, 2, 1);
        box.setLayoutData(data);
        var form = in(box, steps, inner);
        ((GridLayout) box.getLayout()).marginRight = 0;
        ((GridLayout) box.getLayout()).marginHeight = 0;
        return form;
    }

    /** Later makes controls in this grid. */
    void later(Runnable step) {
        steps.add(grid, step);
    }

    /**
     * Takes everything out of this grid and removes it step by step; what was still to be made is
     * not.
     */
    void clear() {
        steps.forget(grid);
        for (Control child : grid.getChildren()) {
            // Before the focus goes, which would write what is typed wherever that is now.
            leave(child);
            exclude(child, true);
            child.setLocation(OUT_OF_SIGHT, 0);
            later(child::dispose);
        }
    }

    /** Ends what a person is at in a control, as if it was hidden. */
    static void leave(Control control) {
        control.notifyListeners(SWT.Hide, new Event());
        if (control instanceof Composite box) {
            Stream.of(box.getChildren()).forEach(Form::leave);
        }
    }

    /** Shows or hides a control of a grid. */
    static void setShown(Control control, boolean shown) {
        exclude(control, !shown);
        control.setVisible(shown);
        if (!shown) {
            // A box in it loses the focus, and so writes, only while its window has it.
            leave(control);
        }
    }

    private static void exclude(Control control, boolean excluded) {
        var data = control.getLayoutData() instanceof GridData there ? there : new GridData();
        data.exclude = excluded;
        control.setLayoutData(data);
    }

    static GridData fill() {
        return new GridData(SWT.FILL, SWT.CENTER, true, false);
    }
}
