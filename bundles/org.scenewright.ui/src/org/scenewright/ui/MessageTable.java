// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.scenewright.runtime.LoggedMessage;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A table of messages that finds words only for those that are seen; UI thread. */
final class MessageTable {
    /** The room that each column takes, in hundredths of the whole. */
    private enum Column {
        FRAME("Tick", 7, SWT.RIGHT),
        DIRECTION("Direction", 14, SWT.LEFT),
        ENTITY("Entity", 18, SWT.LEFT),
        COMPONENT("Component", 26, SWT.LEFT),
        DEED("Message", 12, SWT.LEFT),
        TIMESTAMP("Timestamp", 13, SWT.RIGHT),
        BYTES("Bytes", 9, SWT.RIGHT);

        private final String words;
        private final int share;
        private final int style;

        Column(String words, int share, int style) {
            this.words = words;
            this.share = share;
            this.style = style;
        }
    }

    private final Table table;
    private final MessageRows rows;
    private final Function<LoggedMessage, List<String>> words;
    private long chosen;

    MessageTable(Composite parent, MessageRows rows, Function<LoggedMessage, List<String>> words) {
        this.rows = rows;
        this.words = words;
        table = new Table(parent, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.SINGLE);
        table.setData("id", "messages.table");
        table.setHeaderVisible(true);
        for (var column : Column.values()) {
            new TableColumn(table, column.style).setText(column.words);
        }
        table.addListener(SWT.SetData, event -> fill((TableItem) event.item, event.index));
        table.addListener(SWT.Resize, event -> widths());
        table.addListener(SWT.Selection, event -> choose());
    }

    private void fill(TableItem item, int index) {
        if (index < rows.count()) {
            item.setText(words.apply(rows.get(index)).toArray(String[]::new));
        }
    }

    private void widths() {
        int room = table.getClientArea().width;
        for (var column : Column.values()) {
            table.getColumn(column.ordinal()).setWidth(room * column.share / 100);
        }
    }

    private void choose() {
        int index = table.getSelectionIndex();
        chosen = index >= 0 && index < rows.count() ? rows.get(index).number() : 0;
    }

    Table control() {
        return table;
    }

    /** The message that people have chosen. */
    Optional<LoggedMessage> chosen() {
        return Optional.of(rows.index(chosen)).filter(index -> index >= 0).map(rows::get);
    }

    /** Shows the rows as they are now: the last ones, unless people look at others. */
    void show() {
        boolean isAtEnd = isAtEnd();
        int seen = table.getTopIndex();
        table.setRedraw(false);
        table.setItemCount(rows.count());
        table.clearAll();
        int index = rows.index(chosen);
        if (index >= 0) {
            table.setSelection(index);
        } else {
            table.deselectAll();
        }
        table.setTopIndex(isAtEnd ? Math.max(0, rows.count() - 1) : seen);
        table.setRedraw(true);
    }

    private boolean isAtEnd() {
        int visible = table.getClientArea().height / Math.max(1, table.getItemHeight());
        return table.getTopIndex() + visible + 1 >= table.getItemCount();
    }
}
