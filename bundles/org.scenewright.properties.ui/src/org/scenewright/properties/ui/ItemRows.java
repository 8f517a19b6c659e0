// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;

/**
 * The rows of a list's items, made step by step as a list needs them for the first time. Those that
 * a shorter list does not need are kept out of sight, since to make one takes longer than to show
 * it.
 */
final class ItemRows implements FieldView {
    /** So many are shown at first, and more on demand: lists in files can be of any length. */
    private static final int FIRST = 10;

    private static final int PAGE = 20;

    private final Form form;
    private final IntSupplier length;
    private final IntFunction<FieldView> maker;
    private final List<Row> made = new ArrayList<>();
    private Optional<Button> more = Optional.empty();
    private int visible = FIRST;
    private int items;
    private int shown;
    private boolean growing;

    private record Row(FieldView view, List<Control> controls) {

        void show(boolean isShown) {
            controls.forEach(control -> Form.setShown(control, isShown));
        }

        void leave() {
            controls.forEach(Form::leave);
        }
    }

    /**
     * @param form a grid of their own
     * @param length of the list that they are for now
     * @param maker makes the controls of an item in that grid
     */
    ItemRows(Form form, IntSupplier length, IntFunction<FieldView> maker) {
        this.form = form;
        this.length = length;
        this.maker = maker;
        refresh();
    }

    @Override
    public void refresh() {
        int now = length.getAsInt();
        if (now != items || Math.min(visible, now) != shown) {
            turnTo(now);
        }
        shownRows().forEach(row -> row.view().refresh());
        grow();
    }

    /** All of an item's own fields are hidden rather than the item: its number tells the others. */
    @Override
    public boolean narrow(Search search) {
        boolean any = search.isEverything();
        for (var row : made) {
            any |= row.view().narrow(search);
        }
        return any;
    }

    private List<Row> shownRows() {
        return made.subList(0, Math.min(shown, made.size()));
    }

    private void turnTo(int now) {
        // Items may have moved: what is typed is not for what comes to stand there. And before the
        // focus goes, which would write it there.
        shownRows().forEach(Row::leave);
        items = now;
        int before = shown;
        shown = Math.min(visible, now);
        for (int i = Math.min(before, shown);
                i < Math.min(Math.max(before, shown), made.size());
                i++) {
            made.get(i).show(i < shown);
        }
        offerMore(items - shown);
        form.steps().changed(form.grid());
    }

    /** One step for each row. */
    private void grow() {
        if (!growing && made.size() < shown) {
            growing = true;
            form.later(this::make);
        }
    }

    private void make() {
        growing = false;
        if (made.size() < shown) {
            int before = form.grid().getChildren().length;
            var view = maker.apply(made.size());
            var children = Arrays.asList(form.grid().getChildren());
            made.add(new Row(view, List.copyOf(children.subList(before, children.size()))));
            more.ifPresent(last -> last.getParent().moveBelow(null));
            grow();
        }
    }

    private void offerMore(int hidden) {
        if (more.isEmpty() && hidden > 0) {
            more = Optional.of(moreButton());
        }
        more.ifPresent(
                button -> {
                    button.setText("Show more of " + hidden);
                    Form.setShown(button.getParent(), hidden > 0);
                });
    }

    private Button moreButton() {
        var row = form.row(1);
        row.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        return ItemsField.button(row, "", "Show the next " + PAGE, this::showMore);
    }

    private void showMore() {
        visible += PAGE;
        refresh();
    }
}
