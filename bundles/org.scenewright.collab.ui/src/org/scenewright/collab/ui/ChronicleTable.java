// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ColumnPixelData;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Lists what happened in a shared scene, and when, if anything did; UI thread. */
final class ChronicleTable {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final int TIME_WIDTH = 60;
    private static final int LEAST_WIDTH = 120;

    private final Composite area;
    private final Table table;
    private List<Chronicle.Told> shown = List.of();

    /**
     * @param area which it fills
     */
    ChronicleTable(Composite area) {
        this.area = area;
        area.setVisible(false);
        var layout = new TableColumnLayout();
        area.setLayout(layout);
        table = new Table(area, SWT.FULL_SELECTION | SWT.SINGLE);
        table.setData("id", "chronicle");
        table.setHeaderVisible(true);
        table.addListener(SWT.MouseMove, event -> tip(table.getItem(new Point(event.x, event.y))));
        layout.setColumnData(column("Time"), new ColumnPixelData(TIME_WIDTH, true, true));
        layout.setColumnData(column("What Happened"), new ColumnWeightData(1, LEAST_WIDTH));
    }

    private TableColumn column(String title) {
        var column = new TableColumn(table, SWT.LEFT);
        column.setText(title);
        return column;
    }

    /** Sentences may be longer than there is room for. */
    private void tip(@Nullable TableItem item) {
        table.setToolTipText(item == null ? null : item.getText(1));
    }

    void list(List<Chronicle.Told> happened) {
        if (!happened.equals(shown)) {
            shown = happened;
            table.setRedraw(false);
            table.removeAll();
            happened.forEach(this::add);
            table.setRedraw(true);
            area.setVisible(!happened.isEmpty());
            area.requestLayout();
        }
    }

    private void add(Chronicle.Told told) {
        new TableItem(table, SWT.NONE)
                .setText(new String[] {time(told.at()), told.notice().sentence()});
    }

    private static String time(Instant at) {
        return TIME.format(at.atZone(ZoneId.systemDefault()));
    }
}
