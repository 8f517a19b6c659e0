// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

import java.util.List;

/** A table of words that change all the time; it touches only those that did. UI thread. */
final class Figured {
    private static final int MOST_ROWS = 200;

    private final Table table;
    private List<List<String>> shown = List.of();

    /**
     * @param parent lies out its children in a grid
     */
    Figured(Composite parent, String id, List<String> columns) {
        table = new Table(parent, SWT.FULL_SELECTION);
        table.setData("id", id);
        table.setHeaderVisible(true);
        table.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        columns.forEach(this::column);
        table.addListener(SWT.Resize, event -> widths());
    }

    private void column(String name) {
        var style = table.getColumnCount() == 0 ? SWT.LEFT : SWT.RIGHT;
        new TableColumn(table, style).setText(name);
    }

    /** The first gets what is left. */
    private void widths() {
        int room = table.getClientArea().width;
        int others = table.getColumnCount() - 1;
        int each = Math.min(room / (others + 1), others == 1 ? room / 2 : 90);
        for (int i = 1; i <= others; i++) {
            table.getColumn(i).setWidth(each);
        }
        table.getColumn(0).setWidth(Math.max(40, room - others * each));
    }

    /** Shows as many rows as anybody reads. */
    void show(List<List<String>> all) {
        var rows = all.stream().limit(MOST_ROWS).toList();
        if (!rows.equals(shown)) {
            shown = rows;
            table.setRedraw(false);
            while (table.getItemCount() > rows.size()) {
                table.getItem(table.getItemCount() - 1).dispose();
            }
            for (int i = 0; i < rows.size(); i++) {
                var item = i < table.getItemCount() ? table.getItem(i) : newItem();
                fill(item, rows.get(i));
            }
            table.setRedraw(true);
        }
    }

    private TableItem newItem() {
        return new TableItem(table, SWT.NONE);
    }

    private static void fill(TableItem item, List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            if (!item.getText(i).equals(words.get(i))) {
                item.setText(i, words.get(i));
            }
        }
    }

    void setFocus() {
        table.setFocus();
    }
}
