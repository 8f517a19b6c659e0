// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.swt.graphics.Rectangle;

/**
 * Where the cells of a grid or a list are, in points from the top of the whole.
 *
 * @param isList one below the other
 * @param width of the room there is
 * @param count how many cells there are
 */
record CatalogLayout(boolean isList, int width, int count) {
    static final int GRID_PICTURE = 84;
    static final int LIST_PICTURE = 36;

    private static final int MARGIN = 6;
    private static final int NARROWEST = 100;
    private static final int GRID_HEIGHT = 138;
    private static final int LIST_HEIGHT = 46;

    int columns() {
        return isList ? 1 : Math.max(1, (width - 2 * MARGIN) / NARROWEST);
    }

    int rows() {
        return (count + columns() - 1) / columns();
    }

    int rowHeight() {
        return isList ? LIST_HEIGHT : GRID_HEIGHT;
    }

    int height() {
        return rows() * rowHeight() + 2 * MARGIN;
    }

    int picture() {
        return isList ? LIST_PICTURE : GRID_PICTURE;
    }

    /** The room of a cell; cells share the width. */
    Rectangle cell(int index) {
        int columns = columns();
        int room = Math.max(1, width - 2 * MARGIN);
        int column = index % columns;
        int left = room * column / columns;
        int right = room * (column + 1) / columns;
        return new Rectangle(
                MARGIN + left, MARGIN + index / columns * rowHeight(), right - left, rowHeight());
    }

    /** The cell at a place; -1 where there is none. */
    int index(int x, int y) {
        int row = Math.floorDiv(y - MARGIN, rowHeight());
        int room = Math.max(1, width - 2 * MARGIN);
        if (row < 0 || x < MARGIN || x >= MARGIN + room) {
            return -1;
        }
        // The inverse of the division that shares the width.
        int column = Math.min(columns() - 1, ((x - MARGIN + 1) * columns() - 1) / room);
        int index = row * columns() + column;
        return index < count ? index : -1;
    }

    /** The first cell that is seen, at least in part. */
    int first(int top) {
        return Math.max(0, (top - MARGIN) / rowHeight() * columns());
    }

    /** One more than the last cell that is seen. */
    int end(int top, int visible) {
        int rows = Math.max(0, (top + visible - MARGIN) / rowHeight() + 1);
        return (int) Math.min(count, (long) rows * columns());
    }

    /** How far from the top the view is to be, so that a cell is seen and little moves. */
    int revealing(int index, int top, int visible) {
        var cell = cell(index);
        int above = cell.y - MARGIN;
        int below = cell.y + cell.height + MARGIN - visible;
        return Math.max(0, Math.min(above, Math.max(below, top)));
    }
}
